package jp.renkei.jobs.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines that the pages and the desk speak. */
class DeskLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock DAY =
      Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneId.of("Asia/Tokyo"));

  @TempDir Path folder;
  @TempDir Path outside;
  private SmallLanding landing;
  private DeskLines desk;

  @BeforeEach
  void makeLanding() {
    landing = new SmallLanding(folder);
    desk = new DeskLines(folder, DAY);
  }

  private JsonNode ask(String action, String... fields) throws IOException {
    Map<String, String> request = new LinkedHashMap<>(Map.of("id", "7", "action", action));
    for (int i = 0; i < fields.length; i += 2) {
      request.put(fields[i], fields[i + 1]);
    }
    var answer = JSON.readTree(desk.answer(JSON.writeValueAsString(request)));
    assertThat(answer.get("id").asText()).isEqualTo("7");
    return answer;
  }

  private JsonNode check(String respondent, String answer, String asked) throws IOException {
    Path file = landing.answer("later.csv", "R2026-03", respondent, "2026-04-20", answer);
    Path upload = outside.resolve("upload");
    Files.move(file, upload, StandardCopyOption.REPLACE_EXISTING);
    return ask("check", "file", upload.toString(), "name", "回答.csv", "respondent_id", asked);
  }

  @Test
  void tellsTheRoundsTheNewestFirst() throws IOException {
    var rounds = ask("rounds").get("rounds");
    assertThat(rounds.findValuesAsText("round_id")).containsExactly("R2026-03", "R2025-09");
    assertThat(rounds.get(0).get("last_day").asText()).isEqualTo("2026-05-14");
    assertThat(rounds.get(0).get("questionnaires").get(0).get("title_ja").asText())
        .isEqualTo("調査票A（カード会社）");
    assertThat(rounds.get(0).get("questionnaires").get(0).get("title_en").asText())
        .matches("[\\x20-\\x7e]+");
  }

  @Test
  void tellsOneRespondentItsOwnStateOnly() throws IOException {
    var rows = ask("status", "round_id", "R2026-03", "respondent_id", "ISS001").get("respondents");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("state").asText()).isEqualTo("OPEN");
    assertThat(rows.get(0).get("submitted_at").isNull()).isTrue();
  }

  @Test
  void saysWhatIsMissingInJapanese() throws IOException {
    var answer = ask("status");
    assertThat(answer.get("ok").asBoolean()).isFalse();
    assertThat(answer.get("problem_ja").asText()).isEqualTo("要求に round_id がありません。");
    assertThat(ask("status", "round_id", "R9").get("problem_ja").asText())
        .contains("調査回「R9」がありません");
    assertThat(JSON.readTree(desk.answer("{")).get("problem_ja").asText())
        .isEqualTo("要求がJSONではありません。");
  }

  @Test
  void acceptsAGoodFileAndKnowsTheOneBefore() throws IOException {
    var first = check("ISS001", "A3_01,YES,REPORTED,", "ISS001");
    assertThat(first.get("state").asText()).isEqualTo("ACCEPTABLE");
    assertThat(first.get("earlier").isNull()).isTrue();
    assertThat(first.get("version").asInt()).isEqualTo(1);
    landing.answer("a.csv", "R2026-03", "ISS001", "2026-04-10", "A3_01,NO,REPORTED,");
    var second = check("ISS001", "A3_01,YES,REPORTED,", "ISS001");
    assertThat(second.get("earlier").get("submitted_at").asText()).startsWith("2026-04-10");
    assertThat(second.get("earlier").get("path").asText()).isEqualTo("surveys/a.csv");
  }

  @Test
  void takesAFileThatWasReplacedOnceMore() throws IOException {
    Path first = landing.answer("a.csv", "R2026-03", "ISS001", "2026-04-10", "A3_01,NO,REPORTED,");
    landing.answer("b.csv", "R2026-03", "ISS001", "2026-04-12", "A3_01,YES,REPORTED,");
    var back = ask("check", "file", first.toString(), "name", "a.csv", "respondent_id", "ISS001");
    assertThat(back.get("state").asText()).isEqualTo("ACCEPTABLE");
    assertThat(back.get("earlier").get("path").asText()).isEqualTo("surveys/b.csv");
    // A later receipt is all it takes: the same bytes stay one submission.
    landing.put(
        "receipts/a.yaml",
        """
        sha256: %s
        path: surveys/a.csv
        submitted_at: 2026-04-13T09:00:00+09:00
        submitted_by: iss001
        """
            .formatted(back.get("sha256").asText()));
    var again = ask("check", "file", first.toString(), "name", "a.csv", "respondent_id", "ISS001");
    assertThat(again.get("earlier").get("path").asText()).isEqualTo("surveys/a.csv");
    assertThat(again.get("earlier").get("sha256")).isEqualTo(again.get("sha256"));
  }

  @Test
  void refusesADayThatIsStillToCome() throws IOException {
    Path file = landing.answer("a.csv", "R2026-03", "ISS001", "2026-05-02", "A3_01,NO,REPORTED,");
    Path upload = outside.resolve("upload");
    Files.move(file, upload);
    var answer =
        ask("check", "file", upload.toString(), "name", "a.csv", "respondent_id", "ISS001");
    assertThat(answer.get("state").asText()).isEqualTo("REFUSED");
    assertThat(answer.get("problems").get(0).get("expected").asText())
        .isEqualTo("受け取った日（2026-05-01）以前の提出日");
  }

  @Test
  void makesNoCopyOfAWorkbookThatIsNotOurForm() throws IOException {
    Path upload = outside.resolve("upload");
    try (var book = new XSSFWorkbook();
        var out = Files.newOutputStream(upload)) {
      book.createSheet("売上").createRow(0).createCell(0).setCellValue("合計");
      book.write(out);
    }
    Path marked = outside.resolve("marked.xlsx");
    var answer =
        ask(
            "check",
            "file",
            upload.toString(),
            "name",
            "売上.xlsx",
            "respondent_id",
            "ISS001",
            "marked",
            marked.toString());
    assertThat(answer.get("problems").get(0).get("reason").asText()).isEqualTo("UNKNOWN_FORM");
    assertThat(answer.get("marked").asBoolean()).isFalse();
    assertThat(marked).doesNotExist();
  }

  @Test
  void refusesAnothersFileAndAFaultyOne() throws IOException {
    var anothers = check("ISS002", "A3_01,YES,REPORTED,", "ISS001");
    assertThat(anothers.get("state").asText()).isEqualTo("REFUSED");
    assertThat(anothers.get("problems").get(0).get("found").asText()).isEqualTo("ISS002 の調査票");
    var faulty = check("ISS001", "A3_01,PERHAPS,REPORTED,", "ISS001");
    assertThat(faulty.get("state").asText()).isEqualTo("REFUSED");
    var problem = faulty.get("problems").get(0);
    assertThat(problem.get("line").asInt()).isEqualTo(2);
    assertThat(problem.get("severity").asText()).isEqualTo("ERROR");
    assertThat(problem.get("found").asText()).isEqualTo("PERHAPS");
    assertThat(problem.get("expected").asText()).isEqualTo("次のいずれか（YES（はい）、NO（いいえ））");
    assertThat(problem.get("expected_en").asText()).isEqualTo("one of YES (はい), NO (いいえ)");
    assertThat(problem.get("remedy_en").asText()).startsWith("Enter the code");
    assertThat(problem.get("place_en").asText()).startsWith("line 2");
  }

  @Test
  void tellsNobodyWhatAnotherAnsweredBefore() throws IOException {
    landing.answer("old.csv", "R2025-09", "ISS002", "2025-10-20", "A1_02,987654,REPORTED,");
    landing.answer("new.csv", "R2026-03", "ISS002", "2026-04-10", "A1_02,987000,REPORTED,");
    assertThat(check("ISS002", "A1_02,1,REPORTED,", "ISS002").toString()).contains("987,654");
    var anothers = check("ISS002", "A1_02,1,REPORTED,", "ISS001");
    assertThat(anothers.get("problems")).hasSize(1);
    assertThat(anothers.get("earlier").isNull()).isTrue();
    assertThat(anothers.get("respondent_id").isNull()).isTrue();
    assertThat(anothers.toString()).doesNotContain("987654", "987,654");
  }

  @Test
  void refusesAFileInWhichAnothersAnswersStandBehindOnesOwn() throws IOException {
    landing.answer("old.csv", "R2025-09", "ISS002", "2025-10-20", "A1_02,987654,REPORTED,");
    Path own = landing.answer("own.csv", "R2026-03", "ISS001", "2026-04-20", "A1_02,1,REPORTED,");
    Path other =
        landing.answer("other.csv", "R2026-03", "ISS002", "2026-04-20", "A1_02,1,REPORTED,");
    Path upload = outside.resolve("upload");
    Files.writeString(upload, Files.readString(own) + Files.readAllLines(other).get(1) + "\n");
    Files.delete(own);
    Files.delete(other);
    var answer =
        ask("check", "file", upload.toString(), "name", "両方.csv", "respondent_id", "ISS001");
    assertThat(answer.get("state").asText()).isEqualTo("REFUSED");
    assertThat(answer.get("problems")).hasSize(1);
    assertThat(answer.toString()).doesNotContain("987654", "987,654");
  }

  @Test
  void isNotStoppedByALandedAnswerOfTheFuture() throws IOException {
    landing.answer("typo.csv", "R2026-03", "ISS001", "2090-04-20", "A3_01,NO,REPORTED,");
    var answer = check("ISS001", "A3_01,YES,REPORTED,", "ISS001");
    assertThat(answer.get("state").asText()).isEqualTo("ACCEPTABLE");
    assertThat(answer.get("earlier").isNull()).isTrue();
    var row = ask("status", "round_id", "R2026-03", "respondent_id", "ISS001").get("respondents");
    assertThat(row.get(0).get("state").asText()).isEqualTo("REFUSED");
  }

  @Test
  void saysWhenAnAcceptedAnswerOfTheFutureWouldStandAbove() throws IOException {
    // Received when the clock of this desk had already been later.
    landing.answer("typo.csv", "R2026-03", "ISS001", "2026-05-20", "A3_01,NO,REPORTED,");
    var answer = check("ISS001", "A3_01,YES,REPORTED,", "ISS001");
    assertThat(answer.get("state").asText()).isEqualTo("REFUSED");
    assertThat(answer.get("problems").get(0).get("remedy").asText()).contains("事務局に連絡");
  }

  @Test
  void takesABlankFormForASlip() throws IOException {
    var answer = check("ISS001", "A3_01,,NOT_ANSWERED,", "ISS001");
    assertThat(answer.get("state").asText()).isEqualTo("REFUSED");
    assertThat(answer.get("problems").get(0).get("found").asText()).isEqualTo("記入のない調査票");
    landing.answer("blank.csv", "R2026-03", "ISS001", "2026-04-20", "A3_01,,NOT_ANSWERED,");
    var row = ask("status", "round_id", "R2026-03", "respondent_id", "ISS001").get("respondents");
    assertThat(row.get(0).get("state").asText()).isEqualTo("REFUSED");
  }

  @Test
  void asksWhyACorrectionLeavesOutWhatWasAnswered() throws IOException {
    landing.answer("a.csv", "R2026-03", "ISS001", "2026-04-10", "A3_03,NO,REPORTED,");
    var answer = check("ISS001", "A3_01,YES,REPORTED,", "ISS001");
    assertThat(answer.get("state").asText()).isEqualTo("ACCEPTABLE");
    var warning = answer.get("problems").get(0);
    assertThat(warning.get("severity").asText()).isEqualTo("WARNING");
    assertThat(warning.get("found").asText()).isEqualTo("前に受理した回答 1 件のうち 1 件が空欄：A3_03");
    assertThat(warning.get("place").asText()).isEqualTo("(前の回答から空欄になった設問)");
  }

  @Test
  void takesTheTimeOfHandingInWhereTheFileSaysNone() throws IOException {
    landing.answer("later.csv", "R2026-03", "ISS001", "", "A3_01,YES,REPORTED,");
    Path upload = outside.resolve("upload");
    Files.move(folder.resolve("surveys/later.csv"), upload);
    var answer =
        ask("check", "file", upload.toString(), "name", "a.csv", "respondent_id", "ISS001");
    assertThat(answer.get("state").asText()).isEqualTo("ACCEPTABLE");
  }

  @Test
  void storesNothingOfWhatItChecks() throws IOException {
    var before = Files.walk(folder).sorted().toList();
    check("ISS001", "A3_01,YES,REPORTED,", "ISS001");
    assertThat(Files.walk(folder).sorted().toList()).containsAll(before);
    assertThat(Files.exists(folder.resolve("surveys/later.csv"))).isFalse();
  }

  @Test
  void writesRemindersForTheDay() throws IOException {
    assertThat(ask("reminders", "round_id", "R2026-03").get("csv").asText())
        .contains("ISS001,架空カード,カード会社,R2026-03")
        .contains(",13,2026年3月31日,");
  }

  @Test
  void writesABlankForm() throws IOException {
    Path out = outside.resolve("form.xlsx");
    var answer =
        ask(
            "template",
            "round_id",
            "R2026-03",
            "questionnaire_id",
            "issuer_survey",
            "respondent_id",
            "ISS001",
            "out",
            out.toString());
    assertThat(answer.get("file_name").asText()).isEqualTo("R2026-03_issuer_survey_ISS001.xlsx");
    assertThat(new String(Files.readAllBytes(out), 0, 2, StandardCharsets.US_ASCII))
        .isEqualTo("PK");
    assertThat(
            ask(
                    "template",
                    "round_id",
                    "R2026-03",
                    "questionnaire_id",
                    "issuer_survey",
                    "respondent_id",
                    "ISS999",
                    "out",
                    out.toString())
                .get("problem_ja")
                .asText())
        .contains("回答者「ISS999」は、基準日 2026-03-31 の登録簿");
  }
}
