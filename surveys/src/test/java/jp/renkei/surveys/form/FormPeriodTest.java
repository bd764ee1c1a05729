package jp.renkei.surveys.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.surveys.workbook.WorkbookCell;
import jp.renkei.surveys.workbook.WorkbookReader;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;

/** One version of a questionnaire, asked in three rounds. */
class FormPeriodTest {
  private static final Map<String, String> YEARS =
      Map.of(
          "2025-03-31", "2024年度（2024年4月1日～2025年3月31日）",
          "2025-09-30", "2024年度（2024年4月1日～2025年3月31日）",
          "2026-03-31", "2025年度（2025年4月1日～2026年3月31日）");

  private static byte[] form(FormRequest request, String referenceDate) {
    LocalDate on = LocalDate.parse(referenceDate);
    var asked =
        new SurveyRound.Asked(request.questionnaire().id(), request.questionnaire().version());
    var round =
        new SurveyRound("R" + on.getYear(), on, on.plusDays(30), 14, "FRAME1", List.of(asked));
    return BlankForm.write(
        new FormRequest(
            SampleRequests.questionnaire(asked.questionnaireId(), asked.version()),
            round,
            request.respondent(),
            request.lines(),
            request.counterparties(),
            List.of()));
  }

  private static String texts(byte[] form) {
    var content = WorkbookReader.read("form.xlsx", form).content().orElseThrow();
    return content.sheets().stream()
        .flatMap(sheet -> sheet.cells().values().stream())
        .map(WorkbookCell::text)
        .collect(Collectors.joining("\n"));
  }

  private static FormFile read(byte[] form) {
    return FormFile.read("返送.xlsx", form, SampleRequests.CATALOG);
  }

  @Test
  void namesTheFiscalYearOfItsRoundAndNoOther() {
    YEARS.forEach(
        (referenceDate, year) ->
            Stream.of(
                    SampleRequests.issuer(2, List.of()),
                    SampleRequests.agent(1, 2),
                    SampleRequests.agent(2, 2))
                .forEach(
                    request -> {
                      String texts = texts(form(request, referenceDate));
                      assertThat(texts).contains(year).doesNotContain("fiscal_year}", "直近の年度");
                      YEARS.values().stream()
                          .filter(other -> !other.equals(year))
                          .forEach(other -> assertThat(texts).doesNotContain(other));
                    }));
  }

  @Test
  void isReadBackWithTheWordsThatItWasHandedOutWith() {
    YEARS.forEach(
        (referenceDate, year) -> {
          byte[] blank = form(SampleRequests.issuer(2, List.of()), referenceDate);
          assertThat(read(blank).hasErrors()).isFalse();
          byte[] faulty =
              EditedForm.of(
                  blank,
                  book -> EditedForm.cell(book, "answer_A8_01").setCellErrorValue(FormulaError.NA));
          assertThat(read(faulty).unit().orElseThrow().unreadable())
              .singleElement()
              .extracting(Problem::japanese)
              .asString()
              .contains("(A8_01 接続申入れの受付件数（" + year + "中）)");
        });
  }
}
