package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Reading;
import jp.renkei.surveys.AnswerValue.Refused;
import jp.renkei.surveys.Problem.Reason;

/** Reads the answer to a question that asks for a date. */
final class DateAnswer {
  private DateAnswer() {}

  static Reading of(String raw, Notation notation) {
    BilingualText expected = text("expected.date");
    if (PlainText.isTooLong(raw)) {
      return Refused.wrongType(expected, text("remedy.date"));
    }
    String typed = PlainText.of(raw);
    Optional<DateText> read = DateText.of(typed);
    if (read.isPresent()) {
      return date(raw, read.get());
    }
    if (DateText.isNoDay(typed)) {
      return Refused.wrongType(text("expected.no_day"), text("remedy.no_day"));
    }
    Optional<BilingualText> hint = AbsentValue.hint(typed, notation);
    if (hint.isPresent()) {
      return Refused.wrongType(expected, hint.get());
    }
    return Refused.wrongType(
        expected,
        DateText.month(typed).map(DateAnswer::wholeMonth).orElseGet(() -> text("remedy.date")));
  }

  private static BilingualText wholeMonth(YearMonth month) {
    return text("remedy.day_of_month", month.atDay(1), month.atEndOfMonth());
  }

  private static Reading date(String raw, DateText read) {
    if (!read.isInItsEra()) {
      return Refused.wrongType(
          text("expected.era", read.rightEra()), text("remedy.era", read.date()));
    }
    LocalDate date = read.date();
    if (date.isBefore(AnswerValue.EARLIEST) || date.isAfter(AnswerValue.LATEST)) {
      return new Refused(
          Reason.DATE_OUT_OF_RANGE,
          text("expected.date_range", AnswerValue.EARLIEST, AnswerValue.LATEST),
          text("remedy.date_range"));
    }
    String iso = date.toString();
    return raw.equals(iso) ? Read.plain(iso) : Read.as(iso, iso);
  }
}
