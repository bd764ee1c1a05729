package jp.renkei.jobs.gateway.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names that an object of a format may have, found by their bytes. Objects of one feed have
 * them in one order, so that mostly the first guess is right. For one thread.
 */
final class FieldNames {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[][] names;

  /** As they stand where no blanks are: in quotes, with the colon behind. */
  private final byte[][] plainNames;

  private final RawFieldTree[] nodes;
  private final FieldNames[] inside;
  private final RepeatedTexts[] texts;

  /** Which name came behind each the last time; the last place stands for the start. */
  private final int[] followers;

  /** In which object, counted from 1, each name stood last. */
  private final int[] seenIn;

  private int object;
  private int last;

  FieldNames(RawFieldTree tree) {
    var known = tree.childNames();
    int count = known.size();
    names = new byte[count][];
    nodes = new RawFieldTree[count];
    inside = new FieldNames[count];
    texts = new RepeatedTexts[count];
    followers = new int[count + 1];
    seenIn = new int[count];
    plainNames = new byte[count][];
    for (int index = 0; index < count; index++) {
      names[index] = known.get(index).getBytes(StandardCharsets.UTF_8);
      plainNames[index] = plain(known.get(index));
      nodes[index] = tree.child(known.get(index));
      inside[index] = new FieldNames(nodes[index]);
      texts[index] = RepeatedTexts.of(nodes[index]);
    }
  }

  /** Begins an object. */
  void open() {
    object++;
    last = names.length;
  }

  /** The number of a name; -1 for one that is not known, or that the object had before. */
  int find(byte[] bytes, int start, int end) {
    int guess = followers[last];
    if (guess >= names.length || !stands(guess, bytes, start, end)) {
      guess = search(bytes, start, end);
      if (guess < 0) {
        return -1;
      }
      followers[last] = guess;
    }
    return see(guess);
  }

  /** The same where the name that is guessed stands plainly at a place; else -1. */
  int findPlain(byte[] bytes, int start, int end) {
    int guess = followers[last];
    return guess < plainNames.length && standsPlainly(plainNames[guess], bytes, start, end)
        ? see(guess)
        : -1;
  }

  private int see(int name) {
    if (seenIn[name] == object) {
      return -1;
    }
    seenIn[name] = object;
    last = name;
    return name;
  }

  /** Nothing for a name that JSON cannot write as it is. */
  private static byte[] plain(String name) {
    boolean isPlain = name.chars().allMatch(c -> c >= ' ' && c < 0x80 && c != '"' && c != '\\');
    return isPlain ? ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII) : new byte[0];
  }

  private static boolean standsPlainly(byte[] name, byte[] bytes, int start, int end) {
    int length = name.length;
    if (length < Long.BYTES || start + length > end) {
      return length > 0
          && start + length <= end
          && Arrays.equals(name, 0, length, bytes, start, start + length);
    }
    // The last eight bytes overlap with those before, so that none is left to be looked at singly.
    int lastEight = length - Long.BYTES;
    for (int place = 0; place < lastEight; place += Long.BYTES) {
      if ((long) EIGHT_BYTES.get(name, place) != (long) EIGHT_BYTES.get(bytes, start + place)) {
        return false;
      }
    }
    return (long) EIGHT_BYTES.get(name, lastEight)
        == (long) EIGHT_BYTES.get(bytes, start + lastEight);
  }

  /** The bytes that a name takes with its quotes and its colon. */
  int plainLength(int name) {
    return plainNames[name].length;
  }

  private int search(byte[] bytes, int start, int end) {
    for (int index = 0; index < names.length; index++) {
      if (stands(index, bytes, start, end)) {
        return index;
      }
    }
    return -1;
  }

  private boolean stands(int name, byte[] bytes, int start, int end) {
    return Arrays.equals(names[name], 0, names[name].length, bytes, start, end);
  }

  RawFieldTree node(int name) {
    return nodes[name];
  }

  /** The names of the object that stands behind a name. */
  FieldNames inside(int name) {
    return inside[name];
  }

  RepeatedTexts texts(int name) {
    return texts[name];
  }
}
