package jp.renkei.jobs.gold.kpi;

/** One row of a KPI's SELECT and the part that it counts. */
record CountedRow(CountRow counts, CountedPart part) {

  /**
   * Of two rows that are one today, the larger of each count, and the part of which the numerator
   * comes.
   */
  CountedRow larger(CountedRow other) {
    boolean isOthers =
        other.counts.count("numerator").orElse(0) > counts.count("numerator").orElse(0);
    return new CountedRow(counts.larger(other.counts), isOthers ? other.part : part);
  }
}
