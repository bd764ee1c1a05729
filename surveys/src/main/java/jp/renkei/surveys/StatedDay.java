package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.time.LocalDate;
import java.util.Optional;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.Problem.Reason;

/**
 * The day on which a unit says that it was submitted, against the day on which it was received.
 * Submission days order resubmissions, so that a mistyped year would stand above every later answer
 * of its respondent.
 */
public final class StatedDay {
  /** As the form names them. */
  private static final Place COVER = Place.cell("表紙", "").about("提出日");

  private StatedDay() {}

  /**
   * What is wrong with the day.
   *
   * @param unit as it was received: a receipt puts the time of handing in in the place of this day
   * @param round none, or one that is still to come, says that the clock is no measure here
   */
  public static Optional<Problem> afterReceipt(
      AnswerUnit unit, LocalDate receivedOn, Optional<SurveyRound> round) {
    var first = unit.rows().get(0);
    boolean isClockSane =
        round.filter(asked -> !receivedOn.isBefore(asked.referenceDate())).isPresent();
    return SubmissionTime.parse(first.submittedAt())
        .filter(at -> isClockSane && at.toLocalDate().isAfter(receivedOn))
        .map(
            at ->
                Problem.error(
                    unit.file(),
                    place(first),
                    Reason.DATE_OUT_OF_RANGE,
                    new BilingualText(first.submittedAt(), first.submittedAt()),
                    text("expected.not_after_receipt", receivedOn),
                    text("remedy.not_after_receipt")));
  }

  private static Place place(AnswerRow first) {
    return first.notation() == Notation.FORM ? COVER : first.place().about("submitted_at");
  }
}
