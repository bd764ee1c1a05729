package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What a value is about in time; ends are inclusive. */
record Period(Type type, LocalDate start, LocalDate end, String roundId)
    implements Comparable<Period> {

  enum Type {
    POINT,
    MONTH,
    QUARTER_FY,
    FY
  }

  /** A survey round, on its reference date. */
  static Period ofRound(String roundId, LocalDate referenceDate) {
    return new Period(Type.POINT, referenceDate, referenceDate, roundId);
  }

  static Period asOf(LocalDate date) {
    return new Period(Type.POINT, date, date, "");
  }

  static Period ofMonth(YearMonth month) {
    return new Period(Type.MONTH, month.atDay(1), month.atEndOfMonth(), "");
  }

  /** The quarter of the fiscal year (from April) that holds the month. */
  static Period ofQuarter(YearMonth month) {
    var first = month.minusMonths((month.getMonthValue() + 8) % 3);
    return new Period(Type.QUARTER_FY, first.atDay(1), first.plusMonths(2).atEndOfMonth(), "");
  }

  /** The fiscal year, from April to March, that holds the month. */
  static Period ofFiscalYear(YearMonth month) {
    var first = YearMonth.of(month.minusMonths(3).getYear(), 4);
    return new Period(Type.FY, first.atDay(1), first.plusMonths(11).atEndOfMonth(), "");
  }

  List<YearMonth> months() {
    return YearMonth.from(start)
        .atDay(1)
        .datesUntil(end.plusDays(1), java.time.Period.ofMonths(1))
        .map(YearMonth::from)
        .toList();
  }

  @Override
  public int compareTo(Period other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : type.compareTo(other.type);
  }
}
