package jp.renkei.reports.style;

import java.time.LocalDate;
import java.time.Month;

/** Dates and periods as Japanese text; wareki is for display only. */
public final class PeriodText {
  private static final LocalDate REIWA = LocalDate.of(2019, 5, 1);

  private PeriodText() {}

  /** {@code 2026年3月31日}. */
  public static String date(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }

  /** {@code 2026年3月}. */
  public static String month(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月";
  }

  /** A period by its type: a date, month, quarter, fiscal or calendar year. */
  public static String period(String periodType, LocalDate start, LocalDate end) {
    return switch (periodType) {
      case "POINT" -> date(start);
      case "MONTH" -> month(start);
      case "QUARTER_FY" -> fiscalYear(start) + "年度第" + quarter(start) + "四半期";
      case "FY" -> fiscalYearText(fiscalYear(start));
      case "CY" -> start.getYear() + "年";
      default -> date(start) + "～" + date(end);
    };
  }

  /** {@code 2025年度（令和7年度）}; no wareki before 令和元年度. */
  public static String fiscalYearText(int fiscalYear) {
    int reiwa = fiscalYear - REIWA.getYear() + 1;
    if (reiwa < 1) {
      return fiscalYear + "年度";
    }
    return fiscalYear + "年度（令和" + (reiwa == 1 ? "元" : Integer.toString(reiwa)) + "年度）";
  }

  /** The year whose 1 April begins the fiscal year of a date. */
  public static int fiscalYear(LocalDate date) {
    return date.getMonth().compareTo(Month.APRIL) >= 0 ? date.getYear() : date.getYear() - 1;
  }

  private static int quarter(LocalDate date) {
    return Math.floorMod(date.getMonthValue() - 4, 12) / 3 + 1;
  }
}
