package jp.renkei.surveys.form;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.Problem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A blank form, changed as respondents do it, and read back. */
final class ReadForms {
  static final FormRequest REQUEST = SampleRequests.issuer(3, List.of());
  static final byte[] BLANK = BlankForm.write(REQUEST);
  static final String A1 = "A1_規模";
  static final String A9 = "A9_電子決済等代行業者との契約と接続（相手先別）";

  private ReadForms() {}

  static FormFile read(byte[] content) {
    return FormFile.read("返送.xlsx", content, SampleRequests.CATALOG);
  }

  static FormFile edited(Consumer<XSSFWorkbook> edit) {
    return read(EditedForm.of(BLANK, edit));
  }

  static List<String> japanese(FormFile form) {
    return form.problems().stream().map(Problem::japanese).toList();
  }

  static List<String> unreadable(FormFile form) {
    return form.unit().orElseThrow().unreadable().stream().map(Problem::japanese).toList();
  }

  static AnswerRow row(FormFile form, String question, String key) {
    return form.unit().orElseThrow().rows().stream()
        .filter(row -> row.questionId().equals(question) && RowKey.of(row).text().equals(key))
        .findFirst()
        .orElseThrow();
  }

  static Stream<AnswerRow> counterparties(FormFile form) {
    return form.unit().orElseThrow().rows().stream().filter(row -> !row.counterpartyId().isEmpty());
  }
}
