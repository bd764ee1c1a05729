package jp.renkei.surveys.form;

import java.time.LocalDate;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Format;
import jp.renkei.surveys.SurveyRound;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;

/**
 * What a spreadsheet program lets a respondent type into a cell, and what it says beside it. It
 * keeps slips away; the real check is the reader's, since what is pasted goes past these rules.
 */
final class CellRules {
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);
  private static final String LONGEST_TEXT = "4000";
  private static final int LONGEST_TITLE = 32;
  private static final int LONGEST_PROMPT = 255;

  private final FormLists lists;

  CellRules(FormLists lists) {
    this.lists = lists;
  }

  /** The rule of a question's answer. */
  void answer(FormSheet sheet, CellRangeAddress area, Question question) {
    var helper = sheet.sheet().getDataValidationHelper();
    DataValidationConstraint constraint =
        switch (question.type()) {
          case CHOICE, YES_NO -> helper.createFormulaListConstraint(lists.of(question));
          case MULTI -> helper.createFormulaListConstraint(FormNames.MARK);
          case INTEGER ->
              helper.createIntegerConstraint(
                  OperatorType.BETWEEN,
                  Long.toString(question.range().lowest()),
                  Long.toString(question.range().highest()));
          case DECIMAL -> helper.createDecimalConstraint(OperatorType.BETWEEN, "0", "100");
          case DATE -> dates(sheet);
          case TEXT, URL -> textLength(sheet, question);
        };
    add(sheet, area, constraint, error(question), question.id(), prompt(question));
  }

  /** The drop-down of value states. */
  void state(FormSheet sheet, CellRangeAddress area) {
    var helper = sheet.sheet().getDataValidationHelper();
    add(
        sheet,
        area,
        helper.createFormulaListConstraint(FormNames.STATES),
        "error.STATE",
        FormWords.ja("head.state"),
        FormWords.ja("prompt.STATE"));
  }

  void words(FormSheet sheet, CellRangeAddress area) {
    var helper = sheet.sheet().getDataValidationHelper();
    add(
        sheet,
        area,
        helper.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL, LONGEST_TEXT, ""),
        "error.TEXT",
        "",
        "");
  }

  /** The rule of the day of submission: none comes before what it tells of. */
  void submissionDay(FormSheet sheet, CellRangeAddress area, SurveyRound round) {
    add(
        sheet,
        area,
        dates(sheet, round.referenceDate(), round.lastDay().plusYears(1)),
        "error.submitted_on",
        FormWords.ja("cover.submitted_on"),
        FormWords.ja("prompt.submitted_on"));
  }

  private static DataValidationConstraint dates(FormSheet sheet) {
    return dates(sheet, EARLIEST, LATEST);
  }

  private static DataValidationConstraint dates(FormSheet sheet, LocalDate first, LocalDate last) {
    return sheet
        .sheet()
        .getDataValidationHelper()
        .createDateConstraint(OperatorType.BETWEEN, serial(first), serial(last), null);
  }

  private static String serial(LocalDate day) {
    return Long.toString((long) DateUtil.getExcelDate(day));
  }

  private static DataValidationConstraint textLength(FormSheet sheet, Question question) {
    var helper = sheet.sheet().getDataValidationHelper();
    return question.format() == Format.CORPORATE_NUMBER
        ? helper.createTextLengthConstraint(OperatorType.EQUAL, "13", "")
        : helper.createTextLengthConstraint(OperatorType.LESS_OR_EQUAL, LONGEST_TEXT, "");
  }

  private static String error(Question question) {
    if (question.format() == Format.CORPORATE_NUMBER) {
      return "error.CORPORATE_NUMBER";
    }
    return question.unit().equals("fiscal_year") ? "error.YEAR" : "error." + question.type();
  }

  private static String prompt(Question question) {
    String how =
        switch (question.type()) {
          case INTEGER -> integerPrompt(question);
          case TEXT ->
              FormWords.ja(
                  question.format() == Format.CORPORATE_NUMBER
                      ? "prompt.CORPORATE_NUMBER"
                      : "prompt.TEXT");
          case MULTI ->
              question.maxChoices() > 0
                  ? FormWords.ja("prompt.MULTI.most", question.maxChoices())
                  : FormWords.ja("prompt.MULTI");
          default -> FormWords.ja("prompt." + question.type());
        };
    return question.help().isEmpty() ? how : question.help() + "\n" + how;
  }

  /** A year has four digits and is never 0. */
  private static String integerPrompt(Question question) {
    long lowest = question.range().lowest();
    long highest = question.range().highest();
    return question.unit().equals("fiscal_year")
        ? FormWords.ja("prompt.YEAR", lowest, highest)
        : FormWords.ja(
            "prompt.INTEGER",
            FormWords.unit(question),
            "%,d".formatted(lowest),
            "%,d".formatted(highest));
  }

  private static void add(
      FormSheet sheet,
      CellRangeAddress area,
      DataValidationConstraint constraint,
      String error,
      String title,
      String prompt) {
    DataValidation rule =
        sheet
            .sheet()
            .getDataValidationHelper()
            .createValidation(
                constraint,
                new CellRangeAddressList(
                    area.getFirstRow(),
                    area.getLastRow(),
                    area.getFirstColumn(),
                    area.getLastColumn()));
    rule.setEmptyCellAllowed(true);
    rule.setShowErrorBox(true);
    rule.setErrorStyle(DataValidation.ErrorStyle.STOP);
    rule.createErrorBox(FormWords.ja("error.title"), FormWords.ja(error));
    // Excel draws the arrow of a drop-down when this is set, whatever the flag is called there.
    rule.setSuppressDropDownArrow(true);
    if (!prompt.isEmpty()) {
      rule.setShowPromptBox(true);
      rule.createPromptBox(cut(title, LONGEST_TITLE), cut(prompt, LONGEST_PROMPT));
    }
    sheet.sheet().addValidationData(rule);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
