package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Refused;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.privacy.CardNumbers;

/** Checks one row against its question: grain, value state, value, free text. */
final class RowCheck {
  private static final String SEGMENTS = "INDIVIDUAL, CORPORATE";
  private final Complaints complaints;

  RowCheck(Complaints complaints) {
    this.complaints = complaints;
  }

  /** What a sound row says. */
  record Checked(String value, ValueState state) {}

  /** Empty when the row has an error, which is then among the complaints. */
  Optional<Checked> check(AnswerRow row, Question question) {
    int before = complaints.count();
    grain(row, question);
    freeText(row, question);
    Optional<Checked> checked = state(row, question).flatMap(state -> value(row, question, state));
    return complaints.count() == before ? checked : Optional.empty();
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
    if (AnswerValue.isTooLong(row.freeText())) {
      refuse(row, question, row.freeText(), AnswerValue.tooLong());
    }
    if (CardNumbers.found(row.freeText())) {
      refuse(row, question, row.freeText(), AnswerValue.cardNumber());
    }
  }

  private Optional<ValueState> state(AnswerRow row, Question question) {
    if (row.valueState().isEmpty()) {
      return Optional.of(row.value().isEmpty() ? ValueState.NOT_ANSWERED : ValueState.REPORTED);
    }
    Optional<ValueState> state =
        Arrays.stream(ValueState.values())
            .filter(each -> each.name().equals(row.valueState()))
            .findFirst();
    if (state.isEmpty()) {
      String known =
          Arrays.stream(ValueState.values()).map(Enum::name).collect(Collectors.joining(", "));
      complaints.error(
          place(row, question),
          Reason.UNKNOWN_CODE,
          row.valueState(),
          text("expected.one_of", known),
          text("remedy.value_state"));
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
          row.value(),
          text("expected.no_value", state),
          text("remedy.value_state"));
      return Optional.empty();
    }
    if (row.value().isEmpty()) {
      complaints.error(
          place(row, question),
          Reason.MISSING_VALUE,
          "",
          text("expected.value"),
          text("remedy.missing_value"));
      return Optional.empty();
    }
    var reading = AnswerValue.of(question, row.value());
    if (reading instanceof Refused refused) {
      refuse(row, question, row.value(), refused);
      return Optional.empty();
    }
    return Optional.of(new Checked(((Read) reading).value(), state));
  }

  private void refuse(AnswerRow row, Question question, String found, Refused refused) {
    complaints.error(
        place(row, question), refused.reason(), found, refused.expected(), refused.remedy());
  }
}
