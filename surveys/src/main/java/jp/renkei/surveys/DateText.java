package jp.renkei.surveys;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as people write it in Japan: {@code 2026/3/31}, {@code 2026年3月31日}, {@code 令和8年3月31日},
 * {@code R8.3.31}, {@code 20260331}.
 *
 * @param writtenEra the era it was written in; empty for the western calendar
 */
record DateText(LocalDate date, Optional<JapaneseEra> writtenEra) {
  private static final String ERA =
      "(?:(令和|平成|昭和|[RHSrhs])\\s*\\.?\\s*(元|\\d{1,2})|(?:西暦)?(\\d{4}))";
  private static final Pattern DATE =
      Pattern.compile(
          ERA
              + "(?:\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日|([./-])(\\d{1,2})\\6(\\d{1,2}))"
              + "(?:\\s*\\(([月火水木金土日])\\))?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern WITH_TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}(:\\d{2})?");
  private static final Pattern MONTH =
      Pattern.compile(ERA + "(?:\\s*年\\s*(\\d{1,2})\\s*月|[./-](\\d{1,2}))(?:末日?|中|頃)?");
  private static final Pattern FISCAL_YEAR = Pattern.compile(ERA + "\\s*年度");

  /** Empty where the text is no date, or no day of the calendar. */
  static Optional<DateText> of(String typed) {
    try {
      Matcher digits = DIGITS.matcher(typed);
      if (digits.matches()) {
        return Optional.of(
            western(
                Integer.parseInt(digits.group(1)),
                Integer.parseInt(digits.group(2)),
                Integer.parseInt(digits.group(3))));
      }
      Matcher withTime = WITH_TIME.matcher(typed);
      if (withTime.matches()) {
        return Optional.of(new DateText(LocalDate.parse(withTime.group(1)), Optional.empty()));
      }
      return parts(typed);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whether the text is written as a date is, of a day that no calendar has: 令和7年2月30日. */
  static boolean isNoDay(String typed) {
    try {
      Matcher digits = DIGITS.matcher(typed);
      if (digits.matches()) {
        western(
            Integer.parseInt(digits.group(1)),
            Integer.parseInt(digits.group(2)),
            Integer.parseInt(digits.group(3)));
      } else {
        parts(typed);
      }
      return false;
    } catch (DateTimeException e) {
      return true;
    }
  }

  private static DateText western(int year, int month, int day) {
    return new DateText(LocalDate.of(year, month, day), Optional.empty());
  }

  private static Optional<DateText> parts(String typed) {
    Matcher parts = DATE.matcher(typed);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean isInWords = parts.group(4) != null;
    var date =
        LocalDate.of(
            year(parts),
            Integer.parseInt(parts.group(isInWords ? 4 : 7)),
            Integer.parseInt(parts.group(isInWords ? 5 : 8)));
    String dayOfWeek = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPAN);
    boolean isItsDay = parts.group(9) == null || parts.group(9).equals(dayOfWeek);
    return isItsDay ? Optional.of(new DateText(date, era(parts))) : Optional.empty();
  }

  /** Where the day is missing: the month that was written. */
  static Optional<YearMonth> month(String typed) {
    Matcher parts = MONTH.matcher(typed);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int month = Integer.parseInt(parts.group(4) == null ? parts.group(5) : parts.group(4));
    boolean isMonth = month >= 1 && month <= 12;
    return isMonth ? Optional.of(YearMonth.of(year(parts), month)) : Optional.empty();
  }

  /** The western year of a fiscal year: 令和9年度 is 2027. */
  static Optional<Integer> fiscalYear(String typed) {
    Matcher parts = FISCAL_YEAR.matcher(typed);
    return parts.matches() ? Optional.of(year(parts)) : Optional.empty();
  }

  private static int year(Matcher parts) {
    if (parts.group(3) != null) {
      return Integer.parseInt(parts.group(3));
    }
    int ofEra = parts.group(2).equals("元") ? 1 : Integer.parseInt(parts.group(2));
    return firstYear(era(parts).orElseThrow()) + ofEra - 1;
  }

  private static Optional<JapaneseEra> era(Matcher parts) {
    if (parts.group(1) == null) {
      return Optional.empty();
    }
    return Optional.of(
        switch (parts.group(1).toUpperCase(Locale.ROOT)) {
          case "令和", "R" -> JapaneseEra.REIWA;
          case "平成", "H" -> JapaneseEra.HEISEI;
          default -> JapaneseEra.SHOWA;
        });
  }

  private static int firstYear(JapaneseEra era) {
    return List.of(1926, 1989, 2019).get(era.getValue() - JapaneseEra.SHOWA.getValue());
  }

  /** 平成32年 never was: that year is 令和2年. */
  boolean isInItsEra() {
    return writtenEra.isEmpty() || JapaneseDate.from(date).getEra().equals(writtenEra.get());
  }

  /** The date in the era that it lies in: {@code 令和2年3月31日}. */
  String rightEra() {
    JapaneseDate japanese = JapaneseDate.from(date);
    String era = japanese.getEra().getDisplayName(TextStyle.FULL, Locale.JAPAN);
    int year = japanese.get(ChronoField.YEAR_OF_ERA);
    return "%s%s年%d月%d日"
        .formatted(era, year == 1 ? "元" : year, date.getMonthValue(), date.getDayOfMonth());
  }
}
