package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.metrics.GivenMetrics;
import jp.renkei.jobs.run.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files of stated figures to days and months. */
class MetricsStepsIT {
  private static final Set<String> STEPS =
      Set.of(
          "receive files",
          "registers",
          "gateway logs",
          "submissions",
          "stated figures",
          "gold.cdr_day",
          "gold.cdr_month");
  private static final String FIGURES = "period_start | metric | aspect | value";
  @TempDir Path folder;
  private Path landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = folder.resolve("landing");
    place(
        "register/issuers.csv",
        "issuer_id,corporate_number,name_ja,name_en,registration_no,association_member,"
            + "publication_consent,cards_issued,valid_from,valid_to\nI1,,甲,,,yes,NAMED,1,,\n");
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

  private static List<String> rows(Tables tables, String sql, String columns) {
    return GivenRows.lines(tables.select(sql), columns);
  }

  private static List<String> states(Tables tables) {
    return rows(
        tables,
        "select * from silver.submission where kind = 'METRICS' order by path, state",
        "path | respondent_id | state | problems");
  }

  private static GivenMetrics sessions(String day, String counts) {
    return GivenMetrics.least()
        .with("/data/requestTime", "'" + day + "T06:30:00+09:00'")
        .with("/data/sessionCount", "{'previousDays':" + counts + "}");
  }

  private static List<String> sessionCounts(Tables tables) {
    return rows(
        tables,
        "select * from silver.cdr_metric where metric = 'sessionCount' order by period_start",
        FIGURES);
  }

  @Test
  void letsTheNewestRequestCountAndTellsWhereFilesDiffer() throws IOException {
    place("metrics/I1/b.json", sessions("2026-03-10", "[5,6]").text());
    place("metrics/I1/a.json", sessions("2026-03-11", "[7,4]").text());
    var tables = run();
    assertThat(sessionCounts(tables))
        .containsExactly(
            "2026-03-08 | sessionCount | - | 6.0",
            "2026-03-09 | sessionCount | - | 4.0",
            "2026-03-10 | sessionCount | - | 7.0");
    assertThat(
            rows(
                tables,
                "select * from silver.cdr_metric_finding",
                "issuer_id | rule_id | place | found"))
        .containsExactly("I1 | STATED_DIFFERENTLY | 2026-03-09 sessionCount | 4.0 ↔ 5.0");
    Files.delete(landing.resolve("metrics/I1/a.json"));
    assertThat(sessionCounts(run())).as("what was taken away from landing stays").hasSize(3);
  }

  @Test
  void withdrawsWhatIsReplacedByARightFileOnly() throws IOException {
    place("metrics/I1/a.json", sessions("2026-03-10", "[5]").text());
    run();
    place("metrics/I1/a.json", sessions("2026-03-10", "[-5]").text());
    var refused = run();
    assertThat(sessionCounts(refused)).containsExactly("2026-03-09 | sessionCount | - | 5.0");
    assertThat(states(refused))
        .containsExactly(
            "metrics/I1/a.json | I1 | ACCEPTED | 0", "metrics/I1/a.json | I1 | REFUSED | 1");
    place("metrics/I1/a.json", sessions("2026-03-10", "[8]").text());
    var mended = run();
    assertThat(sessionCounts(mended)).containsExactly("2026-03-09 | sessionCount | - | 8.0");
    assertThat(states(mended))
        .containsExactly(
            "metrics/I1/a.json | I1 | ACCEPTED | 0",
            "metrics/I1/a.json | I1 | SUPERSEDED | 0",
            "metrics/I1/a.json | I1 | SUPERSEDED | 1");
  }

  @Test
  void refusesStrangersWrongPlacesAndWhatIsNoJson() throws IOException {
    place("metrics/I9/a.json", sessions("2026-03-10", "[5]").text());
    place("metrics/a.json", sessions("2026-03-10", "[6]").text());
    place("metrics/I1/c.json", "{\"data\":1,\"data\":2}");
    var tables = run();
    assertThat(states(tables))
        .containsExactly(
            "metrics/I1/c.json | I1 | UNREADABLE | 1",
            "metrics/I9/a.json | I9 | REFUSED | 1",
            "metrics/a.json | - | REFUSED | 1");
    assertThat(
            rows(
                tables,
                "select * from silver.rejected order by path",
                "path | place | reason | found"))
        .containsExactly(
            "metrics/I1/c.json | line 1 | DUPLICATE_KEY | 17文字目までに、二度現れる項目名",
            "metrics/I9/a.json | file | UNKNOWN_ID | I9",
            "metrics/a.json | file | UNKNOWN_ID | metrics/a.json");
    assertThat(sessionCounts(tables)).isEmpty();
  }

  @Test
  void weighsADaysShareByItsCallsAndLeavesGapsEmpty() throws IOException {
    var given = sessions("2026-03-04", "[1,2]");
    for (String tier :
        List.of("unauthenticated", "highPriority", "lowPriority", "unattended", "largePayload")) {
      given.with("/data/invocations/" + tier, "{'previousDays':[20,10,3]}");
    }
    given
        .with("/data/invocations/largePayload", "{'previousDays':[21,10]}")
        .with("/data/performance/aggregate", "{'previousDays':['0.95','0.5','1.0']}")
        .with("/data/availability/aggregate", "{'previousMonths':['0.9995']}");
    place("metrics/I1/a.json", given.text());
    var tables = run();
    assertThat(
            rows(
                tables,
                "select * from gold.cdr_day order by stated_date",
                "stated_date | calls | within_millionths | calls_within | sessions"))
        .containsExactly(
            "2026-03-01 | - | 1000000 | - | -",
            "2026-03-02 | 50 | 500000 | 25 | 2",
            "2026-03-03 | 101 | 950000 | 96 | 1");
    assertThat(
            rows(
                tables,
                "select * from gold.cdr_month order by month",
                "month | days_expected | days_stated | timed_calls | calls_within | availability_millionths | customers"))
        .containsExactly(
            "2026-02-01 | - | 0 | - | - | 999500 | -", "2026-03-01 | 30 | 2 | 151 | 121 | - | 10");
  }
}
