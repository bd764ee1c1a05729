package jp.renkei.surveys.form;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Days as Japanese text; wareki stands beside the year, for display only. */
final class JapaneseDay {
  private JapaneseDay() {}

  /** {@code 2026年3月31日（令和8年3月31日）}. */
  static String withEra(LocalDate day) {
    var inEra = JapaneseDate.from(day);
    int year = inEra.get(ChronoField.YEAR_OF_ERA);
    JapaneseEra era = inEra.getEra();
    return "%s（%s%s年%d月%d日）"
        .formatted(
            plain(day),
            era.getDisplayName(TextStyle.FULL, Locale.JAPANESE),
            year == 1 ? "元" : Integer.toString(year),
            day.getMonthValue(),
            day.getDayOfMonth());
  }

  /** {@code 2026年3月31日}. */
  static String plain(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  /** {@code 木}. */
  static String weekday(LocalDate day) {
    return DayOfWeek.from(day).getDisplayName(TextStyle.SHORT, Locale.JAPANESE);
  }
}
