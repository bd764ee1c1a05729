package jp.renkei.jobs.silver;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.AnswerUnit;
import jp.renkei.surveys.Place;

/** Makes the unit of a returned form again from its bronze rows, each of which names its cell. */
final class ReceivedForm {
  private ReceivedForm() {}

  /** Whether the rows are a form's: a CSV's first row is its header, which no form has. */
  static boolean isForm(List<ReceivedCsv.Line> lines) {
    return lines.stream()
        .filter(line -> line.line() == 1)
        .anyMatch(
            line ->
                Notation.FORM.name().equals(ReceivedCsv.cells(line.cellsJson()).get("notation")));
  }

  /** The unit, its rows in their order. */
  static AnswerUnit unit(String path, List<ReceivedCsv.Line> lines) {
    var cells =
        lines.stream()
            .sorted(Comparator.comparingLong(ReceivedCsv.Line::line))
            .map(line -> ReceivedCsv.cells(line.cellsJson()))
            .toList();
    var first = cells.get(0);
    return new AnswerUnit(
        path,
        first.get("round_id"),
        first.get("questionnaire_id"),
        first.get("respondent_id"),
        cells.stream().map(ReceivedForm::row).toList(),
        List.of(),
        List.of());
  }

  /** Why the form replaces an earlier one, as its cover says; may be empty. */
  static String correctionReason(List<ReceivedCsv.Line> lines) {
    return ReceivedCsv.cells(lines.get(0).cellsJson()).getOrDefault("correction_reason", "");
  }

  static Place place(ReceivedCsv.Line line) {
    var cells = ReceivedCsv.cells(line.cellsJson());
    return Place.cell(cells.get("sheet"), cells.get("cell"));
  }

  private static AnswerRow row(Map<String, String> cells) {
    return new AnswerRow(
        Place.cell(cells.get("sheet"), cells.get("cell")),
        cells.get("questionnaire_version"),
        cells.get("submitted_at"),
        cells.get("product_line_id"),
        cells.get("segment"),
        cells.get("counterparty_id"),
        cells.get("question_id"),
        cells.get("value"),
        cells.get("value_state"),
        cells.get("free_text"),
        Notation.valueOf(cells.get("notation")));
  }
}
