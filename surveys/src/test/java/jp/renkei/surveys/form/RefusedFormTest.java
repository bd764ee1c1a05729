package jp.renkei.surveys.form;

import static jp.renkei.surveys.form.ReadForms.A1;
import static jp.renkei.surveys.form.ReadForms.A9;
import static jp.renkei.surveys.form.ReadForms.BLANK;
import static jp.renkei.surveys.form.ReadForms.edited;
import static jp.renkei.surveys.form.ReadForms.japanese;
import static jp.renkei.surveys.form.ReadForms.read;
import static jp.renkei.surveys.form.ReadForms.unreadable;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.QuestionnaireCatalog;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;

/** Forms that are refused as a whole, and what they are told. */
class RefusedFormTest {
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
        .startsWith("返送.xlsx 「表紙」!B10：「ISS002」とあります。様式を作成した相手のもの（ISS001）としてください。");
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
    assertThat(japanese(form)).anyMatch(text -> text.contains("「A1_規模」!A6：空欄（見出しなし）。"));
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
        .contains("!C6：「架空家計簿サービス2株式会社」とあります。様式にある見出しとしてください。");
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
        .anyMatch(text -> text.contains("「A8_接続申入れ」：シートなし。"))
        .anyMatch(text -> text.contains("セルの名前「answer_A1_03」なし。"))
        .anyMatch(text -> text.contains("」!A6：空欄（見出しなし）。"));
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
    assertThat(japanese(form).get(5)).contains("：ほか1か所の変更。");
  }

  @Test
  void refusesAVersionThatNobodyKnows() {
    var older = new QuestionnaireCatalog(List.of(SampleRequests.questionnaire("agent_survey", 1)));
    byte[] second = BlankForm.write(SampleRequests.agent(2, 1));
    FormFile form = FormFile.read("返送.xlsx", second, older);
    assertThat(form.problems()).extracting(Problem::reason).contains(Reason.UNKNOWN_VERSION);
    assertThat(japanese(form).get(0)).contains("：agent_survey 第2版。");
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
}
