package jp.renkei.surveys;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads {@code submitted_at}: an ISO date and time, with an offset or in Japan's, or a date. */
public final class SubmissionTime {
  static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final int LONGEST = 40;
  private static final int DATE_LENGTH = 10;

  private SubmissionTime() {}

  /** A day as people write it in a form, wareki too; empty when it is none. */
  public static Optional<LocalDate> day(String text) {
    return DateAnswer.of(text, AnswerRow.Notation.FORM) instanceof AnswerValue.Read read
        ? Optional.of(LocalDate.parse(read.value()))
        : Optional.empty();
  }

  /** At +09:00; a date alone is its midnight. Empty when it is none of these. */
  public static Optional<OffsetDateTime> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String iso = text.length() > DATE_LENGTH ? text.replace(' ', 'T') : text;
    try {
      if (iso.length() == DATE_LENGTH) {
        return Optional.of(LocalDate.parse(iso).atStartOfDay(ZONE).toOffsetDateTime());
      }
      boolean hasOffset = iso.endsWith("Z") || iso.lastIndexOf('+') > 0 || iso.lastIndexOf('-') > 7;
      return Optional.of(
          hasOffset
              ? OffsetDateTime.parse(iso).atZoneSameInstant(ZONE).toOffsetDateTime()
              : LocalDateTime.parse(iso).atZone(ZONE).toOffsetDateTime());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
