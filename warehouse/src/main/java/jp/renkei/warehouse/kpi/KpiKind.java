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
  MEDIAN;

  /** Whether the rows of the SQL are parts that add up to every level. */
  public boolean addsUp() {
    return this == RATIO || this == COUNT || this == MEAN;
  }
}
