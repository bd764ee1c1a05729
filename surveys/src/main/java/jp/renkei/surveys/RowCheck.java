package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Refused;
import jp.renkei.surveys.AnswerValue.Remark;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;
import jp.renkei.warehouse.privacy.CardNumbers;

/** Checks one row against its question: grain, value state, value, free text. */
final class RowCheck {
  private static final BilingualText SEGMENTS =
      new BilingualText("INDIVIDUAL, CORPORATE", "INDIVIDUAL（個人）、CORPORATE（法人）");
  private final Complaints complaints;

  RowCheck(Complaints complaints) {
    this.complaints = complaints;
  }

  /** What a sound row says. */
  record Checked(String value, ValueState state) {}

  /** Empty when the row has an error, which is then among the complaints. */
  Optional<Checked> check(AnswerRow row, Question question) {
    int before = complaints.errors();
    grain(row, question);
    freeText(row, question);
    Optional<Checked> checked = state(row, question).flatMap(state -> value(row, question, state));
    return complaints.errors() == before ? checked : Optional.empty();
  }

  static Place place(AnswerRow row, Question question) {
    return row.place().about(question.idAndLabel());
  }

  private void grain(AnswerRow row, Question question) {
    boolean byLine = question.askedBy() == Question.AskedBy.PRODUCT_LINE;
    boolean byCell = question.askedBy() == Question.AskedBy.COUNTERPARTY;
    part(row, question, "product_line_id", row.productLineId(), byLine);
    part(row, question, "segment", row.segment(), byCell);
    part(row, question, "counterparty_id", row.counterpartyId(), byCell);
    boolean isSegment = Stream.of("", "INDIVIDUAL", "CORPORATE").anyMatch(row.segment()::equals);
    if (byCell && !isSegment) {
      complaints.error(
          place(row, question),
          Reason.UNKNOWN_CODE,
          row.segment(),
          text("expected.one_of", SEGMENTS),
          text("remedy.one_of"));
    }
  }

  private void part(
      AnswerRow row, Question question, String column, String found, boolean isWanted) {
    if (isWanted == !found.isEmpty()) {
      return;
    }
    String wanted = isWanted ? "expected.grain_given" : "expected.grain_empty";
    complaints.error(
        place(row, question),
        Reason.WRONG_GRAIN,
        found,
        text(wanted, column),
        text("remedy.grain", text("asked_by." + question.askedBy())));
  }

  private void freeText(AnswerRow row, Question question) {
    AnswerValue.textFault(row.freeText())
        .ifPresent(fault -> refuse(row, question, row.freeText(), fault));
    if (CardNumbers.found(row.freeText())) {
      refuse(row, question, row.freeText(), AnswerValue.cardNumber());
    }
  }

  private Optional<ValueState> state(AnswerRow row, Question question) {
    if (row.valueState().isEmpty()) {
      return Optional.of(row.value().isEmpty() ? ValueState.NOT_ANSWERED : ValueState.REPORTED);
    }
    Optional<ValueState> state = ValueState.of(PlainText.of(row.valueState()));
    if (state.isEmpty()) {
      complaints.error(
          place(row, question),
          Reason.UNKNOWN_CODE,
          row.valueState(),
          text("expected.one_of", CodeWords.states(row.notation())),
          text("remedy.value_state"));
    } else if (row.notation() == Notation.CSV && !state.get().name().equals(row.valueState())) {
      BilingualText read = CodeWords.state(state.get(), row.notation());
      complaints.notice(
          place(row, question), Reason.READ_AS, row.valueState(), read, text("remedy.read_as"));
    }
    return state;
  }

  private Optional<Checked> value(AnswerRow row, Question question, ValueState state) {
    if (state != ValueState.REPORTED) {
      if (row.value().isEmpty()) {
        return Optional.of(new Checked("", state));
      }
      complaints.error(
          place(row, question),
          Reason.UNEXPECTED_VALUE,
          entered(row, question),
          text("expected.no_value", CodeWords.state(state, row.notation())),
          text("remedy.value_state"));
      return Optional.empty();
    }
    if (row.value().isEmpty()) {
      complaints.error(
          place(row, question),
          Reason.MISSING_VALUE,
          "",
          text("expected.value", CodeWords.state(state, row.notation())),
          text("remedy.missing_value"));
      return Optional.empty();
    }
    var reading = AnswerValue.of(question, row.value(), row.notation());
    if (reading instanceof Refused refused) {
      refuse(row, question, entered(row, question), refused);
      return Optional.empty();
    }
    var read = (Read) reading;
    read.remark().ifPresent(remark -> tell(row, question, remark));
    return Optional.of(new Checked(read.value(), state));
  }

  private static String entered(AnswerRow row, Question question) {
    return CodeWords.entered(question, row.value(), row.notation());
  }

  private void tell(AnswerRow row, Question question, Remark remark) {
    Place place = place(row, question);
    if (remark.severity() == Severity.NOTICE) {
      complaints.notice(
          place, Reason.READ_AS, entered(row, question), remark.expected(), remark.remedy());
    } else {
      complaints.warning(
          place, Reason.READ_AS, entered(row, question), remark.expected(), remark.remedy());
    }
  }

  private void refuse(AnswerRow row, Question question, String found, Refused refused) {
    complaints.error(
        place(row, question), refused.reason(), found, refused.expected(), refused.remedy());
  }
}
