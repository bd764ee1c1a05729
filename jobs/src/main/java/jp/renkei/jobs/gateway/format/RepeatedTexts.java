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

  /** Places for texts whose hashes begin alike, so that these do not push each other out. */
  private static final int WAYS = 4;

  private static final int SET_BITS = 9;
  private static final int SLOTS = WAYS << SET_BITS;

  private final byte[][] keys;
  private final String[] texts;
  private final boolean[] areHarmless;
  private int last;
  private int nextOut;

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
    int set = (int) (hash(bytes, start, end) >>> Long.SIZE - SET_BITS) * WAYS;
    for (int slot = set; slot < set + WAYS; slot++) {
      byte[] key = keys[slot];
      if (key == null) {
        return put(slot, bytes, start, end);
      }
      if (isSame(key, bytes, start, end - start)) {
        last = slot;
        return texts[slot];
      }
    }
    nextOut = (nextOut + 1) % WAYS;
    return put(set + nextOut, bytes, start, end);
  }

  private String put(int slot, byte[] bytes, int start, int end) {
    last = slot;
    keys[slot] = Arrays.copyOfRange(bytes, start, end);
    texts[slot] = new String(keys[slot], StandardCharsets.ISO_8859_1);
    areHarmless[slot] = TextCheck.isHarmless(bytes, start, end);
    return texts[slot];
  }

  private static long hash(byte[] bytes, int start, int end) {
    long hash = end - start;
    int lastEight = end - Long.BYTES;
    if (lastEight < start) {
      long rest = 0;
      for (int place = start; place < end; place++) {
        rest = rest << Byte.SIZE | bytes[place];
      }
      return mixed(hash, rest);
    }
    for (int place = start; place < lastEight; place += Long.BYTES) {
      hash = mixed(hash, (long) EIGHT_BYTES.get(bytes, place));
    }
    return mixed(hash, (long) EIGHT_BYTES.get(bytes, lastEight));
  }

  private static long mixed(long hash, long eight) {
    long mixed = (hash ^ eight) * MIX;
    return mixed ^ mixed >>> 32;
  }

  /** The same as the JDK's for arrays, which takes its time before it begins. */
  private static boolean isSame(byte[] key, byte[] bytes, int start, int length) {
    if (key.length != length) {
      return false;
    }
    int lastEight = length - Long.BYTES;
    if (lastEight < 0) {
      for (int place = 0; place < length; place++) {
        if (key[place] != bytes[start + place]) {
          return false;
        }
      }
      return true;
    }
    for (int place = 0; place < lastEight; place += Long.BYTES) {
      if ((long) EIGHT_BYTES.get(key, place) != (long) EIGHT_BYTES.get(bytes, start + place)) {
        return false;
      }
    }
    // Overlaps with the bytes before, so that none is left to be looked at singly.
    return (long) EIGHT_BYTES.get(key, lastEight)
        == (long) EIGHT_BYTES.get(bytes, start + lastEight);
  }

  /** Of the text handed out last, whether {@link TextCheck} takes it at a glance. */
  boolean isHarmless(byte[] bytes, int start, int end) {
    return keys.length == 0 ? TextCheck.isHarmless(bytes, start, end) : areHarmless[last];
  }
}
