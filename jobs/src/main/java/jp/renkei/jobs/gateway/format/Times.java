package jp.renkei.jobs.gateway.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads times into microseconds since 1970, by hand, since every line has one. {@link #BAD} stands
 * for what is no time of that form. A leap second, which stands before midnight of UTC only, is
 * taken as the last microsecond of its day: so it comes after all that was before and stays in its
 * day.
 */
final class Times {
  static final long BAD = Long.MIN_VALUE;

  /** No log of ours has a time before, or from the other on. */
  static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli() * 1000;

  static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli() * 1000;
  private static final long MICROS = 1_000_000L;
  private static final long DAY = 86_400 * MICROS;
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

  private Times() {}

  /** Refuses times that no log of ours can have. */
  static void requireRange(long micros) throws LineRejected {
    if (micros < EARLIEST || micros >= LATEST) {
      throw new LineRejected(RejectReason.TIME_OUT_OF_RANGE, "範囲外の日時", "2000年から2099年までの日時");
    }
  }

  /**
   * {@code 2026-01-05T09:00:00.123+09:00}; also t and z, a blank for the T, an offset without
   * colon.
   */
  static long isoOffset(CharSequence text) {
    int end = endOfFraction(text);
    if (end < 0) {
      return BAD;
    }
    long local = isoMicros(text, end);
    long offset = offsetSeconds(text, end);
    return local == BAD || offset == BAD ? BAD : utc(text, 17, local - offset * MICROS);
  }

  /** {@code 2026-01-05T09:00:00.123} in a zone. */
  static long isoLocal(CharSequence text, ZoneId zone) {
    int end = endOfFraction(text);
    if (end != text.length()) {
      return BAD;
    }
    long local = isoMicros(text, end);
    if (local == BAD) {
      return BAD;
    }
    long seconds = Math.floorDiv(local, MICROS);
    ZoneOffset offset =
        zone.getRules().getOffset(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC));
    return utc(text, 17, local - offset.getTotalSeconds() * MICROS);
  }

  /** {@code 05/Jan/2026:09:00:00 +0900}. */
  static long clf(CharSequence text) {
    if (text.length() != 26
        || text.charAt(2) != '/'
        || text.charAt(6) != '/'
        || text.charAt(11) != ':'
        || text.charAt(14) != ':'
        || text.charAt(17) != ':'
        || text.charAt(20) != ' '
        || text.charAt(23) == ':') {
      return BAD;
    }
    int month = MONTHS.indexOf(text.subSequence(3, 6).toString());
    if (month < 0 || month % 3 != 0) {
      return BAD;
    }
    long day = epochDay(digits(text, 7, 4), month / 3 + 1, digits(text, 0, 2));
    long second = secondOfDay(text, 12);
    long offset = offsetSeconds(text, 21);
    return day == BAD || second == BAD || offset == BAD
        ? BAD
        : utc(text, 18, (day * 86_400 + second - offset) * MICROS);
  }

  /**
   * Takes a leap second back into its day.
   *
   * @param secondStart where the seconds stand
   * @param micros in UTC, a 60th second counted as the first of the next minute
   */
  private static long utc(CharSequence text, int secondStart, long micros) {
    if (text.charAt(secondStart) != '6') {
      return micros;
    }
    long midnight = micros - Math.floorMod(micros, MICROS);
    return Math.floorMod(midnight, DAY) == 0 ? midnight - 1 : BAD;
  }

  /** The place behind the seconds and their decimals, or -1. */
  private static int endOfFraction(CharSequence text) {
    int length = text.length();
    if (length < 19) {
      return -1;
    }
    int end = 19;
    if (end < length && text.charAt(end) == '.') {
      end++;
      while (end < length && isDigit(text.charAt(end))) {
        end++;
      }
      if (end == 20 || end > 29) {
        return -1;
      }
    }
    return end;
  }

  private static long isoMicros(CharSequence text, int end) {
    if (text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || !isBetweenDateAndTime(text.charAt(10))
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return BAD;
    }
    long day = epochDay(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
    long second = secondOfDay(text, 11);
    if (day == BAD || second == BAD) {
      return BAD;
    }
    long fraction = 0;
    for (int place = 20; place < 26; place++) {
      fraction = fraction * 10 + (place < end ? text.charAt(place) - '0' : 0);
    }
    return (day * 86_400 + second) * MICROS + fraction;
  }

  private static boolean isBetweenDateAndTime(char c) {
    return c == 'T' || c == 't' || c == ' ';
  }

  /** A 60th second is let through: {@link #utc} judges it. */
  private static long secondOfDay(CharSequence text, int start) {
    int hour = digits(text, start, 2);
    int minute = digits(text, start + 3, 2);
    int second = digits(text, start + 6, 2);
    return hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60
        ? BAD
        : hour * 3600L + minute * 60L + second;
  }

  /** Z, +09:00 or +0900 up to the end of the text. */
  private static long offsetSeconds(CharSequence text, int start) {
    int rest = text.length() - start;
    if (rest == 1 && (text.charAt(start) == 'Z' || text.charAt(start) == 'z')) {
      return 0;
    }
    boolean hasColon = rest == 6 && text.charAt(start + 3) == ':';
    if (rest != 5 && !hasColon) {
      return BAD;
    }
    char sign = text.charAt(start);
    int hours = digits(text, start + 1, 2);
    int minutes = digits(text, start + (hasColon ? 4 : 3), 2);
    if ((sign != '+' && sign != '-') || hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return BAD;
    }
    long seconds = hours * 3600L + minutes * 60L;
    return sign == '+' ? seconds : -seconds;
  }

  private static long epochDay(int year, int month, int day) {
    if (year < 0 || month < 1 || month > 12 || day < 1 || day > 31) {
      return BAD;
    }
    try {
      return LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException e) {
      return BAD;
    }
  }

  private static int digits(CharSequence text, int start, int count) {
    int value = 0;
    for (int place = start; place < start + count; place++) {
      char c = text.charAt(place);
      if (!isDigit(c)) {
        return -1;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
