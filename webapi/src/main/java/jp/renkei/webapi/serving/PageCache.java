package jp.renkei.webapi.serving;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseLife;

/**
 * Rendered pages and files by release, audience and address, up to a number of bytes, those of the
 * addresses included; what was not asked for the longest goes first. A release never changes, so
 * that nothing here grows stale; what people decided about it (its life) is part of the key, and so
 * is whether the figures of the one it was compared with stand beside its own.
 */
public final class PageCache {
  private final long capacity;
  private final LinkedHashMap<Key, StoredAnswer> answers = new LinkedHashMap<>(64, 0.75f, true);
  private final AtomicLong hits = new AtomicLong();
  private final AtomicLong misses = new AtomicLong();
  private long held;

  /**
   * What an answer was made from.
   *
   * @param before the other release whose figures the answer tells; empty for most
   * @param address path and parameters
   */
  public record Key(
      int release, ReleaseLife life, Optional<Integer> before, Audience audience, String address) {
    /** Bytes that keeping the key costs. */
    long size() {
      return 2L * address.length();
    }
  }

  /**
   * An empty cache.
   *
   * @param capacity in bytes
   */
  public PageCache(long capacity) {
    this.capacity = capacity;
  }

  public Optional<StoredAnswer> find(Key key) {
    StoredAnswer found;
    synchronized (answers) {
      found = answers.get(key);
    }
    (found == null ? misses : hits).incrementAndGet();
    return Optional.ofNullable(found);
  }

  /** Keeps an answer, unless it alone would fill a quarter of the cache. */
  public void keep(Key key, StoredAnswer answer) {
    if (key.size() + answer.size() > capacity / 4) {
      return;
    }
    synchronized (answers) {
      StoredAnswer before = answers.put(key, answer);
      held += before == null ? key.size() + answer.size() : answer.size() - before.size();
      var oldest = answers.entrySet().iterator();
      while (held > capacity && oldest.hasNext()) {
        var entry = oldest.next();
        held -= entry.getKey().size() + entry.getValue().size();
        oldest.remove();
      }
    }
  }

  public long hits() {
    return hits.get();
  }

  public long misses() {
    return misses.get();
  }

  /** Bytes held at the moment. */
  public long heldBytes() {
    synchronized (answers) {
      return held;
    }
  }
}
