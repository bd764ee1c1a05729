package jp.renkei.jobs.gateway.classify;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A closed interval of days.
 *
 * @param fromDay days since 1970; the least number where it is open
 * @param toDay days since 1970; the greatest number where it is open
 */
public record Validity(int fromDay, int toDay) implements Serializable {

  public static Validity of(Optional<LocalDate> from, Optional<LocalDate> to) {
    return new Validity(
        from.map(day -> (int) day.toEpochDay()).orElse(Integer.MIN_VALUE),
        to.map(day -> (int) day.toEpochDay()).orElse(Integer.MAX_VALUE));
  }

  public boolean holds(int day) {
    return fromDay <= day && day <= toDay;
  }

  public boolean holds(LocalDate day) {
    return holds((int) day.toEpochDay());
  }

  public boolean overlaps(Validity other) {
    return fromDay <= other.toDay && other.fromDay <= toDay;
  }
}
