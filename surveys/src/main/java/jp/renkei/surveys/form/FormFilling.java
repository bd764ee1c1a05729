package jp.renkei.surveys.form;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.AskedBy;
import jp.renkei.surveys.Question.Option;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.ValueState;
import jp.renkei.surveys.workbook.StableWorkbook;
import jp.renkei.surveys.workbook.StoredText;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Fills in a blank form as a respondent would, for sample worlds, measurements and tests. The same
 * form and answers give the same bytes.
 */
public final class FormFilling {
  private final Questionnaire questionnaire;
  private final XSSFWorkbook workbook;
  private final Map<String, Integer> rows = new HashMap<>();

  private FormFilling(Questionnaire questionnaire, XSSFWorkbook workbook) {
    this.questionnaire = questionnaire;
    this.workbook = workbook;
  }

  /**
   * Writes answers into a form of {@link BlankForm}.
   *
   * @param answers as they stand in the long CSV: codes, ratios from 0 to 1
   * @throws IllegalArgumentException when the form has no cell for one of them
   */
  public static byte[] fill(
      byte[] blankForm,
      Questionnaire questionnaire,
      LocalDate submittedOn,
      List<AnswerRow> answers) {
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(blankForm))) {
      var filling = new FormFilling(questionnaire, workbook);
      filling.cell(FormNames.SUBMITTED_ON, 0).setCellValue(submittedOn);
      answers.forEach(filling::answer);
      var out = new ByteArrayOutputStream();
      StableWorkbook.write(workbook, questionnaire.titleJa(), submittedOn, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(AnswerRow answer) {
    Question question =
        questionnaire
            .question(answer.questionId())
            .orElseThrow(() -> noCell("question " + answer.questionId()));
    int row = question.askedBy() == AskedBy.RESPONDENT ? 0 : row(question, RowKey.of(answer));
    if (!answer.value().isEmpty()) {
      value(question, row, answer.value());
    }
    if (!answer.valueState().isEmpty()) {
      String label =
          ValueState.of(answer.valueState()).map(ValueState::labelJa).orElse(answer.valueState());
      StoredText.write(cell(FormNames.state(question), row), label);
    }
    if (!answer.freeText().isEmpty()) {
      StoredText.write(cell(FormNames.words(question), row), answer.freeText());
    }
  }

  private void value(Question question, int row, String value) {
    switch (question.type()) {
      case INTEGER ->
          cell(FormNames.answer(question), row).setCellValue(new BigDecimal(value).doubleValue());
      case DECIMAL ->
          cell(FormNames.answer(question), row)
              .setCellValue(new BigDecimal(AnswerText.percent(value)).doubleValue());
      case DATE -> cell(FormNames.answer(question), row).setCellValue(LocalDate.parse(value));
      case CHOICE, YES_NO ->
          StoredText.write(
              cell(FormNames.answer(question), row), AnswerText.label(question, value));
      case MULTI -> {
        List<String> chosen = Arrays.asList(value.split("\\|"));
        for (Option option : question.options()) {
          if (chosen.contains(option.code())) {
            cell(FormNames.answer(question, option.code()), row).setCellValue(FormLists.CHOSEN);
          }
        }
      }
      case TEXT, URL -> StoredText.write(cell(FormNames.answer(question), row), value);
    }
  }

  /** How far below the first row of its matrix a line or a pair stands. */
  private int row(Question question, RowKey key) {
    String name = FormNames.key(question.section() + "_" + question.askedBy());
    if (!rows.containsKey(name)) {
      rows.put(name, 0);
      var area = area(name);
      for (int row = area.getFirstRow(); row <= area.getLastRow(); row++) {
        rows.put(
            name + " " + sheet(name).getRow(row).getCell(area.getFirstColumn()),
            row - area.getFirstRow());
      }
    }
    return Optional.ofNullable(rows.get(name + " " + key.text()))
        .orElseThrow(() -> noCell(question.id() + " of " + key.text()));
  }

  private XSSFCell cell(String name, int row) {
    CellRangeAddress area = area(name);
    return sheet(name).getRow(area.getFirstRow() + row).getCell(area.getFirstColumn());
  }

  private XSSFSheet sheet(String name) {
    return workbook.getSheet(defined(name).getSheetName());
  }

  private CellRangeAddress area(String name) {
    String reference = defined(name).getRefersToFormula();
    return CellRangeAddress.valueOf(
        reference.substring(reference.lastIndexOf('!') + 1).replace("$", ""));
  }

  private XSSFName defined(String name) {
    return Optional.ofNullable(workbook.getName(name)).orElseThrow(() -> noCell(name));
  }

  private static IllegalArgumentException noCell(String what) {
    return new IllegalArgumentException("Cannot fill in a form: it has no cell for " + what + ".");
  }
}
