package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.ValueState;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataValidation;

class BlankFormTest {
  private static final byte[] ISSUER = BlankForm.write(SampleRequests.issuer());

  private static XSSFWorkbook open(byte[] form) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(form));
  }

  private static List<XSSFSheet> visible(XSSFWorkbook book) {
    return IntStream.range(0, book.getNumberOfSheets())
        .filter(index -> !book.isSheetHidden(index))
        .mapToObj(book::getSheetAt)
        .toList();
  }

  private static List<String> texts(XSSFSheet sheet) {
    var texts = new ArrayList<String>();
    sheet.forEach(row -> row.forEach(cell -> texts.add(cell.toString())));
    return texts;
  }

  @Test
  void isTheSameForTheSameRequest() {
    assertThat(BlankForm.write(SampleRequests.issuer())).isEqualTo(ISSUER);
  }

  @Test
  void hasACoverInstructionsASheetPerSectionAndHiddenOnes() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      assertThat(visible(book).stream().map(XSSFSheet::getSheetName))
          .startsWith("表紙", "記入要領", "A0_回答者", "A1_規模", "A1_規模（商品ライン別）", "A2_導入状況（商品ライン別）")
          .contains("A9_電子決済等代行業者との契約と接続", "A9_電子決済等代行業者との契約と接続（相手先別）")
          .endsWith("A16_事故")
          .hasSize(21);
      assertThat(book.getSheetName(21)).isEqualTo("_form");
      assertThat(book.getSheetName(22)).isEqualTo("_lists");
      assertThat(book.getActiveSheetIndex()).isZero();
      assertThat(EditedForm.cell(book, "form_respondent").getStringCellValue()).isEqualTo("ISS001");
    }
  }

  @Test
  void saysOnItsCoverWhoIsAskedAsOfWhenUntilWhen() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      assertThat(texts(book.getSheet("表紙")))
          .contains(
              "調査票A（カード会社）",
              "R2026-03",
              "2026年3月31日（令和8年3月31日）",
              "2026年3月1日～2026年3月31日",
              "2026年4月30日（令和8年4月30日） 木曜日",
              "架空カード＆サービス株式会社",
              "1010001000006");
      assertThat(EditedForm.cell(book, "identity_name").getCellStyle().getLocked()).isTrue();
      assertThat(EditedForm.cell(book, "cover_submitted_on").getCellStyle().getLocked()).isFalse();
    }
  }

  @Test
  void tellsWhatIsCheckedAndWhoMaySeeWhat() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      assertThat(texts(book.getSheet("記入要領")))
          .contains("・A2_01「API導入状況」が「導入済み」の場合は、A2_02「APIの提供開始日」の記入が必要です。")
          .anyMatch(text -> text.startsWith("・前回の回答から30％を超えて増減した場合は"))
          .anyMatch(text -> text.endsWith("公表も提供もしません。\nA0_03"));
    }
  }

  @Test
  void namesACellForEveryAnswerStateAndReason() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      for (Question question : SampleRequests.questionnaire("issuer_survey", 1).questions()) {
        assertThat(book.getName(FormNames.state(question))).as(question.id()).isNotNull();
        if (question.type() == Question.Type.MULTI) {
          question
              .codes()
              .forEach(
                  code ->
                      assertThat(book.getName(FormNames.answer(question, code)))
                          .as(question.id() + code)
                          .isNotNull());
        } else {
          assertThat(book.getName(FormNames.answer(question))).as(question.id()).isNotNull();
        }
      }
      assertThat(book.getName("answer_A9_03").getRefersToFormula())
          .isEqualTo("'A9_電子決済等代行業者との契約と接続（相手先別）'!$J$6:$J$65");
      assertThat(book.getName("words_A9_03")).isNotNull();
      assertThat(book.getName("words_A9_02")).isNull();
    }
  }

  @Test
  void takesDropDownsFromNamesAndSpeaksJapaneseWhenItRefuses() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      var rules = new ArrayList<XSSFDataValidation>();
      visible(book).forEach(sheet -> rules.addAll(sheet.getDataValidations()));
      assertThat(rules).hasSizeGreaterThan(100);
      for (XSSFDataValidation rule : rules) {
        var constraint = rule.getValidationConstraint();
        if (constraint.getValidationType() == ValidationType.LIST) {
          assertThat(constraint.getExplicitListValues()).isNull();
          assertThat(book.getName(constraint.getFormula1())).isNotNull();
        }
        assertThat(rule.getShowErrorBox()).isTrue();
        assertThat(rule.getErrorBoxTitle()).isEqualTo("記入内容を確認してください");
        assertThat(rule.getErrorBoxText()).isNotBlank().hasSizeLessThanOrEqualTo(225);
        assertThat(rule.getEmptyCellAllowed()).isTrue();
      }
      // In the file this flag hides the arrow, in spite of its name.
      assertThat(visible(book))
          .filteredOn(sheet -> sheet.getCTWorksheet().isSetDataValidations())
          .flatMap(sheet -> sheet.getCTWorksheet().getDataValidations().getDataValidationList())
          .noneMatch(CTDataValidation::getShowDropDown);
    }
  }

  @Test
  void protectsLabelsWithoutPasswordAndLeavesAnswersOpen() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      for (XSSFSheet sheet : visible(book)) {
        assertThat(sheet.isSheetLocked()).as(sheet.getSheetName()).isTrue();
        assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword()).isFalse();
        assertThat(sheet.isFormatColumnsLocked()).isFalse();
      }
      assertThat(EditedForm.cell(book, "answer_A1_02").getCellStyle().getLocked()).isFalse();
      assertThat(EditedForm.at(book.getSheet("A1_規模"), 4, 1).getCellStyle().getLocked()).isTrue();
    }
  }

  @Test
  void printsOnA4WithItsHeadRepeated() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      for (XSSFSheet sheet : visible(book)) {
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
        assertThat(sheet.getFooter().getRight()).isEqualTo("&P / &N");
      }
      XSSFSheet matrix = book.getSheet("A9_電子決済等代行業者との契約と接続（相手先別）");
      assertThat(matrix.getRepeatingRows().formatAsString()).isEqualTo("4:5");
      assertThat(matrix.getPrintSetup().getLandscape()).isTrue();
      assertThat(matrix.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 5);
      assertThat(matrix.isColumnHidden(0)).isTrue();
    }
  }

  @Test
  void showsLastRoundsAnswersBesideTheCellsAndNeverInThem() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      XSSFSheet opinions = book.getSheet("A14_課題");
      assertThat(EditedForm.at(opinions, 4, 6).getStringCellValue())
          .isEqualTo("費用負担、その他、人材\n=人材の確保");
      assertThat(texts(book.getSheet("A10_APIの稼働"))).contains("99.87％");
      assertThat(texts(book.getSheet("A11_スクレイピング"))).contains("（該当なし）");
      assertThat(EditedForm.cell(book, "answer_A1_02").getCellType()).isEqualTo(CellType.BLANK);
      assertThat(EditedForm.cell(book, "answer_A9_01").getCellType()).isEqualTo(CellType.BLANK);
      assertThat(texts(book.getSheet("A9_電子決済等代行業者との契約と接続（相手先別）"))).contains("12,000");
    }
  }

  @Test
  void fillsInWhoTheRespondentIsAndCarriesOverARenamedQuestion() throws IOException {
    FormRequest request =
        new FormRequest(
            SampleRequests.questionnaire("agent_survey", 2),
            SampleRequests.ROUND,
            new FormRequest.Respondent("AGT001", "架空フィンテック株式会社", ""),
            List.of(),
            List.of(),
            List.of(last("B0_02", "関東財務局長（電代）第1号"), last("B0_04", "NAMED"), last("B8_03", "4")));
    try (XSSFWorkbook book = open(BlankForm.write(request))) {
      assertThat(EditedForm.cell(book, "answer_B0_02").getStringCellValue())
          .isEqualTo("関東財務局長（電代）第1号");
      assertThat(EditedForm.cell(book, "answer_B0_04").getCellType()).isEqualTo(CellType.BLANK);
      assertThat(EditedForm.cell(book, "answer_B0_01").getCellStyle().getLocked()).isFalse();
      assertThat(texts(book.getSheet("B8_取得の品質"))).contains("B8_04", "4");
      // No card company, so nothing is asked about any.
      assertThat(book.getName("answer_B3_01")).isNull();
    }
  }

  private static Answer last(String question, String value) {
    return new Answer(
        "agent_survey",
        1,
        "R2025-09",
        "AGT001",
        OffsetDateTime.parse("2025-10-20T10:00:00+09:00"),
        "",
        "",
        "",
        question,
        value,
        ValueState.REPORTED,
        "",
        Place.WHOLE_FILE);
  }

  @Test
  void saysOfEachCellOnlyWhatIsAskedThere() throws IOException {
    try (XSSFWorkbook book = open(ISSUER)) {
      String other = rule(book, "words_A9_03").getErrorBoxText();
      assertThat(other).isEqualTo("4,000文字以内で記入してください。");
    }
    try (XSSFWorkbook book = open(BlankForm.write(SampleRequests.agent(1)))) {
      assertThat(rule(book, "answer_B13_06").getPromptBoxText())
          .endsWith("西暦の年度を4桁の数字で記入してください（2000～2100）。分からない場合は値の状態を選んでください。")
          .doesNotContain("0は0と");
    }
  }

  private static XSSFDataValidation rule(XSSFWorkbook book, String name) {
    var cell = EditedForm.cell(book, name);
    return cell.getSheet().getDataValidations().stream()
        .filter(
            rule ->
                Arrays.stream(rule.getRegions().getCellRangeAddresses())
                    .anyMatch(area -> area.isInRange(cell)))
        .findFirst()
        .orElseThrow();
  }

  /** What repeats on every page beside the first has no room beyond the columns that repeat. */
  @Test
  void keepsTheTitleOfAMatrixWithinTheColumnsThatEveryPageRepeats() throws IOException {
    try (XSSFWorkbook book = open(BlankForm.write(SampleRequests.agent(1, 40)))) {
      XSSFSheet matrix = EditedForm.cell(book, "answer_B3_01").getSheet();
      assertThat(matrix.getRepeatingColumns().getLastColumn()).isEqualTo(3);
      for (int row = 0; row < 2; row++) {
        int of = row;
        assertThat(matrix.getMergedRegions())
            .anyMatch(region -> region.isInRange(of, 1) && region.getLastColumn() == 3);
        assertThat(matrix.getRow(row).getCell(1).getCellStyle().getWrapText()).isTrue();
      }
    }
  }

  @Test
  void holdsNoFormulaAndMergesOnlyHeadingsOfMatrices() throws IOException {
    try (XSSFWorkbook book = open(BlankForm.write(SampleRequests.agent(1)))) {
      for (XSSFSheet sheet : visible(book)) {
        boolean hasFormula =
            StreamSupport.stream(sheet.spliterator(), false)
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .anyMatch(cell -> cell.getCellType() == CellType.FORMULA);
        assertThat(hasFormula).as(sheet.getSheetName()).isFalse();
        assertThat(sheet.getMergedRegions())
            .allMatch(region -> region.getFirstRow() == region.getLastRow())
            .allMatch(
                region ->
                    region.getFirstRow() == 3
                        || (region.getFirstRow() < 2
                            && region.getFirstColumn() == 1
                            && region.getLastColumn() == 3));
      }
    }
  }
}
