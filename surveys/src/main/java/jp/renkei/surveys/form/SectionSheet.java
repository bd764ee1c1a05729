package jp.renkei.surveys.form;

import java.util.List;
import java.util.Optional;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Format;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.Question.Type;
import jp.renkei.surveys.Questionnaire.Section;
import jp.renkei.surveys.workbook.StoredText;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * The questions of one section that are asked once: a line each, and a line for every option of a
 * question that takes several.
 */
final class SectionSheet {
  private static final int ID = 0;
  private static final int QUESTION = 1;
  private static final int ANSWER = 2;
  private static final int UNIT = 3;
  private static final int STATE = 4;
  private static final int WORDS = 5;
  private static final int LAST = 6;
  private static final List<Integer> WIDTHS = List.of(10, 44, 30, 8, 14, 28, 24);
  private static final List<String> HEADS =
      List.of("id", "question", "answer", "unit", "state", "words", "last");
  static final int HEAD_ROW = 3;

  private final FormParts parts;
  private final FormSheet sheet;
  private int row = HEAD_ROW + 1;

  private SectionSheet(FormParts parts, FormSheet sheet) {
    this.parts = parts;
    this.sheet = sheet;
  }

  static void write(FormParts parts, String title, Section section, List<Question> questions) {
    var sheet = parts.book().sheet(title);
    sheet.columns(WIDTHS);
    sheet.line(0, ID, section.id() + "　" + section.titleJa(), Look.TITLE);
    sheet.line(1, ID, FormWords.ja("section.how"), Look.LINE);
    for (int column = 0; column < HEADS.size(); column++) {
      sheet.label(HEAD_ROW, column, FormWords.ja("head." + HEADS.get(column)), Look.HEAD);
    }
    var written = new SectionSheet(parts, sheet);
    questions.forEach(written::question);
    sheet.sheet().createFreezePane(QUESTION + 1, HEAD_ROW + 1);
    sheet.sheet().setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, -1, -1));
    parts.page().landscape(sheet);
  }

  private void question(Question question) {
    String smallPrint = parts.cells().smallPrint(question);
    String last = parts.last(question, RowKey.WHOLE);
    sheet.label(row, ID, question.id(), Look.CODE);
    sheet.label(row, QUESTION, question.label(), Look.LABEL, smallPrint);
    sheet.label(row, UNIT, FormWords.unit(question), Look.CODE);
    sheet.label(row, LAST, last, Look.LAST);
    if (question.type() == Type.MULTI) {
      sheet.label(row, ANSWER, FormWords.ja("section.mark_below"), Look.BLOCKED);
    } else {
      answer(question);
    }
    state(question);
    words(question);
    sheet.height(
        row,
        List.of(
            new FormSheet.Cell(
                question.label() + (smallPrint.isEmpty() ? "" : "\n" + smallPrint),
                WIDTHS.get(QUESTION)),
            new FormSheet.Cell(
                question.type() == Type.MULTI ? "" : AnswerText.longestChoice(question),
                WIDTHS.get(ANSWER)),
            new FormSheet.Cell(last, WIDTHS.get(LAST))));
    row++;
    if (question.type() == Type.MULTI) {
      question.options().forEach(option -> option(question, option));
    }
  }

  private void answer(Question question) {
    sheet.name(FormNames.answer(question), area(ANSWER));
    if (question.format() == Format.CORPORATE_NUMBER && parts.isCorporateNumberKnown()) {
      StoredText.write(
          sheet.blank(row, ANSWER, Look.FIXED), parts.request().respondent().corporateNumber());
      return;
    }
    var cell = sheet.blank(row, ANSWER, parts.cells().look(question));
    identity(question).ifPresent(answer -> StoredText.write(cell, answer.value()));
    parts.rules().answer(sheet, area(ANSWER), question);
  }

  private void state(Question question) {
    sheet.name(FormNames.state(question), area(STATE));
    var cell = sheet.blank(row, STATE, Look.STATE);
    identity(question)
        .filter(answer -> !answer.isReported())
        .ifPresent(answer -> StoredText.write(cell, answer.valueState().labelJa()));
    parts.rules().state(sheet, area(STATE));
  }

  /** What the respondent said of itself last time, where that does not change between rounds. */
  private Optional<Answer> identity(Question question) {
    return question.isIdentity() && question.format() != Format.CORPORATE_NUMBER
        ? parts.lastAnswer(question, RowKey.WHOLE)
        : Optional.empty();
  }

  private void words(Question question) {
    if (!parts.request().questionnaire().takesWords(question)) {
      sheet.blank(row, WORDS, Look.BLOCKED);
      return;
    }
    sheet.name(FormNames.words(question), area(WORDS));
    sheet.blank(row, WORDS, Look.WORDS);
    parts.rules().words(sheet, area(WORDS));
  }

  private void option(Question question, Option option) {
    sheet.blank(row, ID, Look.CODE);
    sheet.label(row, QUESTION, "　" + option.label(), Look.LABEL);
    sheet.blank(row, ANSWER, parts.cells().look(question));
    sheet.name(FormNames.answer(question, option.code()), area(ANSWER));
    parts.rules().answer(sheet, area(ANSWER), question);
    for (int column = UNIT; column <= LAST; column++) {
      sheet.blank(row, column, Look.BLOCKED);
    }
    sheet.height(row, List.of(new FormSheet.Cell("　" + option.label(), WIDTHS.get(QUESTION))));
    row++;
  }

  private CellRangeAddress area(int column) {
    return new CellRangeAddress(row, row, column, column);
  }
}
