package jp.renkei.jobs.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import jp.renkei.jobs.SharedData;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer of a register is taken whole, or refused with what is wrong and where. */
class SnapshotReaderTest {
  private static final String GOOD =
      """
      {"a": {"dataHolderBrandId": "a", "brandName": "架空銀行", "abn": "12 004 044 937"},
       "b": {"interimId": "b", "brandName": " =HYPERLINK(\\"x\\")\\u202e\\n"}}
      """;

  private static SnapshotReader.Reading read(String name, String text) {
    return SnapshotReader.read(
        Registers.australia(), "foreign_registers/au_cdr/" + name, text, LocalDate.of(2024, 9, 1));
  }

  private static SnapshotReader.Reading read(String text) {
    return read("brands-2024-08-12.json", text);
  }

  private static Problem problem(String text) {
    var reading = read(text);
    assertThat(reading.snapshot()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
    return reading.problems().get(0);
  }

  @Test
  void readsBrandsWithAndWithoutALegalEntity() {
    var brands = read("\uFEFF" + GOOD).snapshot().orElseThrow().byId();
    assertThat(brands.get("a").entityId()).hasValue("12004044937");
    assertThat(brands.get("b").entityId()).isEmpty();
    assertThat(brands.get("b").name()).isEqualTo("=HYPERLINK(\"x\")");
  }

  @Test
  void tellsWhereAnAnswerWasCut() {
    var problem = problem(GOOD.substring(0, GOOD.length() - 10));
    assertThat(problem.reason()).isEqualTo(Reason.UNREADABLE);
    assertThat(problem.english())
        .isEqualTo(
            "foreign_registers/au_cdr/brands-2024-08-12.json line 2: found 'JSON cut off in line 2',"
                + " expected a whole JSON answer. Fetch the answer again and place it under a name of"
                + " its own; nothing of this one counts.");
  }

  @Test
  void tellsAnErrorPageFromAnAnswer() {
    var problem = problem("\n <!DOCTYPE html><html><title>503</title></html>");
    assertThat(problem.reason()).isEqualTo(Reason.OTHER_FORMAT);
    assertThat(problem.japanese())
        .isEqualTo(
            "foreign_registers/au_cdr/brands-2024-08-12.json 1行目：HTML 又は XML のページ（エラー画面など）。"
                + "最後まで揃ったJSONが必要です。登録簿の応答を取得し直し、置いてください。このファイルからは何も数えません。");
  }

  @Test
  void refusesAnAnswerOfAnotherShapeAndTellsWhatItHolds() {
    var problem = problem("{\"errors\": [{\"code\": \"503\"}], \"meta\": {}}");
    assertThat(problem.reason()).isEqualTo(Reason.MISSING_COLUMN);
    assertThat(problem.foundInEnglish()).isEqualTo("an object with errors, meta");
    assertThat(problem.expected().ja())
        .contains("brandRef")
        .contains("dataHolderBrandId | interimId");
    assertThat(problem("[1, 2]").reason()).isEqualTo(Reason.MISSING_COLUMN);
    assertThat(problem("\"503\"").reason()).isEqualTo(Reason.MISSING_COLUMN);
  }

  @ParameterizedTest
  @CsvSource({"{}", "[]"})
  void refusesAListWithoutABrand(String text) {
    assertThat(problem(text).reason()).isEqualTo(Reason.EMPTY_FILE);
  }

  @Test
  void refusesAnEmptyFile() {
    assertThat(problem("").reason()).isEqualTo(Reason.EMPTY_FILE);
    assertThat(problem(" \n").reason()).isEqualTo(Reason.EMPTY_FILE);
  }

  @Test
  void refusesTheWholeWhereOneBrandIsBroken() {
    var reading = read(GOOD.replace("\"interimId\": \"b\"", "\"other\": \"b\""));
    assertThat(reading.snapshot()).isEmpty();
    assertThat(reading.rows()).isEqualTo(2);
    assertThat(reading.problems())
        .extracting(Problem::english)
        .containsExactly(
            "foreign_registers/au_cdr/brands-2024-08-12.json (b): found nothing, expected a text in"
                + " dataHolderBrandId | interimId. Fetch the answer again and place it under a name"
                + " of its own; nothing of this one counts.");
  }

  @Test
  void refusesTheSameIdTwice() {
    assertThat(problem(GOOD.replace("\"interimId\": \"b\"", "\"interimId\": \"a\"")).reason())
        .isEqualTo(Reason.DUPLICATE_KEY);
    assertThat(problem("{\"a\": 1, \"a\": 2}").foundInEnglish()).startsWith("the same name twice");
  }

  @Test
  void refusesALegalEntityThatIsNoText() {
    assertThat(problem(GOOD.replace("\"12 004 044 937\"", "{\"no\": 1}")).reason())
        .isEqualTo(Reason.WRONG_TYPE);
  }

  @Test
  void listsNoMoreProblemsThanPeopleRead() {
    var many = new StringBuilder("{\"x\": {\"dataHolderBrandId\": \"x\", \"brandName\": \"x\"}");
    for (int i = 0; i < 100; i++) {
      many.append(", \"").append(i).append("\": {}");
    }
    assertThat(read(many.append("}").toString()).problems()).hasSize(21);
  }

  @ParameterizedTest
  @CsvSource({
    "brands.json, WRONG_TYPE",
    "brands-2024-02-30.json, WRONG_TYPE",
    "brands-2024-08-12 (1).json, WRONG_TYPE",
    "brands-2042-08-12.json, DATE_OUT_OF_RANGE",
    "brands-0024-08-12.json, DATE_OUT_OF_RANGE",
  })
  void refusesADayThatItCannotBe(String name, Reason reason) {
    assertThat(read(name, GOOD).problems()).extracting(Problem::reason).containsExactly(reason);
  }

  @Test
  void readsTheDayFromTheAnswerWhereTheDescriptionSaysSo() {
    var description =
        RegisterDescription.parse(
            "au_cdr",
            "register.yaml",
            Registers.AUSTRALIA
                .replace("{file_name: brands-YYYY-MM-DD.json}", "{field: meta.at}")
                .replace("\"*\"", "data.*"));
    var reading =
        SnapshotReader.read(
            description,
            "a/b/c.json",
            "{\"meta\": {\"at\": \"2024-08-12T01:00:00Z\"}, \"data\": [{\"brandRef\": 7, \"brandName\": \"n\"}]}",
            LocalDate.of(2024, 9, 1));
    assertThat(reading.snapshot().orElseThrow().on()).isEqualTo("2024-08-12");
    assertThat(reading.snapshot().orElseThrow().byId()).containsOnlyKeys("7");
  }

  /** JSONTestSuite: whatever stands under n_ is refused with a message, and nothing breaks. */
  @Test
  void refusesEverythingThatIsNoJson() throws IOException {
    Path suite = SharedData.path("hostile/json-test-suite");
    int refused = 0;
    try (Stream<Path> files = Files.walk(suite)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().endsWith(".json")) {
          continue;
        }
        var reading = read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        assertThat(reading.snapshot()).as(file.toString()).isEmpty();
        assertThat(reading.problems()).as(file.toString()).isNotEmpty();
        if (file.getFileName().toString().startsWith("n_")) {
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(100);
  }
}
