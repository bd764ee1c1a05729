package jp.renkei.webapi.desk;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a day stands to a round's due date.
 *
 * @param days to the date that the text speaks of, never negative
 * @param urgency good, warn or bad
 */
public record Deadline(String textKey, long days, String urgency) {
  private static final int SOON = 7;

  /** As seen on a day. */
  public static Deadline of(DeskRound round, LocalDate today) {
    long toDue = ChronoUnit.DAYS.between(today, round.dueDay());
    long toLast = ChronoUnit.DAYS.between(today, round.finalDay());
    if (toDue >= 0) {
      return new Deadline("deadline.left", toDue, toDue < SOON ? "warn" : "good");
    }
    return toLast >= 0
        ? new Deadline("deadline.grace", toLast, "warn")
        : new Deadline("deadline.over", -toLast, "bad");
  }
}
