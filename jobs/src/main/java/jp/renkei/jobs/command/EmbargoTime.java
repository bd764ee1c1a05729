package jp.renkei.jobs.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** A time as it is typed: in Japan's zone unless it says another. */
final class EmbargoTime {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

  private EmbargoTime() {}

  static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          time instanceof OffsetDateTime zoned
              ? zoned.toInstant()
              : LocalDateTime.from(time).atZone(JAPAN).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
