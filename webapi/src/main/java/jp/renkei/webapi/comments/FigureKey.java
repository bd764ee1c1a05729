package jp.renkei.webapi.comments;

import java.time.LocalDate;
import jp.renkei.reports.figure.KpiFigure;

/**
 * What a comment stands beside: a respondent's figures of one KPI and period, in all slices.
 *
 * @param period as landing writes it
 */
record FigureKey(String respondentId, String kpiId, String period) {
  private static final int APRIL = 4;

  /** Of one of the respondent's own figures. */
  static FigureKey of(String respondentId, KpiFigure figure) {
    return new FigureKey(
        respondentId, figure.kpiId(), period(figure.periodType(), figure.periodStart()));
  }

  private static String period(String type, LocalDate start) {
    int year = start.getMonthValue() >= APRIL ? start.getYear() : start.getYear() - 1;
    return switch (type) {
      case "MONTH" -> start.toString().substring(0, 7);
      case "QUARTER_FY" -> "FY" + year + "Q" + ((start.getMonthValue() + 8) % 12 / 3 + 1);
      case "FY" -> "FY" + year;
      default -> start.toString();
    };
  }
}
