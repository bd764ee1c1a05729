package jp.renkei.surveys;

import java.time.LocalDate;

/**
 * The fiscal year (1 April to 31 March) that a round asks about: the last one that ended on or
 * before its reference date. Definitions name it by {@link #PLACEHOLDER}, since the same version of
 * a questionnaire is asked in many rounds.
 *
 * @param year in which it begins: 2025 for 2025-04-01 to 2026-03-31
 */
public record AskedFiscalYear(int year) {
  static final String PLACEHOLDER = "{fiscal_year}";

  /** What stands where no round says which year it is, as in the list of all questions. */
  private static final String OF_NO_ROUND = "基準日までに終わった直近の年度";

  /** For a round by its reference date. */
  public static AskedFiscalYear on(LocalDate referenceDate) {
    boolean endsOnIt = referenceDate.getMonthValue() == 3 && referenceDate.getDayOfMonth() == 31;
    boolean isAfterApril = referenceDate.getMonthValue() >= 4;
    return new AskedFiscalYear(referenceDate.getYear() - (endsOnIt || isAfterApril ? 1 : 2));
  }

  /** A definition's text, as it reads without a round. */
  static String ofNoRound(String definition) {
    return definition.replace(PLACEHOLDER, OF_NO_ROUND);
  }

  /** A question's text as the round asks it; texts without a fiscal year stay as they are. */
  public String in(String text) {
    return text.replace(OF_NO_ROUND, japanese());
  }

  /** {@code 2025年度（2025年4月1日～2026年3月31日）}: in full, since readers differ in what 年度 begins. */
  public String japanese() {
    return "%d年度（%d年4月1日～%d年3月31日）".formatted(year, year, year + 1);
  }
}
