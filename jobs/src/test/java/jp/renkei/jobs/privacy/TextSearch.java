package jp.renkei.jobs.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for thousands of texts in bytes in one pass, each in every spelling: UTF-8, UTF-16, CP932,
 * percent-encoded, JSON-escaped, with {@code \x} escapes, hexadecimal, and base64 at any offset.
 */
public final class TextSearch {
  /** Shorter ones would be found by chance. */
  static final int SHORTEST = 8;

  private static final int FILTER_BITS = 24;
  private static final Charset CP932 = Charset.forName("windows-31j");

  /** Bytes, and where in them the eight stand by which they are found. */
  private record Needle(String text, byte[] bytes, int offset) {}

  private final BitSet filter = new BitSet(1 << FILTER_BITS);
  private final Map<Long, List<Needle>> byEight = new HashMap<>();
  private final Set<String> added = new HashSet<>();

  /** Takes a text to be looked for. */
  public void add(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length < SHORTEST) {
      throw new IllegalArgumentException("Cannot look for '" + text + "': it is too short");
    }
    if (!added.add(text)) {
      return;
    }
    for (String spelling : spellings(text)) {
      add(text, spelling.getBytes(StandardCharsets.UTF_8));
    }
    add(text, text.getBytes(StandardCharsets.UTF_16LE));
    add(text, text.getBytes(StandardCharsets.UTF_16BE));
    if (CP932.newEncoder().canEncode(text)) {
      add(text, text.getBytes(CP932));
    }
  }

  private void add(String text, byte[] bytes) {
    if (bytes.length < SHORTEST) {
      return;
    }
    // Many begin alike: the eight bytes that fewest others are found by make the search fast.
    var buffer = ByteBuffer.wrap(bytes);
    int best = 0;
    int fewest = Integer.MAX_VALUE;
    for (int offset = 0; offset + 8 <= bytes.length && fewest > 0; offset++) {
      int others = byEight.getOrDefault(buffer.getLong(offset), List.of()).size();
      if (others < fewest) {
        fewest = others;
        best = offset;
      }
    }
    long eight = buffer.getLong(best);
    filter.set(slot(eight));
    byEight.computeIfAbsent(eight, unused -> new ArrayList<>(1)).add(new Needle(text, bytes, best));
  }

  static Set<String> spellings(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String percent = TextSpelling.percentEncoded(text);
    var spellings =
        new LinkedHashSet<>(
            List.of(
                text,
                percent,
                percent.replace("%20", "+"),
                percent.toLowerCase(Locale.ROOT),
                TextSpelling.backslashEscaped(text),
                TextSpelling.jsonEscaped(text)));
    var wholly = new StringBuilder();
    for (byte one : bytes) {
      wholly.append("%%%02X".formatted(one));
    }
    spellings.add(wholly.toString());
    spellings.add(HexFormat.of().formatHex(bytes));
    for (int offset = 0; offset < 3; offset++) {
      spellings.add(base64(bytes, offset));
      spellings.add(base64(bytes, offset).replace('+', '-').replace('/', '_'));
    }
    return spellings;
  }

  /** The part of base64 that is the same whatever stands before and behind. */
  private static String base64(byte[] bytes, int offset) {
    var shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String all = Base64.getEncoder().encodeToString(shifted);
    return all.substring(offset == 0 ? 0 : offset + 1, shifted.length * 8 / 6);
  }

  /** The texts that are in the bytes, in order. */
  public Set<String> in(byte[] bytes) {
    var found = new TreeSet<String>();
    long window = 0;
    for (int place = 0; place < bytes.length; place++) {
      window = window << 8 | bytes[place] & 0xff;
      if (place >= 7 && filter.get(slot(window))) {
        for (var needle : byEight.getOrDefault(window, List.of())) {
          if (isAt(bytes, place - 7 - needle.offset(), needle.bytes())) {
            found.add(needle.text());
          }
        }
      }
    }
    return found;
  }

  private static boolean isAt(byte[] bytes, int start, byte[] needle) {
    int end = start + needle.length;
    if (start < 0 || end > bytes.length) {
      return false;
    }
    for (int index = 0; index < needle.length; index++) {
      if (bytes[start + index] != needle[index]) {
        return false;
      }
    }
    // Digits alone may be a part of any longer number.
    return !isDigits(needle)
        || ((start == 0 || !isDigit(bytes[start - 1]))
            && (end == bytes.length || !isDigit(bytes[end])))
        || needle.length > 11;
  }

  private static boolean isDigits(byte[] needle) {
    for (byte one : needle) {
      if (!isDigit(one)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(byte one) {
    return one >= '0' && one <= '9';
  }

  private static int slot(long eight) {
    return (int) (eight * 0x9E3779B97F4A7C15L >>> 64 - FILTER_BITS);
  }
}
