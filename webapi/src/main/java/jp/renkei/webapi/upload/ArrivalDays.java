package jp.renkei.webapi.upload;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The days on which a file that the secretariat keys in may have come: an answer says how things
 * stood on the reference date, so that none can have come before it.
 *
 * @param first the round's reference date
 * @param last today in Japan
 */
public record ArrivalDays(LocalDate first, LocalDate last) {
  /** The day that a field of a form says; empty where it is none of these. */
  Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed))
          .filter(day -> !day.isBefore(first) && !day.isAfter(last));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
