package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.run.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The right of reply: a respondent's newest words stand beside its figure. */
class KpiCommentsIT {
  private static final Set<String> STEPS =
      Set.of("receive files", "registers", "gateway logs", "submissions");
  private static final String HEADER = "respondent_id,release_id,kpi_id,period,comment,stated_on\n";
  private static final String FIGURES =
      "respondent_id,release_id,kpi_id,period,entity_level,counterparty_id,slice,slice_value,basis,"
          + "definition_version,comment,stated_on\n";
  @TempDir Path folder;
  private Path landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = folder.resolve("landing");
    place(
        "register/issuers.csv",
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\n"
            + "ISS1,,甲,,,yes,NAMED,1,,2026-01-31\nISS1,,新甲,,,yes,NAMED,1,2026-02-01,\n");
    place(
        "register/agents.csv",
        "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,"
            + "publication_consent,valid_from,valid_to\nAGT1,,丙,,,yes,NAMED,,\n");
  }

  private void place(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Tables run() {
    return new GivenWarehouse(folder.resolve("warehouse"))
        .landing(landing)
        .run(step -> STEPS.contains(step.name()));
  }

  private static List<String> comments(Tables tables, String columns) {
    return GivenRows.lines(tables.select("select * from silver.kpi_comment"), columns);
  }

  @Test
  void tellsFiguresOfOneKpiAndPeriodApart() throws IOException {
    String figure = "ISS1,3,linked_account_count,2026-03-31,";
    place(
        "comments/b.csv",
        FIGURES
            + figure
            + "ISSUER,,access_method,API,SURVEY,1,API の数,2026-06-01\n"
            + figure
            + "ISSUER,,access_method,API,SURVEY,1,=1+1、と書き直した,2026-06-02\n"
            + figure
            + "ISSUER,,access_method,SCRAPING,,,スクレイピングの数,2026-06-01\n"
            + figure
            + "ISSUER,,,,,,全体,2026-06-01\n"
            + figure
            + "PAIR,AGT1,,,,,丙との数,2026-06-01\n");
    // As files were before a comment could name its figure.
    place("comments/a.csv", HEADER + figure + "この期間のすべて,2026-06-01\n");
    assertThat(
            comments(
                run(),
                "entity_level | counterparty_id | slice | slice_value | basis | definition_version | comment"))
        .containsExactlyInAnyOrder(
            "ISSUER | - | access_method | API | SURVEY | 1 | =1+1、と書き直した",
            "ISSUER | - | access_method | SCRAPING | - | - | スクレイピングの数",
            "ISSUER | - | - | - | - | - | 全体",
            "PAIR | AGT1 | - | - | - | - | 丙との数",
            "- | - | - | - | - | - | この期間のすべて");
  }

  @Test
  void refusesHalfTheNameOfAFigure() throws IOException {
    String figure = "ISS1,,contract_rate,2026-03-31,";
    place(
        "comments/a.csv",
        FIGURES
            + figure
            + ",,segment,INDIVIDUAL,,,単位がない,2026-06-01\n"
            + figure
            + "PAIR,,,,,,相手がない,2026-06-01\n"
            + figure
            + "ISSUER,AGT1,,,,,組でない,2026-06-01\n"
            + figure
            + "ISSUER,,segment,,,,切り口だけ,2026-06-01\n"
            + figure
            + "ISSUER,,,INDIVIDUAL,,,値だけ,2026-06-01\n"
            + figure
            + "ALL,,,,,,全体の数値,2026-06-01\n"
            + figure
            + "PAIR,AGT9,,,,,知らない相手,2026-06-01\n");
    var tables = run();
    assertThat(comments(tables, "comment")).isEmpty();
    assertThat(
            GivenRows.lines(
                tables.select("select * from silver.rejected order by place"), "place | reason"))
        .containsExactly(
            "line 2 (entity_level) | MISSING_VALUE",
            "line 3 (counterparty_id) | MISSING_VALUE",
            "line 4 (entity_level) | MISSING_VALUE",
            "line 5 (slice_value) | MISSING_VALUE",
            "line 6 (slice) | MISSING_VALUE",
            "line 7 (entity_level) | UNKNOWN_CODE",
            "line 8 (counterparty_id) | UNKNOWN_ID");
  }

  @Test
  void keepsTheNewestWordsAndLetsThemBeWithdrawn() throws IOException {
    String figure = "ISS1,,contract_rate,2026-03-31,";
    place("comments/b.csv", HEADER + figure + "先に届いた新しい方,2026-06-02\n");
    place("comments/a.csv", HEADER + figure + "古い方,2026-06-01\n" + figure + "同じ日の後,2026-06-01\n");
    assertThat(comments(run(), "comment")).containsExactly("先に届いた新しい方");
    place("comments/c.csv", HEADER + figure + ",2026-06-03\n");
    var tables = run();
    assertThat(comments(tables, "comment")).isEmpty();
    assertThat(
            GivenRows.lines(
                tables.select(
                    "select * from silver.submission where kind = 'COMMENT' order by path"),
                "path | state | lines | accepted | problems"))
        .containsExactly(
            "comments/a.csv | ACCEPTED | 2 | 2 | 0",
            "comments/b.csv | ACCEPTED | 1 | 1 | 0",
            "comments/c.csv | ACCEPTED | 1 | 1 | 0");
  }

  @Test
  void refusesWhatBelongsToNoFigureAndWhatNobodyMayKeep() throws IOException {
    place(
        "comments/a.csv",
        HEADER
            + "ISS9,,contract_rate,2026-03-31,知らない会社,2026-06-01\n"
            + "ISS1,,contrakt_rate,2026-03-31,知らない指標,2026-06-01\n"
            + "ISS1,,contract_rate,2026年3月,読めない期間,2026-06-01\n"
            + "ISS1,,contract_rate,2026-03-31,4111-1111-1111-1111,2026-06-01\n"
            + "ISS1,,contract_rate,2026-03-31,"
            + "長".repeat(1_001)
            + ",2026-06-01\n"
            + "ISS1,,contract_rate,2025-03-31,"
            + "𠮷".repeat(1_000)
            + ",2026-06-01\n");
    var tables = run();
    assertThat(comments(tables, "period")).containsExactly("2025-03-31");
    assertThat(
            GivenRows.lines(
                tables.select("select * from silver.rejected order by place"), "place | reason"))
        .containsExactly(
            "line 2 (respondent_id) | UNKNOWN_ID",
            "line 3 (kpi_id) | UNKNOWN_ID",
            "line 4 (period) | WRONG_TYPE",
            "line 5 (comment) | CARD_NUMBER_FOUND",
            "line 6 (comment) | TOO_LARGE");
    assertThat(tables.select("select * from silver.rejected").toString())
        .doesNotContain("4111-1111-1111");
  }
}
