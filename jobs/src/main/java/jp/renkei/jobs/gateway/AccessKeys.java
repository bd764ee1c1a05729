package jp.renkei.jobs.gateway;

import jp.renkei.jobs.gateway.format.AccessLine;

/**
 * The accesses of one file that were seen, by a 128-bit hash of request id, time, method and path:
 * so a duplicate is known at 16 to 32 bytes an access. With 10 million accesses the chance that two
 * different ones look alike is under 1 in 10^24.
 */
final class AccessKeys {
  private static final long FIRST_PRIME = 0x9E3779B97F4A7C15L;
  private static final long SECOND_PRIME = 0xC2B2AE3D27D4EB4FL;

  private long[] table = new long[1 << 12];
  private int size;

  /** False when the same access was added before. One without request id is always new. */
  boolean add(AccessLine access) {
    if (access.requestId == null) {
      return true;
    }
    long first = mixed(access.eventMicros ^ FIRST_PRIME);
    long second = mixed(access.eventMicros + SECOND_PRIME);
    for (int part = 0; part < 3; part++) {
      String text = part == 0 ? access.requestId : part == 1 ? access.method : access.path;
      int length = text == null ? -1 : text.length();
      for (int place = 0; place < length; place++) {
        first = (first ^ text.charAt(place)) * FIRST_PRIME;
        second = Long.rotateLeft(second + text.charAt(place), 23) * SECOND_PRIME;
      }
      // The length parts "ab" and "c" from "a" and "bc".
      first = mixed(first + length);
      second = mixed(second ^ length);
    }
    return add(first == 0 && second == 0 ? 1 : first, second);
  }

  private boolean add(long first, long second) {
    if (size * 4L >= table.length) {
      grow();
    }
    int mask = table.length - 2;
    int slot = (int) first << 1 & mask;
    while (table[slot] != 0 || table[slot + 1] != 0) {
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
      if (old[slot] != 0 || old[slot + 1] != 0) {
        add(old[slot], old[slot + 1]);
      }
    }
  }

  private static long mixed(long bits) {
    long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return mixed ^ mixed >>> 31;
  }
}
