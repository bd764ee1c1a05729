package jp.renkei.surveys.form;

import java.util.Optional;
import java.util.Set;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.workbook.WorkbookCell;
import jp.renkei.surveys.workbook.WorkbookCell.Kind;
import jp.renkei.surveys.workbook.WorkbookContent;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;

/** Takes the texts out of a form's cells. What cannot be taken is among the problems. */
final class FormCells {
  /** Circles as the different keyboards and fonts write them. */
  private static final Set<String> CIRCLES = Set.of("○", "〇", "◯", "⭕", "◎");

  /** Marks that mean the same, and are told to the sender. */
  private static final Set<String> OTHER_MARKS = Set.of("✓", "✔", "☑", "レ", "●", "1", "１");

  private final WorkbookContent content;
  private final FormProblems problems;

  FormCells(WorkbookContent content, FormProblems problems) {
    this.content = content;
    this.problems = problems;
  }

  /** The cell of a name's area in a row below its first; empty when the form lacks the name. */
  Optional<Position> position(String name, int row) {
    return Optional.ofNullable(content.names().get(name))
        .map(area -> new Position(area.first().row() + row, area.first().column()));
  }

  Optional<Area> area(String name) {
    return Optional.ofNullable(content.names().get(name));
  }

  /** Without blanks around it; empty where the cell is blank or cannot be taken. */
  String text(String sheet, Position position, Question question) {
    return text(sheet, position, question.idAndLabel());
  }

  String text(String sheet, Position position, String subject) {
    Optional<WorkbookCell> found = content.cell(sheet, position);
    if (found.isEmpty()) {
      return "";
    }
    WorkbookCell cell = found.get();
    Place place = FormProblems.place(sheet, position).about(subject);
    if (cell.isFormula() && cell.text().isEmpty()) {
      problems.error(
          place,
          Reason.UNUSABLE_FORMULA,
          FormProblems.text("found.formula_without_result"),
          FormProblems.text("expected.value"),
          FormProblems.text("remedy.paste_value"));
      return "";
    }
    if (cell.kind() == Kind.ERROR) {
      problems.error(
          place,
          Reason.UNUSABLE_FORMULA,
          FormProblems.asWritten(cell.text()),
          FormProblems.text("expected.value"),
          FormProblems.text("remedy.paste_value"));
      return "";
    }
    String text = shown(cell).strip();
    if (cell.isFormula()) {
      problems.notice(
          place, FormProblems.text("found.formula"), text, FormProblems.text("remedy.formula"));
    }
    return text;
  }

  /** A per cent sign is part of what was written: 0.5% leaves no doubt, 0.5 alone does. */
  private static String shown(WorkbookCell cell) {
    return cell.kind() == Kind.PERCENT ? cell.text() + "%" : cell.text();
  }

  /** Whether an option is chosen. */
  boolean isMarked(String sheet, Position position, Question question) {
    String mark = text(sheet, position, question);
    if (mark.isEmpty() || CIRCLES.contains(mark)) {
      return !mark.isEmpty();
    }
    Place place = FormProblems.place(sheet, position).about(question.idAndLabel());
    if (OTHER_MARKS.contains(mark)) {
      problems.notice(
          place,
          FormProblems.asWritten(mark),
          FormLists.CHOSEN,
          FormProblems.text("remedy.mark_read"));
      return true;
    }
    problems.error(
        place,
        Reason.UNKNOWN_CODE,
        FormProblems.asWritten(mark),
        FormProblems.text("expected.mark"),
        FormProblems.text("remedy.mark"));
    return false;
  }

  /** A row of an answer, before any check of what is in it. */
  static AnswerRow row(
      Place place,
      FormRecord.Subject subject,
      String submittedAt,
      RowKey key,
      String questionId,
      String value,
      String state,
      String words) {
    return new AnswerRow(
        place,
        Integer.toString(subject.version()),
        submittedAt,
        key.productLineId(),
        key.segment(),
        key.counterpartyId(),
        questionId,
        value,
        state,
        words,
        AnswerRow.Notation.FORM);
  }
}
