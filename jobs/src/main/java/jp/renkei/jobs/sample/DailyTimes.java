package jp.renkei.jobs.sample;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Times of day (JST) over one month: every day alike, busy from the morning to the late evening.
 */
final class DailyTimes {
  private static final int[] HOUR_WEIGHTS = {
    4, 3, 3, 3, 3, 4, 7, 9, 10, 10, 9, 9, 11, 10, 9, 9, 9, 10, 11, 12, 13, 13, 11, 7
  };
  private static final long MILLIS_OF_HOUR = 3_600_000;

  private final List<LocalDateTime> days = new ArrayList<>();
  private final Weighted<Integer> hours = new Weighted<>();
  private final Chance chance;

  DailyTimes(YearMonth month, Set<Integer> daysLeftOut, Chance chance) {
    this.chance = chance;
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      if (!daysLeftOut.contains(day)) {
        days.add(month.atDay(day).atStartOfDay());
      }
    }
    for (int hour = 0; hour < HOUR_WEIGHTS.length; hour++) {
      hours.add(HOUR_WEIGHTS[hour], hour);
    }
  }

  /** The given number of times, oldest first, to the millisecond. */
  List<LocalDateTime> sorted(int count) {
    List<LocalDateTime> times = new ArrayList<>(count);
    for (int day = 0; day < days.size(); day++) {
      int upTo = (int) ((long) count * (day + 1) / days.size());
      long[] millis = new long[upTo - times.size()];
      for (int i = 0; i < millis.length; i++) {
        millis[i] =
            hours.draw(chance) * MILLIS_OF_HOUR + chance.between(0, (int) MILLIS_OF_HOUR - 1);
      }
      Arrays.sort(millis);
      for (long each : millis) {
        times.add(days.get(day).plusNanos(each * 1_000_000));
      }
    }
    return times;
  }
}
