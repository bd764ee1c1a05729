package jp.renkei.jobs.gateway;

import jp.renkei.jobs.gateway.format.AccessLine;

/**
 * The accesses of one file that were seen, by a hash of request id, time, method and path: so a
 * duplicate is known at 16 to 32 bytes an access.
 */
final class AccessKeys {
  private final TextHash hash = new TextHash();
  private long[] table = new long[1 << 12];
  private int size;

  /** False when the same access was added before. One without request id is always new. */
  boolean add(AccessLine access) {
    if (access.requestId == null) {
      return true;
    }
    hash.begin(access.eventMicros).add(access.requestId).add(access.method).add(access.path);
    return add(hash.first(), hash.second());
  }

  private boolean add(long first, long second) {
    if (size * 4L >= table.length) {
      grow();
    }
    int mask = table.length - 2;
    int slot = (int) first << 1 & mask;
    while (table[slot] != 0) {
      if (table[slot] == first && table[slot + 1] == second) {
        return false;
      }
      slot = slot + 2 & mask;
    }
    table[slot] = first;
    table[slot + 1] = second;
    size++;
    return true;
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
}
