package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.Problem.Severity;
import jp.renkei.surveys.StatedDay;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What somebody does to a form besides answering: hides, joins, recolours, mistypes the day. */
class ReshapedFormTest {
  private static final FormRequest REQUEST = SampleRequests.issuer(3, List.of());
  private static final byte[] BLANK = BlankForm.write(REQUEST);

  private static FormFile edited(Consumer<XSSFWorkbook> edit) {
    return FormFile.read("返送.xlsx", EditedForm.of(BLANK, edit), SampleRequests.CATALOG);
  }

  private static List<Problem> problems(byte[] content) {
    FormFile form = FormFile.read("返送.xlsx", content, SampleRequests.CATALOG);
    var problems = new ArrayList<>(form.problems());
    form.unit().ifPresent(unit -> problems.addAll(CheckedForm.problems(unit, REQUEST)));
    return problems;
  }

  @Test
  void refusesJoinedAnswers() {
    var form =
        edited(
            book -> {
              EditedForm.cell(book, "answer_A1_02").setCellValue(5);
              EditedForm.cell(book, "answer_A1_03").setCellValue(6);
              book.getSheet("A1_規模").addMergedRegion(new CellRangeAddress(4, 5, 2, 2));
            });
    assertThat(form.hasErrors()).isTrue();
    assertThat(form.problems())
        .anyMatch(
            problem ->
                problem.reason() == Reason.CHANGED_LAYOUT
                    && problem.found().equals("結合されたセルC5:C6"));
  }

  @Test
  void namesTheAnswersThatNobodySees() {
    var form =
        edited(
            book -> {
              EditedForm.cell(book, "answer_A1_02").setCellValue(5);
              EditedForm.cell(book, "answer_A1_03").setCellValue(6);
              book.getSheet("A1_規模").getRow(4).setZeroHeight(true);
            });
    assertThat(form.hasErrors()).isFalse();
    assertThat(form.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.severity()).isEqualTo(Severity.WARNING))
        .extracting(Problem::found)
        .isEqualTo("非表示の行・列・シートにある回答：C5");
    assertThat(edited(book -> book.setSheetHidden(book.getSheetIndex("A1_規模"), true)).problems())
        .isEmpty();
  }

  @Test
  void seesAnswersInHiddenColumnsAndSheets() {
    var hidden =
        edited(
            book -> {
              EditedForm.cell(book, "answer_A1_02").setCellValue(5);
              book.getSheet("A1_規模").setColumnHidden(2, true);
            });
    assertThat(hidden.problems())
        .extracting(Problem::found)
        .singleElement()
        .asString()
        .contains("C5");
    var sheet =
        edited(
            book -> {
              EditedForm.cell(book, "answer_A1_02").setCellValue(5);
              book.setSheetHidden(book.getSheetIndex("A1_規模"), true);
            });
    assertThat(sheet.problems())
        .extracting(Problem::found)
        .singleElement()
        .asString()
        .contains("C5");
  }

  @Test
  void getsItsOwnColoursBackOnceItIsMended() throws Exception {
    byte[] wrong =
        EditedForm.of(
            BLANK,
            book -> {
              EditedForm.cell(book, "answer_A2_02").setCellValue("いつか");
              EditedForm.cell(book, "state_A1_02").setCellValue("たぶん");
              EditedForm.cell(book, "cover_submitted_on").setCellValue("きのう");
            });
    byte[] marked = ReturnedForm.mark("返送.xlsx", wrong, problems(wrong));
    byte[] mended =
        EditedForm.of(
            marked,
            book -> {
              assertThat(fill(book, "answer_A2_02")).endsWith(Look.Fill.ERROR.rgb());
              EditedForm.cell(book, "answer_A2_02").setBlank();
              EditedForm.cell(book, "state_A1_02").setBlank();
              EditedForm.cell(book, "cover_submitted_on").setBlank();
            });
    EditedForm.of(
        ReturnedForm.mark("返送.xlsx", mended, List.of()),
        book -> {
          assertThat(fill(book, "answer_A2_02")).endsWith(Look.Fill.CONDITIONAL.rgb());
          assertThat(fill(book, "state_A1_02")).endsWith(Look.Fill.OPEN.rgb());
          assertThat(fill(book, "cover_submitted_on")).endsWith(Look.Fill.OPEN.rgb());
        });
  }

  private static String fill(XSSFWorkbook book, String name) {
    return EditedForm.cell(book, name).getCellStyle().getFillForegroundColorColor().getARGBHex();
  }

  @Test
  void listsErrorsFirstAndEachInTheOrderOfTheForm() {
    byte[] wrong =
        EditedForm.of(
            BLANK,
            book -> {
              EditedForm.cell(book, "answer_A13_01_LOAD").setCellValue("×");
              EditedForm.cell(book, "answer_A1_03").setCellValue("多数");
              EditedForm.cell(book, "answer_A1_02").setCellValue("約1万");
              EditedForm.at(book.getSheet("A1_規模"), 20, 1).setCellValue("欄外");
            });
    assertThat(ProblemOrder.of("返送.xlsx", wrong, problems(wrong)))
        .extracting(problem -> problem.severity() + " " + problem.place().cell())
        .containsExactly("ERROR C5", "ERROR C6", "ERROR C6", "WARNING B21");
  }

  @Test
  void saysWhoseRowAProblemIsIn() {
    byte[] wrong =
        EditedForm.of(BLANK, book -> EditedForm.cell(book, "answer_A9_03").setCellValue("多数"));
    assertThat(problems(wrong))
        .extracting(problem -> problem.place().subject())
        .containsExactly("A9_03 API連携アカウント数（会員サイトのログインID単位、基準日時点） ／ AGT001 個人");
  }

  @Test
  void isNoAnswerAsItIsHandedOut() {
    assertThat(problems(BLANK)).extracting(Problem::found).containsExactly("記入のない調査票");
  }

  @Test
  void cannotBeSubmittedAfterItWasReceived() {
    var form =
        edited(
            book -> {
              EditedForm.cell(book, "cover_submitted_on").setCellValue("2027-01-01");
              EditedForm.cell(book, "answer_A1_02").setCellValue(5);
            });
    var unit = form.unit().orElseThrow();
    var round = Optional.of(SampleRequests.ROUND);
    assertThat(StatedDay.afterReceipt(unit, LocalDate.of(2027, 1, 1), round)).isEmpty();
    assertThat(StatedDay.afterReceipt(unit, LocalDate.of(2026, 11, 22), round))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.isError()).isTrue();
              assertThat(problem.place().japanese()).isEqualTo("「表紙」 (提出日)");
              assertThat(problem.expected().ja()).contains("受け取った日（2026-11-22）以前");
            });
    // A clock that stands before the reference date measures nothing.
    assertThat(StatedDay.afterReceipt(unit, LocalDate.of(2020, 1, 1), round)).isEmpty();
  }

  @Test
  void takesNoDayOfAnotherYearOnItsCover() {
    EditedForm.of(
        BLANK,
        book -> {
          var area = EditedForm.cell(book, "cover_submitted_on").getAddress();
          var rule =
              book.getSheet("表紙").getDataValidations().stream()
                  .filter(one -> one.getRegions().getCellRangeAddress(0).isInRange(area))
                  .map(DataValidation::getValidationConstraint)
                  .findFirst()
                  .orElseThrow();
          assertThat(
                  DateUtil.getLocalDateTime(Double.parseDouble(rule.getFormula1())).toLocalDate())
              .isEqualTo(SampleRequests.ROUND.referenceDate());
          assertThat(
                  DateUtil.getLocalDateTime(Double.parseDouble(rule.getFormula2())).toLocalDate())
              .isEqualTo(SampleRequests.ROUND.lastDay().plusYears(1));
        });
  }
}
