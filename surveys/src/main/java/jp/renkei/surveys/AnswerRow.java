package jp.renkei.surveys;

/**
 * One row of a unit as it was received, before any check: texts without blanks around them, empty
 * where blank.
 *
 * @param place the line of a CSV or the cell of a form
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
    String freeText) {

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
        row.text("free_text"));
  }
}
