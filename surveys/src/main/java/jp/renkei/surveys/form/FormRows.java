package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.AskedBy;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.Question.Type;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.workbook.WorkbookCell;
import jp.renkei.surveys.workbook.WorkbookContent;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;

/**
 * The answers on the sheets whose layout was found unchanged, one row each, in the order of the
 * questionnaire. A question asked once, or by product line, gives a row even when it is blank: that
 * is NOT_ANSWERED, never 0. A row of counterparties that is blank all along gives none, since most
 * pairs have nothing to do with each other.
 */
final class FormRows {
  private final WorkbookContent content;
  private final FormRecord.Subject subject;
  private final FormCells cells;
  private final String submittedAt;
  private final AreaIndex answers;
  private final Map<String, Set<Integer>> filled = new HashMap<>();
  private final List<AnswerRow> rows = new ArrayList<>();

  FormRows(WorkbookContent content, FormRecord record, FormProblems problems, String submittedAt) {
    this.content = content;
    this.subject = record.subject();
    this.answers =
        new AreaIndex(
            record.areas().entrySet().stream()
                .filter(area -> !FormNames.isKey(area.getKey()))
                .map(Map.Entry::getValue)
                .toList());
    this.cells = new FormCells(content, problems);
    this.submittedAt = submittedAt;
  }

  List<AnswerRow> of(Questionnaire questionnaire, Set<String> changedSheets) {
    for (Question question : questionnaire.questions()) {
      Optional<Area> area =
          cells
              .area(FormNames.state(question))
              .filter(states -> !changedSheets.contains(states.sheet()));
      // A form without product lines, or without counterparties, does not ask about them.
      if (area.isPresent()) {
        question(question, area.get());
      }
    }
    return List.copyOf(rows);
  }

  private void question(Question question, Area states) {
    if (question.askedBy() == AskedBy.RESPONDENT) {
      rows.add(answer(question, states.sheet(), RowKey.WHOLE, 0));
      return;
    }
    Area keys =
        cells.area(FormNames.key(question.section() + "_" + question.askedBy())).orElseThrow();
    for (int row = 0; row <= keys.last().row() - keys.first().row(); row++) {
      var position = new Position(keys.first().row() + row, keys.first().column());
      String key = content.cell(keys.sheet(), position).map(WorkbookCell::text).orElse("").strip();
      if (question.askedBy() == AskedBy.PRODUCT_LINE
          || filledRows(keys.sheet()).contains(position.row())) {
        rows.add(answer(question, states.sheet(), RowKey.parse(key), row));
      }
    }
  }

  /** The rows of a sheet in which something stands in an answer, a state or in words. */
  private Set<Integer> filledRows(String sheet) {
    return filled.computeIfAbsent(
        sheet,
        title ->
            content.sheet(title).stream()
                .flatMap(found -> found.cells().entrySet().stream())
                .filter(cell -> answers.covers(title, cell.getKey()))
                .filter(cell -> cell.getValue().isFormula() || !cell.getValue().text().isBlank())
                .map(cell -> cell.getKey().row())
                .collect(Collectors.toSet()));
  }

  private AnswerRow answer(Question question, String sheet, RowKey key, int row) {
    String value;
    Position place;
    if (question.type() == Type.MULTI) {
      value = chosen(question, sheet, row);
      place =
          cells
              .position(FormNames.answer(question, question.options().get(0).code()), row)
              .orElseThrow();
    } else {
      place = cells.position(FormNames.answer(question), row).orElseThrow();
      value = cells.text(sheet, place, question);
    }
    String state =
        cells
            .position(FormNames.state(question), row)
            .map(at -> cells.text(sheet, at, question.idAndLabel()))
            .orElse("");
    String words =
        cells
            .position(FormNames.words(question), row)
            .map(at -> cells.text(sheet, at, question.idAndLabel()))
            .orElse("");
    return FormCells.row(
        FormProblems.place(sheet, place),
        subject,
        submittedAt,
        key,
        question.id(),
        value,
        state,
        words);
  }

  private String chosen(Question question, String sheet, int row) {
    var codes = new ArrayList<String>();
    for (Option option : question.options()) {
      Position position =
          cells.position(FormNames.answer(question, option.code()), row).orElseThrow();
      if (cells.isMarked(sheet, position, question)) {
        codes.add(option.code());
      }
    }
    return String.join("|", codes);
  }
}
