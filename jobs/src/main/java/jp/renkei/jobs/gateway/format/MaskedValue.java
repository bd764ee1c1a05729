package jp.renkei.jobs.gateway.format;

import java.util.regex.Pattern;

/** What a message or a masked line may show of a raw value: its form, never what it says. */
final class MaskedValue {
  static final String HIDDEN = "***";

  private static final int LONGEST_SHOWN = 40;
  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?"
              + "([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
              + "|[0-9]{2}/[A-Za-z]{3}/[0-9]{4}:[0-9]{2}:[0-9]{2}:[0-9]{2}( [+-][0-9]{4})?");
  private static final Pattern DIGITS =
      Pattern.compile("(?=.*[0-9])(?:[-+.:/ ]|[0-9]++[TtZzeE]?)*");
  private static final Pattern SMALL_NUMBER = Pattern.compile("-?[0-9]{1,3}");

  private MaskedValue() {}

  /** A value of the field of the time: what is a date and time at a glance tells of nobody. */
  static String time(String raw) {
    return isTime(raw) ? raw : of(raw);
  }

  /** A value of a field that holds a number: one of few digits tells of nobody. */
  static String number(String raw) {
    return SMALL_NUMBER.matcher(raw).matches() ? raw : of(raw);
  }

  /** Any value: digits as 9, all else hidden. */
  static String of(String raw) {
    if (raw.isEmpty()) {
      return raw;
    }
    return raw.length() <= LONGEST_SHOWN && DIGITS.matcher(raw).matches()
        ? raw.replaceAll("[0-9]", "9")
        : HIDDEN;
  }

  static boolean isTime(String raw) {
    return TIME.matcher(raw).matches();
  }
}
