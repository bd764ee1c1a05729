package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Texts of one raw field, in ASCII: of one that comes again and again the same object, so that all
 * that is worked out of it can be found by it. For one thread.
 */
final class RepeatedTexts {
  /** Fields with few values; a cache of the others would only get in the way. */
  private static final Set<AccessField> FEW =
      EnumSet.of(
          AccessField.CLIENT_ID,
          AccessField.METHOD,
          AccessField.CLIENT_IP,
          AccessField.USER_AGENT,
          AccessField.ENVIRONMENT);

  private static final int SLOTS = 1 << 10;

  private final byte[][] keys;
  private final String[] texts;
  private final boolean[] areHarmless;
  private int last;

  private RepeatedTexts(int slots) {
    keys = new byte[slots][];
    texts = new String[slots];
    areHarmless = new boolean[slots];
  }

  static RepeatedTexts of(RawFieldTree node) {
    boolean isFew = false;
    for (var rule : node.rules()) {
      isFew |= FEW.contains(rule.field());
    }
    return new RepeatedTexts(isFew ? SLOTS : 0);
  }

  String of(byte[] bytes, int start, int end) {
    if (keys.length == 0) {
      return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }
    int hash = end - start;
    for (int place = start; place < end; place++) {
      hash = 31 * hash + bytes[place];
    }
    int slot = hash * 0x9E3779B9 >>> 22;
    last = slot;
    byte[] key = keys[slot];
    if (key != null && Arrays.equals(key, 0, key.length, bytes, start, end)) {
      return texts[slot];
    }
    keys[slot] = Arrays.copyOfRange(bytes, start, end);
    texts[slot] = new String(keys[slot], StandardCharsets.ISO_8859_1);
    areHarmless[slot] = TextCheck.isHarmless(bytes, start, end);
    return texts[slot];
  }

  /** Of the text handed out last, whether {@link TextCheck} takes it at a glance. */
  boolean isHarmless(byte[] bytes, int start, int end) {
    return keys.length == 0 ? TextCheck.isHarmless(bytes, start, end) : areHarmless[last];
  }
}
