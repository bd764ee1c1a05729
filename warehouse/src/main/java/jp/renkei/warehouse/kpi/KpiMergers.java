package jp.renkei.warehouse.kpi;

/** How the counts of several issuers that are one today become the counts of that one. */
public enum KpiMergers {
  /** They are added up, as over any other parts. */
  SUM,
  /**
   * The counts are of distinct pairs, 0 or 1 each: what two of the issuers have with the same agent
   * is one pair, which counts with the larger of the counts.
   */
  PAIRS,
  /** They don't add up, and there is no figure by today's issuers. */
  NONE
}
