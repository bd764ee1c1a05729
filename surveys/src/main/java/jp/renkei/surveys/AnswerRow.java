package jp.renkei.surveys;

/**
 * One row of a unit as it was received, before any check: texts without blanks around them, empty
 * where blank.
 *
 * @param place the line of a CSV or the cell of a form
 * @param notation how its value and value state are written
 */
public record AnswerRow(
    Place place,
    String questionnaireVersion,
    String submittedAt,
    String productLineId,
    String segment,
    String counterpartyId,
    String questionId,
    String value,
    String valueState,
    String freeText,
    Notation notation) {

  /** How values are written in the two ways in which answers arrive. */
  public enum Notation {
    /** Codes; ratios from 0 to 1. */
    CSV,
    /** What people read in a form: labels of options and value states (codes too), per cent. */
    FORM
  }

  /** As a receipt says that it was handed in; a reason written beside the answer itself stands. */
  AnswerRow with(Receipt receipt) {
    return new AnswerRow(
        place,
        questionnaireVersion,
        receipt.submittedAt().toString(),
        productLineId,
        segment,
        counterpartyId,
        questionId,
        value,
        valueState,
        freeText.isEmpty() ? receipt.reason(place).orElse("").strip() : freeText,
        notation);
  }

  static AnswerRow of(CsvRow row) {
    return new AnswerRow(
        Place.line(row.line()),
        row.text("questionnaire_version"),
        row.text("submitted_at"),
        row.text("product_line_id"),
        row.text("segment"),
        row.text("counterparty_id"),
        row.text("question_id"),
        row.text("value"),
        row.text("value_state"),
        row.text("free_text"),
        Notation.CSV);
  }
}
