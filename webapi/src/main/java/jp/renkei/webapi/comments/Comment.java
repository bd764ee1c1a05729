package jp.renkei.webapi.comments;

import java.time.LocalDate;

/**
 * What a respondent says of a figure; empty where it takes back what it said.
 *
 * @param period as landing writes it: 2026-03-31, 2026-03, FY2025Q4 or FY2025
 */
record Comment(
    String respondentId,
    int releaseId,
    String kpiId,
    String period,
    String text,
    LocalDate statedOn) {
  /** As long as a run takes, in code points. */
  static final int LONGEST = 1_000;
}
