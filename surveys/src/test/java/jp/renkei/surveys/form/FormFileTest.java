package jp.renkei.surveys.form;

import static jp.renkei.surveys.form.ReadForms.A1;
import static jp.renkei.surveys.form.ReadForms.A9;
import static jp.renkei.surveys.form.ReadForms.BLANK;
import static jp.renkei.surveys.form.ReadForms.counterparties;
import static jp.renkei.surveys.form.ReadForms.edited;
import static jp.renkei.surveys.form.ReadForms.japanese;
import static jp.renkei.surveys.form.ReadForms.read;
import static jp.renkei.surveys.form.ReadForms.row;
import static jp.renkei.surveys.form.ReadForms.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;

/** What is read of a form that came back; refusals: {@link RefusedFormTest}. */
class FormFileTest {
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
            "返送.xlsx 「社内メモ」：様式にないシート。様式にあるシートだけが必要です。"
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
            "返送.xlsx 「A1_規模」!C5 (A1_02 会員数（基準日時点）)：数式。「1234」と読み取りました。"
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
            "返送.xlsx 「A1_規模」!C5 (A1_02 会員数（基準日時点）)：計算結果の保存されていない数式。"
                + "値が必要です。数式ではなく、値を入力するか「値の貼り付け」をしてください。",
            "返送.xlsx 「A1_規模」!C6 (A1_03 会員サイト・アプリの登録者数（基準日時点）)：「#N/A」とあります。"
                + "値としてください。数式ではなく、値を入力するか「値の貼り付け」をしてください。");
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
        .contains("「A13_メリットと懸念」!C11", "「×」とあります。○又は空欄としてください。");
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
  void tellsWorkbooksAndWhatPretendsToBeOneFromText() {
    assertThat(FormFile.isWorkbook(BLANK)).isTrue();
    assertThat(FormFile.isWorkbook("<html>".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(FormFile.isWorkbook("questionnaire_id,".getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(FormFile.isWorkbook(new byte[0])).isFalse();
  }
}
