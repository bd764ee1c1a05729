package jp.renkei.jobs.gateway;

import java.util.Arrays;
import jp.renkei.jobs.gateway.format.AccessLine;

/**
 * Accesses that were seen, by a hash of request id, time, method and path: so a duplicate is known
 * at some 30 bytes an access. For one thread.
 */
final class AccessKeys {
  private static final long PLACE = (1L << 32) - 1;
  private static final int FEWEST = 1 << 10;
  private static final int MOST_EXPECTED = 1 << 20;

  private final TextHash hash = new TextHash();
  private final long[] batchKeys = new long[AccessBatch.MOST * 2];
  private final boolean[] areNew = new boolean[AccessBatch.MOST];

  /** Has no meaning, but has the loads of a batch happen. */
  private long touched;

  /** First and second number of every key, in the order of their coming. */
  private long[] keys;

  /**
   * Where a key stands, plus one, and the upper half of its first number: small, since every line
   * reads from anywhere in it.
   */
  private long[] table;

  private int size;
  private long beginMicros = Long.MAX_VALUE;
  private long endMicros = Long.MIN_VALUE;

  AccessKeys() {
    this(0);
  }

  /**
   * For so many accesses or so, which spares making room for them bit by bit.
   *
   * @param expected may be any number
   */
  AccessKeys(long expected) {
    int room = (int) Math.max(FEWEST, Math.min(MOST_EXPECTED, expected));
    keys = new long[room * 2];
    table = new long[Integer.highestOneBit(room * 2 - 1) * 2];
  }

  /** Takes a key's two numbers. */
  interface Taker {
    void take(long first, long second);
  }

  /** Adds accesses, and leaves those out of the batch that were added before. */
  void add(AccessBatch batch) {
    for (int index = 0; index < batch.size(); index++) {
      hash(batch.access(index));
      batchKeys[index * 2] = hash.first();
      batchKeys[index * 2 + 1] = hash.second();
    }
    long sum = 0;
    for (int index = 0; index < batch.size(); index++) {
      sum += table[(int) batchKeys[index * 2] & table.length - 1];
    }
    touched = sum;
    for (int index = 0; index < batch.size(); index++) {
      areNew[index] = add(batch.access(index), batchKeys[index * 2], batchKeys[index * 2 + 1]);
    }
    batch.retain(areNew);
  }

  private void hash(AccessLine access) {
    hash.begin(access.eventMicros);
    if (access.requestId != null) {
      hash.add(access.requestId).add(access.method).add(access.path);
    }
  }

  /** False when the same access was added before. One without request id is always new. */
  private boolean add(AccessLine access, long first, long second) {
    if (access.requestId == null) {
      return true;
    }
    beginMicros = Math.min(beginMicros, access.eventMicros);
    endMicros = Math.max(endMicros, access.eventMicros);
    return add(first, second);
  }

  /** False when the key was added before. */
  boolean add(long first, long second) {
    int slot = slot(first, second);
    if (table[slot] != 0) {
      return false;
    }
    if (size * 2 == keys.length) {
      keys = Arrays.copyOf(keys, Math.multiplyExact(keys.length, 2));
    }
    keys[size * 2] = first;
    keys[size * 2 + 1] = second;
    table[slot] = entry(first, size++);
    if (size * 2 > table.length) {
      grow();
    }
    return true;
  }

  private static long entry(long first, int place) {
    return first & ~PLACE | place + 1L;
  }

  boolean hold(long first, long second) {
    return table[slot(first, second)] != 0;
  }

  /** The slot of the key, or where it would stand. */
  private int slot(long first, long second) {
    int mask = table.length - 1;
    int slot = (int) first & mask;
    while (table[slot] != 0 && !isAt(slot, first, second)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean isAt(int slot, long first, long second) {
    long entry = table[slot];
    if (((entry ^ first) & ~PLACE) != 0) {
      return false;
    }
    int place = (int) ((entry & PLACE) - 1) * 2;
    return keys[place] == first && keys[place + 1] == second;
  }

  private void grow() {
    table = new long[Math.multiplyExact(table.length, 2)];
    int mask = table.length - 1;
    for (int place = 0; place < size; place++) {
      int slot = (int) keys[place * 2] & mask;
      while (table[slot] != 0) {
        slot = slot + 1 & mask;
      }
      table[slot] = entry(keys[place * 2], place);
    }
  }

  /** Tells all keys, in the order of their coming. */
  void forEach(Taker taker) {
    for (int place = 0; place < size * 2; place += 2) {
      taker.take(keys[place], keys[place + 1]);
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
