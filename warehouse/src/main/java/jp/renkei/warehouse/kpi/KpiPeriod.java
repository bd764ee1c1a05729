package jp.renkei.warehouse.kpi;

/** What the rows of a KPI's SQL are dated by. */
public enum KpiPeriod {
  /** A survey round: column {@code round_id}; the value is of the reference date. */
  ROUND,
  /** A month in Japan: column {@code month}; quarters and fiscal years add up from months. */
  MONTH,
  /** The as-of date: no column. */
  AS_OF
}
