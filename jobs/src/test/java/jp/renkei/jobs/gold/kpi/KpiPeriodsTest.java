package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Months, quarters and years; preliminary, final and revised. */
class KpiPeriodsTest {
  @Test
  void givesAQuarterOnceAllItsMonthsExist() {
    var given =
        GivenKpi.of("api_success_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-02-05 | 2026-02-01 | I1 | A1 | api | API | LOGIN | 5xx | YES | 3
                2026-03-05 | 2026-03-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 4
                2026-04-05 | 2026-04-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 4
                """);
    assertThat(
            given
                .asOf("2026-04-30")
                .values(
                    "entity_level | period_type | period_start | period_end | numerator | denominator"))
        .containsExactly(
            "ALL | MONTH | 2026-01-01 | 2026-01-31 | 1 | 1",
            "ALL | MONTH | 2026-02-01 | 2026-02-28 | 0 | 3",
            "ALL | MONTH | 2026-03-01 | 2026-03-31 | 4 | 4",
            "ALL | MONTH | 2026-04-01 | 2026-04-30 | 4 | 4",
            "ALL | QUARTER_FY | 2026-01-01 | 2026-03-31 | 5 | 8",
            "ISSUER | MONTH | 2026-01-01 | 2026-01-31 | 1 | 1",
            "ISSUER | MONTH | 2026-02-01 | 2026-02-28 | 0 | 3",
            "ISSUER | MONTH | 2026-03-01 | 2026-03-31 | 4 | 4",
            "ISSUER | MONTH | 2026-04-01 | 2026-04-30 | 4 | 4",
            "ISSUER | QUARTER_FY | 2026-01-01 | 2026-03-31 | 5 | 8",
            "PAIR | MONTH | 2026-01-01 | 2026-01-31 | 1 | 1",
            "PAIR | MONTH | 2026-02-01 | 2026-02-28 | 0 | 3",
            "PAIR | MONTH | 2026-03-01 | 2026-03-31 | 4 | 4",
            "PAIR | MONTH | 2026-04-01 | 2026-04-30 | 4 | 4",
            "PAIR | QUARTER_FY | 2026-01-01 | 2026-03-31 | 5 | 8");
    // A line of a wrong clock makes no month that has not begun, and completes no quarter.
    assertThat(given.asOf("2026-02-28").values("entity_level | period_type | period_start"))
        .containsExactly(
            "ALL | MONTH | 2026-01-01",
            "ALL | MONTH | 2026-02-01",
            "ISSUER | MONTH | 2026-01-01",
            "ISSUER | MONTH | 2026-02-01",
            "PAIR | MONTH | 2026-01-01",
            "PAIR | MONTH | 2026-02-01");
  }

  @Test
  void givesNoQuarterWhileAMonthIsMissing() {
    var given =
        GivenKpi.of("api_success_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-02-05 | 2026-02-01 | I1 | A1 | api | API | LOGIN | 5xx | YES | 3
                """);
    assertThat(given.values("entity_level | period_type | period_start"))
        .containsExactly(
            "ALL | MONTH | 2026-01-01",
            "ALL | MONTH | 2026-02-01",
            "ISSUER | MONTH | 2026-01-01",
            "ISSUER | MONTH | 2026-02-01",
            "PAIR | MONTH | 2026-01-01",
            "PAIR | MONTH | 2026-02-01");
  }

  @Test
  void givesAnIssuersQuarterOnceAllItsOwnMonthsExist() {
    var given =
        GivenKpi.of("api_success_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-02-05 | 2026-02-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-03-05 | 2026-03-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-03-05 | 2026-03-01 | I2 | A1 | api | API | LOGIN | 2xx | YES | 5
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | agent_id | period_type | denominator | value_state"))
        .filteredOn(line -> line.contains("QUARTER"))
        .containsExactly(
            "ALL | - | - | QUARTER_FY | 8 | REPORTED",
            "ISSUER | I1 | - | QUARTER_FY | 3 | REPORTED",
            "ISSUER | I2 | - | QUARTER_FY | - | NOT_ANSWERED",
            "PAIR | I1 | A1 | QUARTER_FY | 3 | REPORTED");
  }

  @Test
  void givesAFiscalYearFromAprilToMarch() {
    var given =
        GivenKpi.of("api_success_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2025-04-05 | 2025-04-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2025-05-05 | 2025-05-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2025-06-05 | 2025-06-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2025-07-05 | 2025-07-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2025-08-05 | 2025-08-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2025-09-05 | 2025-09-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2025-10-05 | 2025-10-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2025-11-05 | 2025-11-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2025-12-05 | 2025-12-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2026-01-05 | 2026-01-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2026-02-05 | 2026-02-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                2026-03-05 | 2026-03-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                """);
    assertThat(given.values("entity_level | period_type | period_start | period_end | numerator"))
        .filteredOn(line -> line.startsWith("ALL") && !line.contains("MONTH"))
        .containsExactly(
            "ALL | FY | 2025-04-01 | 2026-03-31 | 12",
            "ALL | QUARTER_FY | 2025-04-01 | 2025-06-30 | 3",
            "ALL | QUARTER_FY | 2025-07-01 | 2025-09-30 | 3",
            "ALL | QUARTER_FY | 2025-10-01 | 2025-12-31 | 3",
            "ALL | QUARTER_FY | 2026-01-01 | 2026-03-31 | 3");
  }

  @Test
  void settlesAMonth30DaysAfterItsEnd() {
    var given =
        GivenKpi.of("api_success_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | - | api | API | LOGIN | 2xx | YES | 1
                """);
    assertThat(given.asOf("2026-03-01").values("entity_level | status"))
        .containsExactly("ALL | PRELIMINARY", "ISSUER | PRELIMINARY");
    assertThat(given.asOf("2026-03-02").values("entity_level | status"))
        .containsExactly("ALL | FINAL", "ISSUER | FINAL");
  }

  @Test
  void settlesARoundOnceTheGraceIsPast() {
    var given =
        GivenKpi.of("response_rate")
            .round("I1", "")
            .rows("gold.adoption", "issuer_id | adoption_status\nI1 | LIVE");
    assertThat(given.asOf("2026-05-14").values("slice | status"))
        .containsExactly("- | PRELIMINARY", "side | PRELIMINARY");
    assertThat(given.asOf("2026-05-15").values("slice | status"))
        .containsExactly("- | FINAL", "side | FINAL");
  }

  @Test
  void revisesAPublishedFinalFigureThatMoved() {
    var before = adoption("LIVE").asOf("2026-05-15");
    assertThat(before.values("value | status")).containsExactly("1.0 | FINAL");
    var after = adoption("PLANNED").asOf("2026-06-01").published(before.figures());
    assertThat(after.values("value | status")).containsExactly("0.0 | REVISED");
    assertThat(after.published(after.figures()).values("value | status"))
        .containsExactly("0.0 | REVISED");
  }

  @Test
  void leavesAPublishedFinalFigureThatStandsFinal() {
    var before = adoption("LIVE").asOf("2026-05-15");
    assertThat(adoption("LIVE").asOf("2026-06-01").published(before.figures()).values("status"))
        .containsExactly("FINAL");
  }

  @Test
  void movesAPublishedPreliminaryFigureFreely() {
    var before = adoption("LIVE").asOf("2026-05-01");
    var after = adoption("PLANNED").asOf("2026-05-02").published(before.figures());
    assertThat(after.values("value | status")).containsExactly("0.0 | PRELIMINARY");
  }

  private static GivenKpi adoption(String status) {
    return GivenKpi.of("api_adoption_rate")
        .round("I1", "")
        .rows("gold.adoption", "issuer_id | adoption_status\nI1 | " + status);
  }
}
