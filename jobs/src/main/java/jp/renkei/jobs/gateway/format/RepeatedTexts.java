package jp.renkei.jobs.gateway.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long MIX = 0x9E3779B97F4A7C15L;
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
    int slot = (int) (hash(bytes, start, end) >>> 54);
    last = slot;
    byte[] key = keys[slot];
    if (key != null && isSame(key, bytes, start, end - start)) {
      return texts[slot];
    }
    keys[slot] = Arrays.copyOfRange(bytes, start, end);
    texts[slot] = new String(keys[slot], StandardCharsets.ISO_8859_1);
    areHarmless[slot] = TextCheck.isHarmless(bytes, start, end);
    return texts[slot];
  }

  private static long hash(byte[] bytes, int start, int end) {
    long hash = end - start;
    int place = start;
    for (; place + Long.BYTES <= end; place += Long.BYTES) {
      hash = (hash ^ (long) EIGHT_BYTES.get(bytes, place)) * MIX;
      hash ^= hash >>> 32;
    }
    for (; place < end; place++) {
      hash = (hash ^ bytes[place]) * MIX;
    }
    return hash;
  }

  /** The same as the JDK's for arrays, which takes its time before it begins. */
  private static boolean isSame(byte[] key, byte[] bytes, int start, int length) {
    if (key.length != length) {
      return false;
    }
    int place = 0;
    for (; place + Long.BYTES <= length; place += Long.BYTES) {
      if ((long) EIGHT_BYTES.get(key, place) != (long) EIGHT_BYTES.get(bytes, start + place)) {
        return false;
      }
    }
    for (; place < length; place++) {
      if (key[place] != bytes[start + place]) {
        return false;
      }
    }
    return true;
  }

  /** Of the text handed out last, whether {@link TextCheck} takes it at a glance. */
  boolean isHarmless(byte[] bytes, int start, int end) {
    return keys.length == 0 ? TextCheck.isHarmless(bytes, start, end) : areHarmless[last];
  }
}
