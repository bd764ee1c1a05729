package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.run.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receipt says when, by whom and why a file was handed in, and takes nothing away from it. */
class ReceiptsIT {
  private static final Set<String> STEPS =
      Set.of("receive files", "registers", "gateway logs", "submissions");
  private static final String SURVEY =
      "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
          + "segment,counterparty_id,question_id,value,value_state,free_text\n";
  private static final String COUNTED =
      "respondent_id | state | is_late | problems | received_by | on_behalf_of | note | correction_reason";
  @TempDir Path folder;
  private Path landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = folder.resolve("landing");
    place(
        "register/issuers.csv",
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\n"
            + "ISS1,,甲,,,yes,NAMED,1,,\nISS2,,乙,,,yes,NAMED,1,,\n");
    round("R1", "2025-03-31", "2025-04-30");
    round("R2", "2026-03-31", "2026-04-30");
  }

  private void round(String id, String reference, String due) throws IOException {
    place(
        "rounds/" + id + ".yaml",
        """
        round_id: %s
        reference_date: %s
        due_date: %s
        frame_id: F1
        questionnaires:
          - {id: issuer_survey, version: 1}
        """
            .formatted(id, reference, due));
  }

  private String place(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String members(String round, String respondent, String on, int members) {
    return "issuer_survey,1,%s,%s,%s,,,,A1_02,%d,REPORTED,\n"
        .formatted(round, respondent, on, members);
  }

  private static String receipt(String sha256, String at, String more) {
    return "sha256: %s\npath: surveys/a.csv\nsubmitted_at: %s\nsubmitted_by: clerk\n%s"
        .formatted(sha256, at, more);
  }

  private Tables run() {
    return new GivenWarehouse(folder.resolve("warehouse"))
        .landing(landing)
        .run(step -> STEPS.contains(step.name()));
  }

  private static List<String> rows(Tables tables, String table, String where, String columns) {
    return GivenRows.lines(
        tables.select("select * from " + table + " where " + where + " order by 1, 2"), columns);
  }

  @Test
  void saysWhenByWhomAndForWhom() throws IOException {
    String sha = place("surveys/a.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 5));
    place(
        "receipts/a.yaml",
        receipt(sha, "2026-05-02T09:00:00+09:00", "on_behalf_of: ISS1\nnote: 郵送で受領\n"));
    place("surveys/b.csv", SURVEY + members("R2", "ISS2", "2026-04-20", 5));
    var tables = run();
    assertThat(rows(tables, "silver.submission", "kind = 'SURVEY'", COUNTED))
        .containsExactlyInAnyOrder(
            "ISS1 | ACCEPTED | true | 0 | clerk | ISS1 | 郵送で受領 | -",
            "ISS2 | ACCEPTED | false | 0 | - | - | - | -");
    assertThat(
            rows(tables, "silver.submission", "kind = 'RECEIPT'", "state | problems | received_by"))
        .containsExactly("ACCEPTED | 0 | -");
    assertThat(
            tables
                .select(
                    "select cast(submitted_at as string) as at from silver.answer where respondent_id = 'ISS1'")
                .get(0)
                .get("at")
                .toString())
        .startsWith("2026-05-02 09:00");
  }

  @Test
  void countsTheDayOnWhichItArrived() throws Exception {
    String sha = place("surveys/a.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 5));
    place(
        "receipts/a.yaml",
        receipt(
            sha,
            "2026-05-02T09:00:00+09:00",
            "on_behalf_of: ISS1\narrived_on: 2026-04-28\nnote: 郵送で受領\n"));
    assertThat(
            rows(
                run(),
                "silver.submission",
                "kind = 'SURVEY'",
                "respondent_id | state | is_late | arrived_on"))
        .containsExactly("ISS1 | ACCEPTED | false | 2026-04-28");
  }

  @Test
  void goesBackToAFileThatWasReplacedByItsLaterReceipt() throws IOException {
    String first = place("surveys/a.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 1));
    String second = place("surveys/b.csv", SURVEY + members("R2", "ISS1", "2026-04-21", 2));
    place("receipts/a.yaml", receipt(first, "2026-04-20T09:00:00+09:00", ""));
    place("receipts/b.yaml", receipt(second, "2026-04-21T09:00:00+09:00", ""));
    assertThat(rows(run(), "silver.answer", "true", "value")).containsExactly("2");
    place(
        "receipts/a.2.yaml",
        receipt(first, "2026-05-20T09:00:00+09:00", "correction_reason: 初めの回答に戻す\n"));
    var tables = run();
    assertThat(rows(tables, "silver.answer", "true", "value")).containsExactly("1");
    assertThat(
            rows(
                tables,
                "silver.submission",
                "kind = 'SURVEY'",
                "path | state | is_late | correction_reason"))
        .containsExactlyInAnyOrder(
            "surveys/a.csv | ACCEPTED | false | 初めの回答に戻す",
            "surveys/b.csv | SUPERSEDED | false | -");
  }

  @Test
  void refusesABlankAnswerAndOneOfADayStillToCome() throws IOException {
    place("surveys/a.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 1));
    place("surveys/typo.csv", SURVEY + members("R2", "ISS1", "2027-01-01", 2));
    place(
        "surveys/blank.csv",
        SURVEY + "issuer_survey,1,R2,ISS2,2026-04-20,,,,A1_02,,NOT_ANSWERED,\n");
    var tables = run();
    assertThat(rows(tables, "silver.answer", "true", "value")).containsExactly("1");
    assertThat(rows(tables, "silver.submission", "kind = 'SURVEY'", "path | state"))
        .containsExactlyInAnyOrder(
            "surveys/a.csv | ACCEPTED",
            "surveys/typo.csv | REFUSED",
            "surveys/blank.csv | REFUSED");
  }

  @Test
  void decidesWhichOfTwoFilesCountsWhateverTheySay() throws IOException {
    String first = place("surveys/a.csv", SURVEY + members("R2", "ISS1", "2026-04-25", 1));
    String second = place("surveys/b.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 2));
    place(
        "receipts/b.yaml",
        receipt(second, "2026-04-22T09:00:00+09:00", "correction_reason: 桁誤り\n"));
    place("receipts/a.yaml", receipt(first, "2026-04-21T09:00:00+09:00", ""));
    // Handed in once more: the later receipt of a file counts.
    place("receipts/c.yaml", receipt(first, "2026-04-20T09:00:00+09:00", "note: 古い受付\n"));
    var tables = run();
    assertThat(rows(tables, "silver.answer", "true", "value")).containsExactly("2");
    assertThat(
            rows(
                tables,
                "silver.submission",
                "kind = 'SURVEY'",
                "path | state | note | correction_reason"))
        .containsExactlyInAnyOrder(
            "surveys/a.csv | SUPERSEDED | - | -", "surveys/b.csv | ACCEPTED | - | 桁誤り");
  }

  @Test
  void takesNothingAwayWhereItIsBrokenOrWithoutItsFile() throws IOException {
    String sha = place("surveys/a.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 5));
    place("receipts/broken.yaml", "sha256: " + sha + "\nsubmitted_by: [\n");
    place("receipts/short.yaml", "sha256: " + sha + "\npath: surveys/a.csv\nsubmitted_by: x\n");
    place("receipts/year.yaml", receipt(sha, "9999-12-31T00:00:00+09:00", ""));
    place("receipts/gone.yaml", receipt("0".repeat(64), "2026-04-22T09:00:00+09:00", ""));
    var tables = run();
    assertThat(rows(tables, "silver.answer", "true", "value")).containsExactly("5");
    assertThat(
            rows(
                tables,
                "silver.submission",
                "kind <> 'REGISTER' and kind <> 'ROUND'",
                "path | state"))
        .containsExactlyInAnyOrder(
            "surveys/a.csv | ACCEPTED",
            "receipts/broken.yaml | UNREADABLE",
            "receipts/short.yaml | UNREADABLE",
            "receipts/year.yaml | UNREADABLE",
            "receipts/gone.yaml | REFUSED");
    assertThat(rows(tables, "silver.rejected", "true", "path | place | reason"))
        .containsExactlyInAnyOrder(
            "receipts/broken.yaml | file | UNREADABLE",
            "receipts/short.yaml | file | UNREADABLE",
            "receipts/year.yaml | file | UNREADABLE",
            "receipts/gone.yaml | file | UNKNOWN_ID");
    // Its file comes later: nothing is left to tell.
    String late = SURVEY + members("R2", "ISS2", "2026-04-20", 5);
    place("receipts/gone.yaml", receipt(place("surveys/late.csv", late), "2026-04-22", ""));
    assertThat(rows(run(), "silver.answer", "true", "respondent_id")).contains("ISS1", "ISS2");
  }

  @Test
  void givesTheReasonForACountThatMovedFar() throws IOException {
    place("surveys/before.csv", SURVEY + members("R1", "ISS1", "2025-04-20", 100));
    String sha = place("surveys/now.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 900));
    String where = "round_id = 'R2'";
    assertThat(rows(run(), "silver.submission", where, "state | problems"))
        .containsExactly("ACCEPTED | 1");
    place(
        "receipts/now.yaml",
        receipt(sha, "2026-04-20T00:00:00+09:00", "reasons:\n  - {line: 2, text: 合併による増加}\n"));
    var tables = run();
    assertThat(rows(tables, "silver.submission", where, "state | problems"))
        .containsExactly("ACCEPTED | 0");
    assertThat(rows(tables, "silver.answer", where, "value | free_text"))
        .containsExactly("900 | 合併による増加");
  }

  @Test
  void comparesWithTheLastRoundWhateverTheOrderOfArrival() throws IOException {
    place("surveys/now.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 900));
    assertThat(rows(run(), "silver.submission", "round_id = 'R2'", "problems"))
        .containsExactly("0");
    place("surveys/before.csv", SURVEY + members("R1", "ISS1", "2025-04-20", 100));
    assertThat(rows(run(), "silver.submission", "round_id = 'R2'", "problems"))
        .containsExactly("1");
    // Corrected: the newest accepted answer is what the next round is compared with.
    place("surveys/corrected.csv", SURVEY + members("R1", "ISS1", "2025-04-25", 890));
    assertThat(rows(run(), "silver.submission", "round_id = 'R2'", "problems"))
        .containsExactly("0");
  }

  @Test
  void keepsNoCardNumberOfANoteAndEveryDigitOfAHash() throws IOException {
    String sha = place("surveys/a.csv", SURVEY + members("R2", "ISS1", "2026-04-20", 5));
    place(
        "receipts/a.yaml",
        receipt(sha, "2026-04-22T09:00:00+09:00", "note: 会員 4111 1111 1111 1111 から\n"));
    var tables = run();
    assertThat(rows(tables, "silver.submission", "kind = 'SURVEY'", "received_by | note"))
        .containsExactly("clerk | 会員 **** **** **** 1111 から");
    assertThat(rows(tables, "silver.rejected", "true", "path | reason"))
        .containsExactly("receipts/a.yaml | CARD_NUMBER_FOUND");
  }
}
