package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.renkei.surveys.Problem;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form that is refused as a whole tells what is wrong with its cells in the same go. */
class WholeFormProblemsTest {
  private static final String PATH = "surveys/form.xlsx";
  private static final Map<String, String> FAULTY_ANSWERS =
      Map.of("answer_A1_02", "約100万", "answer_A8_01", "接続は3件");
  @TempDir Path landing;

  private LandedSurveys.Looked looked(Map<String, String> identity) throws IOException {
    var forms = LandedForms.in(landing, 1);
    byte[] filled = forms.form(PATH, LocalDate.of(2026, 4, 20), List.of());
    var written = new TreeMap<>(FAULTY_ANSWERS);
    written.putAll(identity);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(filled))) {
      for (var text : written.entrySet()) {
        var cell = new CellReference(workbook.getName(text.getKey()).getRefersToFormula());
        workbook
            .getSheet(cell.getSheetName())
            .getRow(cell.getRow())
            .getCell(cell.getCol())
            .setCellValue(text.getValue());
      }
      var bytes = new ByteArrayOutputStream();
      workbook.write(bytes);
      forms.place(PATH, bytes.toByteArray());
    }
    return new LandedSurveys(landing)
        .files().stream().filter(file -> file.path().equals(PATH)).findFirst().orElseThrow();
  }

  private static List<String> reasons(List<Problem> problems) {
    return problems.stream()
        .filter(Problem::isError)
        .map(problem -> problem.reason() + " " + problem.place().subject().replaceAll(" .*", ""))
        .toList();
  }

  @Test
  void tellsTheIdentityFirstAndThenEveryCell() throws IOException {
    var looked = looked(Map.of("identity_respondent", "別の会社"));
    assertThat(reasons(looked.problems())).containsExactly("CHANGED_IDENTITY ");
    var unit = looked.units().get(0);
    assertThat(unit.respondentId()).isEqualTo("ISS1");
    assertThat(unit.isAccepted()).isFalse();
    assertThat(reasons(unit.problems())).containsExactly("WRONG_TYPE A1_02", "WRONG_TYPE A8_01");
  }

  @Test
  void tellsTheCellsAloneWhereTheFormIsWhole() throws IOException {
    var looked = looked(Map.of());
    assertThat(looked.problems()).isEmpty();
    assertThat(reasons(looked.units().get(0).problems()))
        .containsExactly("WRONG_TYPE A1_02", "WRONG_TYPE A8_01");
  }
}
