package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.run.Tables;
import jp.renkei.jobs.summary.SigningKey;
import jp.renkei.jobs.summary.SummaryFile;
import jp.renkei.jobs.summary.SummaryHeader;
import jp.renkei.jobs.summary.SummaryTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From signed files to the rows of the summaries that stand. */
class SummaryStepsIT {
  private static final Set<String> STEPS =
      Set.of("receive files", "registers", "gateway logs", "submissions", "issuer summaries");
  private static final String HASH = "0123456789abcdef".repeat(4);
  @TempDir Path folder;
  private Path landing;
  private String key;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = folder.resolve("landing");
    key = SigningKey.make(folder.resolve("issuer.pem")).base64();
    place(
        "register/issuers.csv",
        ("issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
                + "publication_consent,cards_issued,valid_from,valid_to\nI1,,甲,,,yes,NAMED,1,,\n")
            .getBytes(StandardCharsets.UTF_8));
    keys("I1," + key + ",2026-01-01,\n");
  }

  private void keys(String rows) throws IOException {
    place(
        "register/issuer_keys.csv",
        ("issuer_id,public_key,valid_from,valid_to\n" + rows).getBytes(StandardCharsets.UTF_8));
  }

  private void place(String path, byte[] content) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private byte[] summary(int month, String createdAt, long accepted) {
    var header =
        new SummaryHeader(
            1,
            "I1",
            YearMonth.of(2026, month),
            OffsetDateTime.parse(createdAt),
            "0123456789abcdef",
            "1",
            new SummaryHeader.MadeWith(HASH, HASH, HASH));
    var tables = new EnumMap<SummaryTable, List<List<Object>>>(SummaryTable.class);
    for (var table : SummaryTable.values()) {
      tables.put(table, List.of());
    }
    var first = LocalDate.of(2026, month, 1);
    tables.put(
        SummaryTable.LOG_DAY,
        List.of(List.of(first, first, "I1", "api", true, 1L, accepted, 0L, 0L)));
    return SummaryFile.write(header, tables, SigningKey.read(folder.resolve("issuer.pem")));
  }

  private Tables run() {
    return new GivenWarehouse(folder.resolve("warehouse"))
        .landing(landing)
        .run(step -> STEPS.contains(step.name()));
  }

  private static List<String> states(Tables tables) {
    return GivenRows.lines(
        tables.select(
            "select * from silver.submission where kind = 'SUMMARY' order by path, state"),
        "path | respondent_id | state | problems");
  }

  private static List<String> counts(Tables tables) {
    return GivenRows.lines(
        tables.select("select * from silver.summary_log_day order by month"),
        "month | feed_id | accepted");
  }

  @Test
  void letsTheNewestOfAMonthStandWhateverTheOrder() throws IOException {
    place("summaries/I1/b.zip", summary(1, "2026-02-02T00:00:00Z", 2));
    place("summaries/I1/a.zip", summary(1, "2026-02-03T00:00:00Z", 3));
    place("summaries/I1/c.zip", summary(2, "2026-03-01T00:00:00Z", 4));
    var tables = run();
    assertThat(states(tables))
        .containsExactly(
            "summaries/I1/a.zip | I1 | ACCEPTED | 0",
            "summaries/I1/b.zip | I1 | SUPERSEDED | 0",
            "summaries/I1/c.zip | I1 | ACCEPTED | 0");
    assertThat(counts(tables)).containsExactly("2026-01-01 | api | 3", "2026-02-01 | api | 4");
    assertThat(
            GivenRows.lines(
                tables.select(
                    "select distinct finding_id, month from silver.summary_finding order by all"),
                "finding_id | month"))
        .containsExactly(
            "summary_other_registers | 2026-01-01",
            "summary_other_registers | 2026-02-01",
            "summary_other_software | 2026-01-01",
            "summary_other_software | 2026-02-01");
    place("summaries/I1/d.zip", summary(1, "2026-02-02T12:00:00Z", 9));
    assertThat(counts(run()))
        .as("created before the one that stands")
        .contains("2026-01-01 | api | 3");
  }

  @Test
  void refusesATamperedFileWholeAndSaysSo() throws IOException {
    place("summaries/I1/a.zip", summary(1, "2026-02-02T00:00:00Z", 2));
    byte[] tampered = summary(1, "2026-02-03T00:00:00Z", 3);
    tampered[tampered.length / 3] ^= 1;
    place("summaries/I1/b.zip", tampered);
    place("summaries/I9/a.zip", summary(2, "2026-03-01T00:00:00Z", 4));
    var tables = run();
    assertThat(states(tables))
        .containsExactly(
            "summaries/I1/a.zip | I1 | ACCEPTED | 0",
            "summaries/I1/b.zip | I1 | UNREADABLE | 1",
            "summaries/I9/a.zip | I9 | REFUSED | 1");
    assertThat(counts(tables)).containsExactly("2026-01-01 | api | 2");
    assertThat(
            GivenRows.lines(
                tables.select("select * from silver.rejected order by path"),
                "path | reason | expected"))
        .containsExactly(
            "summaries/I1/b.zip | UNSAFE_FILE | ./renkei summarize が書き出したままの zip",
            "summaries/I9/a.zip | UNKNOWN_ID | register/issuers.csv にあるカード会社IDのフォルダ"
                + "（summaries/<カード会社ID>/<名前>.zip）");
    // Mended in its place, the refusal is gone.
    place("summaries/I1/b.zip", summary(1, "2026-02-03T00:00:00Z", 3));
    Files.delete(landing.resolve("summaries/I9/a.zip"));
    var mended = run();
    assertThat(counts(mended)).containsExactly("2026-01-01 | api | 3");
    assertThat(states(mended))
        .contains(
            "summaries/I1/a.zip | I1 | SUPERSEDED | 0", "summaries/I1/b.zip | I1 | ACCEPTED | 0");
    assertThat(mended.select("select * from silver.rejected where path like 'summaries/I1/%'"))
        .isEmpty();
  }

  @Test
  void takesAFileOutThatIsNamedOtherwiseAndNoneThatIsDeleted() throws IOException {
    place("summaries/I1/a.zip", summary(1, "2026-02-02T00:00:00Z", 2));
    place("summaries/I1/b.zip", summary(1, "2026-02-03T00:00:00Z", 3));
    assertThat(counts(run())).containsExactly("2026-01-01 | api | 3");
    Files.move(
        landing.resolve("summaries/I1/b.zip"), landing.resolve("summaries/I1/b.zip.withdrawn"));
    assertThat(counts(run())).containsExactly("2026-01-01 | api | 2");
    Files.delete(landing.resolve("summaries/I1/a.zip"));
    assertThat(counts(run())).containsExactly("2026-01-01 | api | 2");
    Files.move(
        landing.resolve("summaries/I1/b.zip.withdrawn"), landing.resolve("summaries/I1/b.zip"));
    assertThat(counts(run())).containsExactly("2026-01-01 | api | 3");
  }

  @Test
  void countsNothingMoreThatIsSignedWithAKeyThatIsWithdrawn() throws IOException {
    place("summaries/I1/a.zip", summary(1, "2026-02-02T00:00:00Z", 2));
    assertThat(counts(run())).hasSize(1);
    keys("I1," + key + ",2026-01-01,2026-02-01\n");
    var tables = run();
    assertThat(counts(tables)).isEmpty();
    assertThat(states(tables)).containsExactly("summaries/I1/a.zip | I1 | REFUSED | 1");
    assertThat(
            GivenRows.lines(
                tables.select("select * from silver.rejected"), "path | place | reason | found"))
        .allMatch(row -> row.contains("WRONG_SIGNATURE") && row.contains("2026-02-02 に有効でない鍵"));
    keys("I1," + key + ",2026-01-01,2026-02-02\n");
    assertThat(counts(run())).hasSize(1);
  }
}
