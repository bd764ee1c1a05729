package jp.renkei.warehouse.kpi;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by bucket, added up from parts, and the quantiles that can be read from them. Columns
 * {@code lat_le_<edge>} count what lies at or under an edge and over the bucket below, {@code
 * lat_gt_<edge>} what lies over the last edge.
 */
public final class Histogram {
  private static final String AT_OR_UNDER = "lat_le_";
  private static final String OVER = "lat_gt_";

  private final TreeMap<Long, Count> buckets = new TreeMap<>();
  private final Count open = new Count();

  /** Whether a column counts what lies in a bucket. */
  public static boolean isBucket(String column) {
    return column.startsWith(AT_OR_UNDER) || column.startsWith(OVER);
  }

  /** Adds a part's count of one bucket. */
  public void add(String column, OptionalLong count) {
    if (column.startsWith(AT_OR_UNDER)) {
      long edge = Long.parseLong(column.substring(AT_OR_UNDER.length()));
      buckets.computeIfAbsent(edge, absent -> new Count()).add(count);
    } else if (column.startsWith(OVER)) {
      open.add(count);
    } else {
      throw new IllegalArgumentException("Cannot add " + column + ": it is no bucket.");
    }
  }

  /** What each bucket with an upper edge counts, by that edge, the lowest first. */
  public SortedMap<Long, Long> counts() {
    var counts = new TreeMap<Long, Long>();
    buckets.forEach((edge, count) -> counts.put(edge, count.total().orElse(0)));
    return counts;
  }

  /** What lies over the last edge. */
  public long beyond() {
    return open.total().orElse(0);
  }

  /** How many were counted; empty without a histogram, or where a bucket is unknown. */
  public OptionalLong total() {
    var total = new Count();
    buckets.values().forEach(bucket -> total.add(bucket.total()));
    if (!buckets.isEmpty()) {
      total.add(open.total());
    }
    return total.total();
  }

  /** Upper edge of the first bucket that reaches the rank; empty where that bucket has none. */
  public OptionalDouble upperEdge(int percent) {
    long reached = 0;
    for (var bucket : buckets.entrySet()) {
      reached += bucket.getValue().total().orElse(0);
      if (isReached(percent, reached)) {
        return OptionalDouble.of(bucket.getKey());
      }
    }
    return OptionalDouble.empty();
  }

  /** Lower edge of the same bucket, which the quantile lies over; 0 for the first one. */
  public OptionalDouble lowerEdge(int percent) {
    if (total().orElse(0) == 0) {
      return OptionalDouble.empty();
    }
    var upper = upperEdge(percent);
    var below =
        upper.isEmpty() ? buckets.lastEntry() : buckets.lowerEntry((long) upper.getAsDouble());
    return OptionalDouble.of(edge(below));
  }

  private static double edge(Map.Entry<Long, Count> bucket) {
    return bucket == null ? 0 : bucket.getKey();
  }

  /**
   * Reached in whole numbers, which is reaching ceil(percent * n / 100), so that no rounding moves
   * it.
   */
  private boolean isReached(int percent, long reached) {
    long counted = total().orElse(0);
    return counted > 0
        && Math.multiplyExact(reached, 100L) >= Math.multiplyExact(counted, (long) percent);
  }
}
