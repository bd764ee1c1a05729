package jp.renkei.jobs.gateway.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The names that an object of a format may have, found by their bytes. Objects of one feed have
 * them in one order, so that mostly the first guess is right. For one thread.
 */
final class FieldNames {
  private final byte[][] names;
  private final RawFieldTree[] nodes;
  private final FieldNames[] inside;
  private final RepeatedTexts[] texts;

  /** Which name came behind each the last time; the last place stands for the start. */
  private final int[] followers;

  private final boolean[] isSeen;
  private int last;

  FieldNames(RawFieldTree tree) {
    var known = tree.childNames();
    int count = known.size();
    names = new byte[count][];
    nodes = new RawFieldTree[count];
    inside = new FieldNames[count];
    texts = new RepeatedTexts[count];
    followers = new int[count + 1];
    isSeen = new boolean[count];
    for (int index = 0; index < count; index++) {
      names[index] = known.get(index).getBytes(StandardCharsets.UTF_8);
      nodes[index] = tree.child(known.get(index));
      inside[index] = new FieldNames(nodes[index]);
      texts[index] = RepeatedTexts.of(nodes[index]);
    }
  }

  /** Begins an object. */
  void open() {
    Arrays.fill(isSeen, false);
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
    if (isSeen[guess]) {
      return -1;
    }
    isSeen[guess] = true;
    last = guess;
    return guess;
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
