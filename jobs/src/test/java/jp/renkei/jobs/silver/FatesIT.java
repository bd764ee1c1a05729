package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.run.Tables;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of every file and row, as silver.submission and silver.rejected say it. */
class FatesIT {
  private static final Set<String> STEPS =
      Set.of("receive files", "registers", "gateway logs", "silver.log_file", "submissions");
  private static final String SURVEY =
      "questionnaire_id,questionnaire_version,round_id,respondent_id,submitted_at,product_line_id,"
          + "segment,counterparty_id,question_id,value,value_state,free_text\n";
  private static final String MILESTONES =
      "milestone_id,measure_id,measure_ja,issuer_id,title_ja,owner,baseline_start,baseline_end,"
          + "forecast_end,actual_end,status,kpi_id,reason,stated_by,stated_on\n";
  private static final String FEED = "product: renkei-jsonl\nfront: api\n";
  private static final TableName REJECTED = TableName.of("silver.rejected");
  @TempDir Path folder;
  private Path landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = folder.resolve("landing");
    place(
        "register/issuers.csv",
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\n"
            + "ISS1,,甲,,,yes,NAMED,1,,\nISS2,,乙,,,yes,NAMED,1,,\nISS3,,丙,,,yes,NAMED,1,,\n");
    place(
        "rounds/R1.yaml",
        """
        round_id: R1
        reference_date: 2026-03-31
        due_date: 2026-04-30
        grace_days: 14
        frame_id: F1
        questionnaires:
          - {id: issuer_survey, version: 1}
        """);
  }

  private void place(String path, String text) throws IOException {
    Path file = landing.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String answer(String respondent, String question, String value) {
    return "issuer_survey,1,R1,"
        + respondent
        + ",2026-04-20,,,,"
        + question
        + ","
        + value
        + ",REPORTED,\n";
  }

  private Tables run() {
    return new GivenWarehouse(folder.resolve("warehouse"))
        .landing(landing)
        .run(step -> STEPS.contains(step.name()));
  }

  private static List<String> rejected(Tables tables, String columns) {
    return GivenRows.lines(tables.select("select * from silver.rejected"), columns);
  }

  private static List<String> submissions(Tables tables, String path) {
    return GivenRows.lines(
        tables.select("select * from silver.submission where path = '" + path + "'"),
        "unit | state | lines | accepted | rejected");
  }

  /** What the definition of silver.rejected says of the two tables. */
  private static void assertThatTablesAgree(Tables tables) {
    assertThat(
            tables.select(
                """
                select submission_id, place, reason from silver.rejected
                group by submission_id, place, reason having count(*) > 1"""))
        .isEmpty();
    assertThat(
            tables.select(
                """
                select s.path, s.rejected, r.lines
                from   (select submission_id, first(path) as path, sum(rejected) as rejected
                        from   silver.submission group by submission_id
                        having count(*) filter (where state = 'UNREADABLE') = 0) s
                       left join
                       (select submission_id, count(distinct substring_index(place, ' (', 1)) as lines
                        from   silver.rejected where place like 'line %' group by submission_id) r
                       using (submission_id)
                where  s.rejected <> coalesce(r.lines, 0)"""))
        .isEmpty();
  }

  @Test
  void keepsEveryRowOfARefusedUnit() throws IOException {
    place(
        "surveys/a.csv",
        SURVEY
            + answer("ISS1", "A3_01", "YES")
            + answer("ISS1", "A3_03", "MAYBE")
            + answer("ISS2", "A3_01", "YES"));
    var tables = run();
    assertThat(submissions(tables, "surveys/a.csv"))
        .containsExactly(
            "R1/issuer_survey/ISS1 | REFUSED | 2 | 0 | 2",
            "R1/issuer_survey/ISS2 | ACCEPTED | 1 | 1 | 0");
    assertThat(rejected(tables, "place | reason | raw_masked"))
        .hasSize(2)
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("line 2 | UNIT_REFUSED | issuer_survey,1,R1,ISS1,")
                    .endsWith("A3_01,YES,REPORTED,"))
        .anySatisfy(
            row -> assertThat(row).startsWith("line 3 (A3_03").endsWith("A3_03,MAYBE,REPORTED,"));
    assertThatTablesAgree(tables);
  }

  @Test
  void refusesOnlyTheUnitOfARowWithACommaTooMany() throws IOException {
    place(
        "surveys/a.csv",
        SURVEY
            + answer("ISS1", "A3_01", "YES")
            + answer("ISS2", "A3_01", "YES,of course")
            + answer("ISS2", "A3_03", "YES")
            + answer("ISS3", "A3_01", "YES"));
    var tables = run();
    assertThat(submissions(tables, "surveys/a.csv"))
        .containsExactly(
            "R1/issuer_survey/ISS1 | ACCEPTED | 1 | 1 | 0",
            "R1/issuer_survey/ISS2 | REFUSED | 2 | 0 | 2",
            "R1/issuer_survey/ISS3 | ACCEPTED | 1 | 1 | 0");
    assertThat(rejected(tables, "place | reason | raw_masked"))
        .containsExactly(
            "line 3 | WRONG_COLUMN_COUNT | issuer_survey,1,R1,ISS2,2026-04-20,,,,A3_01,YES,of"
                + " course,REPORTED,",
            "line 4 | UNIT_REFUSED | issuer_survey,1,R1,ISS2,2026-04-20,,,,A3_03,YES,REPORTED,");
    assertThatTablesAgree(tables);
  }

  @Test
  void refusesTheNeighboursOfARowThatNamesNoUnit() throws IOException {
    place(
        "surveys/a.csv",
        SURVEY
            + answer("ISS1", "A3_01", "YES")
            + answer("ISS2", "A3_01", "YES")
            + answer("ISS3", "A3_01", "YES")
            + "issuer_survey,1,R\n");
    var tables = run();
    assertThat(submissions(tables, "surveys/a.csv"))
        .containsExactly(
            " | REFUSED | 1 | 0 | 1",
            "R1/issuer_survey/ISS1 | ACCEPTED | 1 | 1 | 0",
            "R1/issuer_survey/ISS2 | ACCEPTED | 1 | 1 | 0",
            "R1/issuer_survey/ISS3 | REFUSED | 1 | 0 | 1");
    assertThatTablesAgree(tables);
  }

  @Test
  void takesNothingOfARoadmapWithoutAColumn() throws IOException {
    place("roadmap/broken.csv", MILESTONES.replace("status,", "") + "M1,,,,,,,,,,,,,\n".repeat(9));
    place("roadmap/good.csv", MILESTONES + "M1,S1,,,,,,,,,DONE,,,,2026-04-01\n,S1,,,,,,,,,,,,,\n");
    var tables = run();
    assertThat(submissions(tables, "roadmap/broken.csv"))
        .containsExactly(" | UNREADABLE | 9 | 0 | 9");
    assertThat(submissions(tables, "roadmap/good.csv")).containsExactly(" | REFUSED | 2 | 0 | 2");
    assertThatTablesAgree(tables);
  }

  @Test
  void namesEveryBrokenFeedAndEveryLogThatItHoldsBack() throws IOException {
    for (String issuer : List.of("ISS1", "ISS2")) {
      place("gateway/" + issuer + "/api/feed.yaml", "product: kong3\nfront: api\n");
      place("gateway/" + issuer + "/api/a.jsonl", "{\"of\":\"" + issuer + "\"}\n");
      place("gateway/" + issuer + "/api/b.jsonl", "{\"other\":\"" + issuer + "\"}\n");
    }
    var tables = run();
    assertThat(rejected(tables, "path | place | reason"))
        .containsExactly(
            "gateway/ISS1/api/a.jsonl | file | UNKNOWN_PRODUCT",
            "gateway/ISS1/api/b.jsonl | file | UNKNOWN_PRODUCT",
            "gateway/ISS1/api/feed.yaml | file | UNKNOWN_PRODUCT",
            "gateway/ISS2/api/a.jsonl | file | UNKNOWN_PRODUCT",
            "gateway/ISS2/api/b.jsonl | file | UNKNOWN_PRODUCT",
            "gateway/ISS2/api/feed.yaml | file gateway/ISS2/api/feed.yaml | UNKNOWN_PRODUCT");
    assertThat(submissions(tables, "gateway/ISS1/api/feed.yaml"))
        .containsExactly(" | UNREADABLE | 0 | 0 | 0");
    assertThat(submissions(tables, "gateway/ISS2/api/b.jsonl"))
        .containsExactly(" | UNREADABLE | 0 | 0 | 0");
    assertThatTablesAgree(tables);
  }

  @Test
  void letsNoMassOfRejectedLinesPassTheDriver() throws IOException {
    place("gateway/ISS1/api/feed.yaml", FEED);
    place("gateway/ISS1/api/a.jsonl", "no json\n");
    assertThat(engines(run())).doesNotContain("Apache-Spark");
    place("gateway/ISS1/api/b.jsonl", "192.0.2.1 is no json\n".repeat(300_000));
    place("surveys/a.csv", SURVEY + answer("ISS1", "A3_03", "MAYBE"));
    var tables = run();
    assertThat(engines(tables)).contains("Apache-Spark");
    assertThat(tables.select("select count(*) as n from silver.rejected").get(0).get("n"))
        .isEqualTo(300_000L + 1 + 2 + 1);
    assertThat(
            GivenRows.lines(
                tables.select("select * from silver.rejected where reason <> 'NOT_JSON'"),
                "path | place | reason | found | remedy"))
        .hasSize(3)
        .contains(
            "gateway/ISS1/api/b.jsonl | file | MOST_LINES_REJECTED | 300,000 行のうち 300,000 行が不受理 |"
                + " feed.yaml の product（renkei-jsonl）が正しいか確認してください。");
    assertThatTablesAgree(tables);
    long version = tables.version(REJECTED).orElseThrow();
    place("surveys/b.csv", SURVEY + answer("ISS2", "A3_01", "YES"));
    assertThat(run().version(REJECTED)).hasValue(version);
  }

  /** Who wrote the newest version of silver.rejected. */
  private String engines(Tables tables) throws IOException {
    long version = tables.version(REJECTED).orElseThrow();
    try (Stream<String> lines =
        Files.lines(
            folder
                .resolve("warehouse/silver/rejected/_delta_log")
                .resolve("%020d.json".formatted(version)))) {
      return lines.filter(line -> line.contains("commitInfo")).findFirst().orElseThrow();
    }
  }
}
