package jp.renkei.webapi.comments;

import java.time.LocalDate;

/**
 * What a respondent says of a figure; empty where it takes back what it said.
 *
 * @param releaseId of the release in which it read the figure
 */
record Comment(FigureKey figure, int releaseId, String text, LocalDate statedOn) {
  /** As long as a run takes, in code points. */
  static final int LONGEST = 1_000;
}
