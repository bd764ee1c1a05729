package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check takes every kind of file for what it is, and finds what a run would. */
class SubmissionCheckTest {
  private static final String AGENTS =
      "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,"
          + "publication_consent,valid_from,valid_to\nAGT1,,架空,,,yes,NAMED,,\n";
  private static final String ISSUERS =
      "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
          + "publication_consent,cards_issued,valid_from,valid_to\nISS1,,架空,,,yes,NAMED,,,\n";
  private static final String ALIASES = "issuer_id,client_id_raw,agent_id,valid_from,valid_to\n";
  private static final String FEED = "product: renkei-jsonl\nfront: api\n";
  private static final String TARGETS =
      "kpi_id,kind,date,value,basis_document\nscraping_share,TARGET,2027-03-31,0.1,計画\n";
  private static final String ROUND =
      """
      round_id: R1
      reference_date: 2026-03-31
      due_date: 2026-04-30
      frame_id: F1 # 名簿
      questionnaires:
        - {id: issuer_survey, version: 1}
      """;
  private static final String SURVEY =
      "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
          + "segment,counterparty_id,question_id,value,value_state,free_text\n"
          + "issuer_survey,1,R1,ISS1,2026-04-20,,,,A3_01,YES,REPORTED,\n";
  @TempDir Path folder;
  private Path landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = folder.resolve("landing");
    put("landing/register/issuers.csv", ISSUERS);
    put("landing/register/agents.csv", AGENTS);
    put("landing/rounds/R1.yaml", ROUND);
  }

  private Path put(String path, String text) throws IOException {
    return put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path put(String path, byte[] content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, content);
  }

  private CheckedFile check(Path file) {
    return SubmissionCheck.against(landing).check(file);
  }

  private List<String> found(Path file) {
    return check(file).findings().stream()
        .map(
            finding ->
                finding.problem().place().english()
                    + " "
                    + finding.reason()
                    + " "
                    + finding.problem().found())
        .toList();
  }

  private static String line(int number) {
    return "{\"event_time\":\"2026-01-05T09:00:00+09:00\",\"method\":\"GET\",\"path\":\"/a\","
        + "\"status\":200,\"request_id\":\"r"
        + number
        + "\"}\n";
  }

  @Test
  void countsTheLinesOfALog() throws IOException {
    put("landing/gateway/ISS1/api/feed.yaml", FEED);
    var log =
        check(
            put(
                "landing/gateway/ISS1/api/a.jsonl",
                line(1) + line(2) + line(1) + "broken\n".repeat(25)));
    assertThat(log.log())
        .hasValueSatisfying(
            counts ->
                assertThat(
                        List.of(
                            counts.lines(),
                            counts.accepted(),
                            counts.rejected(),
                            counts.duplicates()))
                    .containsExactly(28L, 2L, 25L, 1L));
    assertThat(log.findings()).hasSize(20);
    assertThat(log.more()).isEqualTo(5);
    assertThat(log.findings().get(0).reason()).isEqualTo("NOT_JSON");
    assertThat(log.findings().get(0).problem().place().line()).isEqualTo(4);
  }

  @Test
  void findsNothingInGoodLogsAndFeeds() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zipped = new GZIPOutputStream(bytes)) {
      zipped.write(line(1).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(check(put("elsewhere/feed.yaml", FEED)).hasErrors()).isFalse();
    var log = check(put("elsewhere/a.jsonl.gz", bytes.toByteArray()));
    assertThat(log.hasErrors()).isFalse();
    assertThat(log.log().orElseThrow().accepted()).isEqualTo(1);
  }

  @Test
  void saysWhatALogLacks() throws IOException {
    assertThat(found(put("elsewhere/a.jsonl", line(1))))
        .containsExactly(" FEED_MISSING feed.yaml なし");
    put("landing/gateway/ISS9/api/feed.yaml", FEED);
    assertThat(found(put("landing/gateway/ISS9/api/a.jsonl", line(1))))
        .containsExactly(" UNKNOWN_ISSUER ISS9");
    put("beside/feed.yaml", FEED);
    assertThat(found(put("beside/a.txt", line(1)))).containsExactly(" UNKNOWN_ENDING a.txt");
    assertThat(found(put("beside/a.csv", SURVEY.replace(',', ';'))))
        .containsExactly("line 1 WRONG_SEPARATOR セミコロン区切りの見出し");
    assertThat(found(put("elsewhere/feed.yaml", "product: kong3\nfront: api\n")))
        .containsExactly(" UNKNOWN_PRODUCT kong3");
  }

  @Test
  void tellsTheKindOfACsvByItsHeader() throws IOException {
    for (String text : List.of(TARGETS, AGENTS, ISSUERS, SURVEY)) {
      assertThat(found(put("elsewhere/sent.csv", text))).as(text).isEmpty();
    }
    assertThat(found(put("elsewhere/sent.csv", TARGETS.replace("0.1", "much"))))
        .containsExactly("line 2 (value) WRONG_TYPE much");
  }

  @Test
  void findsAnIdThatTheRegisterBesideItDoesNotHold() throws IOException {
    String text = ALIASES + "ISS1,c1,AGT1,,\nISS1,c2,AGT9,,\n";
    List<String> expected = List.of("line 3 (agent_id) UNKNOWN_ID AGT9");
    assertThat(found(put("landing/register/client_aliases.csv", text))).isEqualTo(expected);
    assertThat(found(put("sent/client_aliases.csv", text))).isEqualTo(expected);
    put("sent/agents.csv", AGENTS + "AGT9,,架空,,,yes,NAMED,,\n");
    assertThat(found(put("sent/client_aliases.csv", text))).isEmpty();
  }

  @Test
  void findsACardNumberInARegister() throws IOException {
    assertThat(
            found(
                put(
                    "landing/register/client_aliases.csv",
                    ALIASES + "ISS1,4111111111111111,AGT1,,\n")))
        .hasSize(1)
        .allMatch(found -> found.startsWith("line 2 (client_id_raw) CARD_NUMBER_FOUND"))
        .noneMatch(found -> found.contains("41111111"));
  }

  @Test
  void isNotStoppedByARoundInAnotherEncoding() throws IOException {
    put("landing/rounds/R2.yaml", ROUND.replace("R1", "R2").getBytes(Charset.forName("MS932")));
    assertThat(found(put("landing/surveys/a.csv", SURVEY))).isEmpty();
    assertThat(found(folder.resolve("landing/rounds/R1.yaml"))).isEmpty();
  }

  @Test
  void namesAFileThatCannotBeRead() throws IOException {
    assertThat(found(folder.resolve("nowhere.csv"))).containsExactly(" UNREADABLE 存在しないファイル");
    assertThat(found(folder.resolve("nowhere.jsonl"))).hasSize(1);
    assertThat(check(Files.createDirectories(folder.resolve("folder.csv"))).hasErrors()).isTrue();
  }

  @Test
  void refusesAFileThatNoMemoryWouldHold() throws IOException {
    Path file = folder.resolve("a.csv");
    try (var content = new RandomAccessFile(file.toFile(), "rw")) {
      content.setLength(3L * 1024 * 1024 * 1024);
    }
    assertThat(SubmissionCheck.against(landing).check(file).findings())
        .extracting(Finding::reason)
        .containsExactly("TOO_LARGE");
  }

  @Test
  void namesAChosenIssuerThatTheFrameOfTheRoundDoesNotHold() throws IOException {
    put(
        "landing/register/population_frames.csv",
        "frame_id,as_of,basis,issuer_id,cards_issued\nF1,2026-03-31,b,ISS1,1\n");
    var round =
        put(
            "landing/rounds/R1.yaml",
            ROUND + "chosen_issuers: {label: 大手2社, issuers: [ISS1, ISS9]}\n");
    assertThat(SubmissionCheck.against(landing).check(round).findings())
        .extracting(finding -> finding.problem().japanese())
        .singleElement()
        .asString()
        .contains("rounds/R1.yaml", "chosen_issuers.issuers", "「ISS9」とあります。")
        .contains("この調査回の母集団 F1（register/population_frames.csv）にあるカード会社IDとしてください。")
        .endsWith("IDを訂正するか、母集団に追加してください。それまでは、ほかの会社だけを数えます。");
    var surveys = new LandedSurveys(landing);
    assertThat(surveys.registers().round("R1")).isPresent();
  }
}
