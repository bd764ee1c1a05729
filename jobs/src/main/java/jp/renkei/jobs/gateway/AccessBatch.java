package jp.renkei.jobs.gateway;

import jp.renkei.jobs.gateway.format.AccessLine;

/**
 * A few accesses that are worked on together. What each asks of memory, in tables too large for the
 * processor's caches, is then asked for at once; one by one, every line would wait for its own. For
 * one thread.
 */
final class AccessBatch {
  static final int MOST = 32;

  private final AccessLine[] accesses = new AccessLine[MOST];
  private final long[] numbers = new long[MOST];
  private int size;

  AccessBatch() {
    for (int index = 0; index < MOST; index++) {
      accesses[index] = new AccessLine();
    }
  }

  /** Keeps what an access says, which is filled again for the next. */
  void add(AccessLine access, long number) {
    accesses[size].set(access);
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size == MOST;
  }

  AccessLine access(int index) {
    return accesses[index];
  }

  /** Of the line, or of the record in the file where lines hold several. */
  long number(int index) {
    return numbers[index];
  }

  /** Leaves out those that are not kept; the others stay in their order. */
  void retain(boolean[] areKept) {
    int kept = 0;
    for (int index = 0; index < size; index++) {
      if (areKept[index]) {
        var access = accesses[index];
        accesses[index] = accesses[kept];
        accesses[kept] = access;
        numbers[kept++] = numbers[index];
      }
    }
    size = kept;
  }

  void clear() {
    size = 0;
  }
}
