package jp.renkei.warehouse.kpi;

/** How a KPI's value follows from its counts. */
public enum KpiKind {
  /** Numerator over denominator, 0..1; counts of parts add up. */
  RATIO,
  /** The numerator itself; counts of parts add up. */
  COUNT,
  /** Numerator over denominator in the KPI's unit; counts of parts add up. */
  MEAN,
  /** The numerator, already distinct: the SQL yields a row per level, since parts don't add up. */
  DISTINCT,
  /** A statistic: the SQL yields a row per level, since parts don't add up. */
  MEDIAN,
  /**
   * Upper edge of the bucket that holds the quantile: the SQL yields a histogram, columns {@code
   * lat_le_<edge>} and {@code lat_gt_<edge>}; histograms of parts add up. The bucket's edges are
   * the bounds.
   */
  QUANTILE;

  /** Whether the rows of the SQL are parts that add up to every level. */
  public boolean addsUp() {
    return this != DISTINCT && this != MEDIAN;
  }
}
