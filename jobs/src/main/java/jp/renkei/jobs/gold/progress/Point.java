package jp.renkei.jobs.gold.progress;

import java.time.LocalDate;

/**
 * One figure of a line.
 *
 * @param end last day of its period, the day it stands for
 * @param value in the KPI's unit
 * @param status PRELIMINARY, FINAL or REVISED
 */
record Point(LocalDate start, LocalDate end, double value, String status) {
  /** Whether the figure moves only by a revision. */
  boolean isSettled() {
    return !status.equals("PRELIMINARY");
  }
}
