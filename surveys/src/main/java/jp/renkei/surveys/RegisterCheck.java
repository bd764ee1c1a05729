package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Questionnaire.Side;
import jp.renkei.warehouse.privacy.CardNumbers;

/** Looks the ids of a unit up in the registers, as they stand on the reference date. */
final class RegisterCheck {
  private final AnswerUnit unit;
  private final SurveyContext context;
  private final Complaints complaints;
  private final Set<String> strangers = new HashSet<>();

  RegisterCheck(AnswerUnit unit, SurveyContext context, Complaints complaints) {
    this.unit = unit;
    this.context = context;
    this.complaints = complaints;
  }

  void respondent(Questionnaire questionnaire, LocalDate on) {
    if (!isKnown(questionnaire.respondents(), unit.respondentId(), on)) {
      complaints.error(
          unit.rows().get(0).place().about("respondent_id"),
          Reason.UNKNOWN_ID,
          unit.respondentId(),
          text("expected.side." + questionnaire.respondents(), on),
          text("remedy.register"));
    }
  }

  void row(Questionnaire questionnaire, Question question, AnswerRow row, LocalDate on) {
    switch (question.askedBy()) {
      case PRODUCT_LINE -> productLine(question, row, on);
      case COUNTERPARTY -> counterparty(questionnaire, question, row, on);
      case RESPONDENT -> {}
    }
  }

  private void productLine(Question question, AnswerRow row, LocalDate on) {
    // Of a respondent whom nobody knows no line can be known; that is said once, for the unit.
    boolean isKnown =
        row.productLineId().isEmpty()
            || !context.isIssuer(unit.respondentId(), on)
            || context.isProductLine(row.productLineId(), unit.respondentId(), on);
    if (!isKnown) {
      complaints.error(
          RowCheck.place(row, question),
          Reason.UNKNOWN_ID,
          row.productLineId(),
          text("expected.product_line", unit.respondentId(), on),
          text("remedy.register"));
    }
  }

  private void counterparty(
      Questionnaire questionnaire, Question question, AnswerRow row, LocalDate on) {
    Side other = questionnaire.respondents() == Side.ISSUER ? Side.AGENT : Side.ISSUER;
    String id = row.counterpartyId();
    if (id.isEmpty() || isKnown(other, id, on)) {
      return;
    }
    // An id that no register holds is a text like any other, and would be stored as it is.
    if (CardNumbers.found(id)) {
      var refused = AnswerValue.cardNumber();
      complaints.error(
          RowCheck.place(row, question),
          refused.reason(),
          id,
          refused.expected(),
          refused.remedy());
    } else if (strangers.add(id)) {
      complaints.warning(
          row.place().about("counterparty_id"),
          Reason.UNKNOWN_COUNTERPARTY,
          id,
          text("expected.side." + other, on),
          text("remedy.counterparty"));
    }
  }

  private boolean isKnown(Side side, String id, LocalDate on) {
    return side == Side.ISSUER ? context.isIssuer(id, on) : context.isAgent(id, on);
  }
}
