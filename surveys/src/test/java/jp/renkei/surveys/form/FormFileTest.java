package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.QuestionnaireCatalog;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class FormFileTest {
  private static final FormRequest REQUEST = SampleRequests.issuer(3, List.of());
  private static final byte[] BLANK = BlankForm.write(REQUEST);
  private static final String A1 = "A1_規模";
  private static final String A9 = "A9_電子決済等代行業者との契約と接続（相手先別）";

  private static FormFile read(byte[] content) {
    return FormFile.read("返送.xlsx", content, SampleRequests.CATALOG);
  }

  private static FormFile edited(Consumer<XSSFWorkbook> edit) {
    return read(EditedForm.of(BLANK, edit));
  }

  private static List<String> japanese(FormFile form) {
    return form.problems().stream().map(Problem::japanese).toList();
  }

  private static List<String> unreadable(FormFile form) {
    return form.unit().orElseThrow().unreadable().stream().map(Problem::japanese).toList();
  }

  private static AnswerRow row(FormFile form, String question, String key) {
    return form.unit().orElseThrow().rows().stream()
        .filter(row -> row.questionId().equals(question) && RowKey.of(row).text().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<AnswerRow> counterparties(FormFile form) {
    return form.unit().orElseThrow().rows().stream().filter(row -> !row.counterpartyId().isEmpty());
  }

  @Test
  void readsABlankFormAsUnansweredNeverAsZero() {
    FormFile form = read(BLANK);
    assertThat(form.problems()).isEmpty();
    assertThat(form.identity().orElseThrow().roundId()).isEqualTo("R2026-03");
    assertThat(row(form, "A1_02", "").value()).isEmpty();
    assertThat(row(form, "A1_02", "").valueState()).isEmpty();
    assertThat(row(form, "A1_01", "PL003").value()).isEmpty();
    assertThat(row(form, "A0_01", "").value()).isEqualTo("1010001000006");
    assertThat(counterparties(form)).isEmpty();
    // 47 questions asked once, 8 for each of three product lines.
    assertThat(form.unit().orElseThrow().rows()).hasSize(47 + 8 * 3);
  }

  @Test
  void givesAWholeRowOfAPairAsSoonAsOneOfItsCellsIsFilledIn() {
    FormFile form = edited(book -> EditedForm.cell(book, "words_A9_03").setCellValue("準備中"));
    assertThat(counterparties(form).map(AnswerRow::questionId))
        .containsExactly("A9_01", "A9_02", "A9_03", "A9_05");
    assertThat(row(form, "A9_03", "INDIVIDUAL|AGT001").freeText()).isEqualTo("準備中");
    assertThat(row(form, "A9_01", "INDIVIDUAL|AGT001").place().japanese())
        .isEqualTo("「" + A9 + "」!E6");
  }

  @Test
  void findsAnswersByNameEvenBehindSheetsThatWereAdded() {
    FormFile form =
        edited(
            book -> {
              book.createSheet("社内メモ").createRow(0).createCell(0).setCellValue("要確認");
              book.setSheetOrder("社内メモ", 0);
              EditedForm.cell(book, "answer_A1_02").setCellValue(7);
            });
    assertThat(row(form, "A1_02", "").value()).isEqualTo("7");
    assertThat(japanese(form))
        .containsExactly(
            "返送.xlsx 「社内メモ」：「様式にないシート」とあります。様式にあるシートだけである必要があります。"
                + "ここに書かれたことは回答として扱いません。回答欄か補足・自由記述に移すか、消してください。");
  }

  @Test
  void warnsOfWhatStandsOutsideTheAnswers() {
    FormFile form =
        edited(
            book -> {
              EditedForm.at(book.getSheet(A1), 20, 1).setCellValue("A1_02は速報値");
              EditedForm.at(book.getSheet(A1), 4, 7).setCellValue("欄外");
            });
    assertThat(form.unit()).isPresent();
    assertThat(form.problems()).extracting(Problem::reason).containsOnly(Reason.STRAY_TEXT);
    assertThat(form.problems())
        .extracting(problem -> problem.place().cell() + " " + problem.found())
        .containsExactly("H5 欄外", "B21 A1_02は速報値");
  }

  @Test
  void takesTheSavedResultOfAFormulaAndSaysSo() {
    FormFile form =
        edited(
            book -> {
              EditedForm.cell(book, "answer_A1_02").setCellFormula("1000+234");
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            });
    assertThat(row(form, "A1_02", "").value()).isEqualTo("1234");
    assertThat(japanese(form))
        .containsExactly(
            "返送.xlsx 「A1_規模」!C5 (A1_02 会員数（基準日時点）)：「数式」とあります。「1234」と読み取りました。"
                + "数式の計算結果を回答として読み取りました。違う場合は値を入力してください。");
  }

  @Test
  void refusesFormulasWithoutAResultAndErrorValuesWithTheirCells() {
    FormFile form =
        edited(
            book -> {
              var cell = EditedForm.cell(book, "answer_A1_02").getCTCell();
              cell.addNewF().setStringValue("A1*2");
              EditedForm.cell(book, "answer_A1_03").setCellErrorValue(FormulaError.NA);
            });
    assertThat(unreadable(form))
        .containsExactly(
            "返送.xlsx 「A1_規模」!C5 (A1_02 会員数（基準日時点）)：「計算結果の保存されていない数式」とあります。"
                + "値である必要があります。数式ではなく、値を入力するか「値の貼り付け」をしてください。",
            "返送.xlsx 「A1_規模」!C6 (A1_03 会員サイト・アプリの登録者数（基準日時点）)：「#N/A」とあります。"
                + "値である必要があります。数式ではなく、値を入力するか「値の貼り付け」をしてください。");
  }

  @Test
  void readsCirclesOfAllKindsAndRefusesWhatIsNoMark() {
    FormFile form =
        edited(
            book -> {
              EditedForm.cell(book, "answer_A13_01_LOAD").setCellValue("〇");
              EditedForm.cell(book, "answer_A13_01_FRAUD").setCellValue("レ");
              EditedForm.cell(book, "answer_A13_01_OTHER").setCellValue("×");
            });
    assertThat(row(form, "A13_01", "").value()).isEqualTo("LOAD|FRAUD");
    assertThat(form.problems()).extracting(Problem::reason).containsExactly(Reason.READ_AS);
    assertThat(unreadable(form))
        .singleElement()
        .asString()
        .contains("「A13_メリットと懸念」!C11", "「×」とあります。○又は空欄である必要があります。");
  }

  @Test
  void takesTheDayFromTheCoverElseTheTimeOfSaving() {
    FormFile form =
        edited(book -> EditedForm.cell(book, "cover_submitted_on").setCellValue("令和8年4月20日"));
    assertThat(row(form, "A1_02", "").submittedAt()).isEqualTo("2026-04-20");
    // A form that nobody has saved says the reference date, at midnight UTC.
    assertThat(row(read(BLANK), "A1_02", "").submittedAt()).isEqualTo("2026-03-31T09:00+09:00");
    FormFile wrong = edited(book -> EditedForm.cell(book, "cover_submitted_on").setCellValue("来週"));
    assertThat(unreadable(wrong)).singleElement().asString().contains("「表紙」!B16 (提出日)");
  }

  @Test
  void handsTheReasonOfACorrectionOnButNoCardNumber() {
    assertThat(
            edited(book -> EditedForm.cell(book, "cover_correction_reason").setCellValue("桁誤り"))
                .correctionReason())
        .isEqualTo("桁誤り");
    FormFile form =
        edited(
            book ->
                EditedForm.cell(book, "cover_correction_reason").setCellValue("4111111111111111"));
    assertThat(form.correctionReason()).isEmpty();
    assertThat(unreadable(form)).singleElement().asString().doesNotContain("4111111111111111");
  }

  @Test
  void refusesAFormWhoseIdentityWasEdited() {
    FormFile form =
        edited(
            book -> {
              EditedForm.cell(book, "identity_respondent").setCellValue("ISS002");
              EditedForm.cell(book, "answer_A0_01").setCellValue("9010001000009");
            });
    assertThat(form.hasErrors()).isTrue();
    assertThat(form.problems())
        .extracting(Problem::reason)
        .containsExactly(Reason.CHANGED_IDENTITY, Reason.CHANGED_IDENTITY);
    assertThat(japanese(form).get(0))
        .startsWith("返送.xlsx 「表紙」!B10：「ISS002」とあります。様式を作成した相手のもの（ISS001）である必要があります。");
  }

  @Test
  void tellsOfTheCellsTooWhereTheFormIsRefusedAsAWhole() {
    FormFile form =
        edited(
            book -> {
              EditedForm.cell(book, "identity_respondent").setCellValue("ISS002");
              EditedForm.at(book.getSheet("A8_接続申入れ"), 4, 0).setCellValue("別の見出し");
              EditedForm.cell(book, "answer_A1_03").setCellErrorValue(FormulaError.NA);
              EditedForm.cell(book, "answer_A8_01").setCellErrorValue(FormulaError.NA);
            });
    assertThat(form.problems())
        .extracting(Problem::reason)
        .containsExactly(Reason.CHANGED_IDENTITY, Reason.CHANGED_LAYOUT);
    // Nothing is read beside labels that are not those of the form.
    assertThat(unreadable(form)).singleElement().asString().contains("A1_03");
    assertThat(form.unit().orElseThrow().respondentId()).isEqualTo("ISS001");
    assertThat(form.unit().orElseThrow().rows())
        .extracting(AnswerRow::questionId)
        .contains("A1_02", "A15_01")
        .doesNotContain("A8_01");
  }

  @Test
  void refusesAHiddenSheetThatSomebodyWroteOver() {
    FormFile form =
        edited(
            book -> {
              EditedForm.cell(book, "form_respondent").setCellValue("ISS002");
              EditedForm.cell(book, "identity_respondent").setCellValue("ISS002");
            });
    assertThat(form.identity()).isEmpty();
    assertThat(japanese(form)).singleElement().asString().contains("書き換えられた管理用シート");
  }

  @Test
  void refusesAnInsertedRowAndNamesWhatMoved() {
    FormFile form = edited(book -> book.getSheet(A1).shiftRows(5, 6, 1));
    assertThat(form.hasErrors()).isTrue();
    assertThat(form.identity()).isPresent();
    assertThat(japanese(form)).anyMatch(text -> text.contains("「A1_規模」!A6：「空欄（見出しなし）」とあります。"));
    assertThat(form.problems()).extracting(Problem::reason).containsOnly(Reason.CHANGED_LAYOUT);
  }

  @Test
  void refusesAMatrixWhoseRowsWereSortedWithoutTheirKeys() {
    FormFile form =
        edited(
            book -> {
              var sheet = book.getSheet(A9);
              String first = EditedForm.at(sheet, 5, 2).getStringCellValue();
              EditedForm.at(sheet, 5, 2)
                  .setCellValue(EditedForm.at(sheet, 7, 2).getStringCellValue());
              EditedForm.at(sheet, 7, 2).setCellValue(first);
            });
    assertThat(japanese(form))
        .hasSize(2)
        .first()
        .asString()
        .contains("!C6：「架空家計簿サービス2株式会社」とあります。様式にある見出しである必要があります。");
  }

  @Test
  void refusesAMissingSheetAMissingNameAndAMissingKey() {
    FormFile form =
        edited(
            book -> {
              book.removeSheetAt(book.getSheetIndex("A8_接続申入れ"));
              book.removeName(book.getName("answer_A1_03"));
              EditedForm.cell(book, "key_A9_COUNTERPARTY").setBlank();
            });
    assertThat(form.hasErrors()).isTrue();
    assertThat(japanese(form))
        .anyMatch(text -> text.contains("「A8_接続申入れ」：「シートなし」とあります。"))
        .anyMatch(text -> text.contains("「セルの名前「answer_A1_03」なし」とあります。"))
        .anyMatch(text -> text.contains("」!A6：「空欄（見出しなし）」とあります。"));
  }

  @Test
  void namesTheFirstFewChangesOfASheetAndCountsTheOthers() {
    FormFile form =
        edited(
            book -> {
              for (int row = 5; row < 11; row++) {
                EditedForm.at(book.getSheet(A9), row, 2).setCellValue("上書き");
              }
            });
    assertThat(form.problems()).hasSize(6);
    assertThat(japanese(form).get(5)).contains("「ほか1か所の変更」とあります。");
  }

  @Test
  void refusesAVersionThatNobodyKnows() {
    var older = new QuestionnaireCatalog(List.of(SampleRequests.questionnaire("agent_survey", 1)));
    byte[] second = BlankForm.write(SampleRequests.agent(2, 1));
    FormFile form = FormFile.read("返送.xlsx", second, older);
    assertThat(form.problems()).extracting(Problem::reason).contains(Reason.UNKNOWN_VERSION);
    assertThat(japanese(form).get(0)).contains("「agent_survey 第2版」とあります。");
  }

  @Test
  void refusesOtherWorkbooksAndFilesThatAreNone() {
    byte[] other =
        EditedForm.of(
            BLANK,
            book -> {
              while (book.getNumberOfNames() > 0) {
                book.removeName(book.getAllNames().get(0));
              }
            });
    assertThat(read(other).problems()).extracting(Problem::reason).contains(Reason.UNKNOWN_FORM);
    byte[] html = "<html><table>".getBytes(StandardCharsets.UTF_8);
    assertThat(read(html).problems())
        .extracting(Problem::reason)
        .containsExactly(Reason.OTHER_FORMAT);
  }

  @Test
  void tellsWorkbooksAndWhatPretendsToBeOneFromText() {
    assertThat(FormFile.isWorkbook(BLANK)).isTrue();
    assertThat(FormFile.isWorkbook("<html>".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(FormFile.isWorkbook("questionnaire_id,".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(FormFile.isWorkbook(new byte[0])).isFalse();
  }
}
