package jp.renkei.jobs.gateway;

import jp.renkei.jobs.gateway.format.AccessLine;

/**
 * Accesses that were seen, by a hash of request id, time, method and path: so a duplicate is known
 * at 16 to 32 bytes an access. For one thread.
 */
final class AccessKeys {
  private final TextHash hash = new TextHash();
  private long[] table = new long[1 << 12];
  private int size;
  private long beginMicros = Long.MAX_VALUE;
  private long endMicros = Long.MIN_VALUE;

  /** Takes a key's two numbers. */
  interface Taker {
    void take(long first, long second);
  }

  /** False when the same access was added before. One without request id is always new. */
  boolean add(AccessLine access) {
    if (access.requestId == null) {
      return true;
    }
    beginMicros = Math.min(beginMicros, access.eventMicros);
    endMicros = Math.max(endMicros, access.eventMicros);
    hash.begin(access.eventMicros).add(access.requestId).add(access.method).add(access.path);
    return add(hash.first(), hash.second());
  }

  /** False when the key was added before. */
  boolean add(long first, long second) {
    if (size * 4L >= table.length) {
      grow();
    }
    int slot = slot(first, second);
    if (table[slot] != 0) {
      return false;
    }
    table[slot] = first;
    table[slot + 1] = second;
    size++;
    return true;
  }

  boolean hold(long first, long second) {
    return table[slot(first, second)] != 0;
  }

  /** Where the key stands, or would. */
  private int slot(long first, long second) {
    int mask = table.length - 2;
    int slot = (int) first << 1 & mask;
    while (table[slot] != 0 && (table[slot] != first || table[slot + 1] != second)) {
      slot = slot + 2 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = table;
    table = new long[Math.multiplyExact(old.length, 2)];
    size = 0;
    for (int slot = 0; slot < old.length; slot += 2) {
      if (old[slot] != 0) {
        add(old[slot], old[slot + 1]);
      }
    }
  }

  /** Tells all keys, in no order. */
  void forEach(Taker taker) {
    for (int slot = 0; slot < table.length; slot += 2) {
      if (table[slot] != 0) {
        taker.take(table[slot], table[slot + 1]);
      }
    }
  }

  int size() {
    return size;
  }

  /** The earliest event added, in microseconds since 1970. */
  long beginMicros() {
    return beginMicros;
  }

  /** The latest event added. */
  long endMicros() {
    return endMicros;
  }
}
