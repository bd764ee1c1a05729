package jp.renkei.jobs.gateway.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** Tests every line's bytes and every text before anything is stored; for one thread. */
final class TextCheck {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;

  /** No card number has fewer. */
  static final int FEWEST_CARD_DIGITS = 13;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);

  /**
   * Refuses bytes that are no UTF-8, and NUL.
   *
   * @return true when all bytes are ASCII
   */
  boolean isAscii(byte[] bytes, int start, int end) throws LineRejected {
    int place = start;
    while (place + 8 <= end) {
      long eight = (long) EIGHT_BYTES.get(bytes, place);
      // The second term has a high bit set where a byte is zero.
      if (((eight | (eight - LOW_BITS)) & HIGH_BITS) != 0) {
        break;
      }
      place += 8;
    }
    boolean isAscii = true;
    for (; place < end; place++) {
      if (bytes[place] == 0) {
        throw new LineRejected(
            RejectReason.NOT_UTF8, "%dバイト目にNUL".formatted(place - start + 1), "文字だけの行");
      }
      isAscii &= bytes[place] > 0;
    }
    if (!isAscii) {
      try {
        decoder.decode(ByteBuffer.wrap(bytes, start, end - start));
      } catch (CharacterCodingException e) {
        throw new LineRejected(RejectReason.NOT_UTF8, "UTF-8でないバイト", "UTF-8の文字");
      }
    }
    return isAscii;
  }

  /**
   * Bytes that can be read, where one bad byte must not cost the whole line: the same, or a copy of
   * the part from start to end with a question mark for every byte that is no UTF-8, and for NUL.
   *
   * @param bad takes their places, counted from start
   */
  byte[] readable(byte[] bytes, int start, int end, BitSet bad) {
    try {
      isAscii(bytes, start, end);
      return bytes;
    } catch (LineRejected e) {
      byte[] copy = Arrays.copyOfRange(bytes, start, end);
      var in = ByteBuffer.wrap(copy);
      var out = CharBuffer.allocate(copy.length);
      decoder.reset();
      while (true) {
        var result = decoder.decode(in, out, true);
        if (!result.isError()) {
          break;
        }
        for (int index = 0; index < result.length(); index++) {
          bad.set(in.position());
          copy[in.position()] = '?';
          in.position(in.position() + 1);
        }
      }
      for (int place = 0; place < copy.length; place++) {
        if (copy[place] == 0) {
          bad.set(place);
          copy[place] = '?';
        }
      }
      return copy;
    }
  }

  /** Refuses a text that holds a card number, a NUL or half a surrogate pair. */
  void text(String name, String text) throws LineRejected {
    // Escapes write characters with few digits of their own, so their digits cannot be counted.
    int digits = id(name, text);
    if (digits >= FEWEST_CARD_DIGITS && Escapes.holdCardNumber(text)) {
      throw new LineRejected(RejectReason.CARD_NUMBER_FOUND, name + "：カード番号", "カード番号を含まない値");
    }
  }

  /**
   * Refuses an id that holds a NUL or half a surrogate pair.
   *
   * @return how many digits it has, or may have behind escapes
   */
  int id(String name, String text) throws LineRejected {
    int digits = 0;
    boolean mayHide = false;
    int length = text.length();
    for (int place = 0; place < length; place++) {
      char c = text.charAt(place);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '%' || c == '\\') {
        mayHide = true;
      } else if (c == 0 || c >= Character.MIN_SURROGATE) {
        place = wide(name, text, place);
        digits += c >= '０' && c <= '９' ? 1 : 0;
      }
    }
    return mayHide ? FEWEST_CARD_DIGITS : digits;
  }

  /** The place of the last half of the character that begins here. */
  private static int wide(String name, String text, int place) throws LineRejected {
    char c = text.charAt(place);
    if (c != 0 && !Character.isSurrogate(c)) {
      return place;
    }
    boolean isPair =
        Character.isHighSurrogate(c)
            && place + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(place + 1));
    if (!isPair) {
      throw new LineRejected(
          RejectReason.NOT_UTF8, "%s：U+%04X".formatted(name, (int) c), "UTF-8で書ける文字");
    }
    return place + 1;
  }
}
