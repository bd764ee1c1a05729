package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFilesTest {
  private static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostile/csv-spectrum/csvs",
        "hostile/japanese-csv",
        "hostile/json-test-suite/test_parsing",
        "hostile/workbooks",
        "hostile/naughty-strings"
      })
  void readsAnyFileWithoutFailing(String folder) {
    List<Path> files = SharedData.files(folder);
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      byte[] content = SharedData.bytes(file);
      Assertions.assertTimeout(
          Duration.ofSeconds(10),
          () -> {
            CsvFile csv = CsvFile.read(file.getFileName().toString(), content);
            assertThat(csv.hasErrors() || !csv.columns().isEmpty()).isTrue();
            AnswerFile answers = AnswerFile.read(file.getFileName().toString(), content);
            assertThat(answers.units()).isEmpty();
            assertThat(answers.hasErrors()).as(file.toString()).isTrue();
            answers.problems().forEach(HostileFilesTest::rendersOnOneLine);
          });
    }
  }

  @Test
  void putsEveryNaughtyStringIntoEveryColumnWithoutFailing() {
    Path file = SharedData.folder("hostile/naughty-strings").resolve("blns.base64.json");
    Matcher strings =
        Pattern.compile("\"([A-Za-z0-9+/=]*)\"")
            .matcher(new String(SharedData.bytes(file), StandardCharsets.UTF_8));
    var rows = new ArrayList<List<String>>();
    while (strings.find()) {
      String naughty =
          new String(Base64.getDecoder().decode(strings.group(1)), StandardCharsets.UTF_8)
              .replace("\0", "");
      for (int column = 3; column < AnswerFile.COLUMNS.size(); column++) {
        var row = new ArrayList<>(AnswerCsv.ROW);
        row.set(column, naughty);
        rows.add(row);
      }
    }
    assertThat(rows).hasSizeGreaterThan(4000);
    AnswerFile answers = AnswerFile.read("naughty.csv", AnswerCsv.bytes(rows));
    for (AnswerUnit unit : answers.units()) {
      UnitCheck check = UnitCheck.of(unit, CATALOG, new SampleRegister());
      check.problems().forEach(HostileFilesTest::rendersOnOneLine);
    }
  }

  private static void rendersOnOneLine(Problem problem) {
    assertThat(problem.found().length()).isLessThanOrEqualTo(200);
    boolean isNotice = problem.severity() == Problem.Severity.NOTICE;
    assertThat(problem.english())
        .doesNotContain("\n")
        .contains(": found ", isNotice ? ", read as " : ", expected ");
    assertThat(problem.expected().en() + problem.remedy().ja()).doesNotContain("{0}", "{1}");
    assertThat(problem.japanese())
        .doesNotContain("\n")
        .containsPattern(isNotice ? "と読み取りました。" : "(としてください|が必要です)。");
  }
}
