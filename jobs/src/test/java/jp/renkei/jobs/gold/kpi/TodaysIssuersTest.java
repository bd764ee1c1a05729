package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** History by today's issuers: S took over P, which was in the frame of the round still. */
class TodaysIssuersTest {
  private static final String COLUMNS =
      "entity_level | issuer_id | agent_id | issuer_basis | numerator | denominator | n_respondents";

  private static GivenKpi merged(String kpi) {
    return GivenKpi.of(kpi)
        .round("P S I", "A1 A2")
        .rows(
            "gold.issuer_today",
            """
            issuer_id | issuer_today_id | effective_on | finding
            P | S | 2026-04-01 | -
            X | - | 2026-04-01 | CYCLE
            """);
  }

  @Test
  void addsTheCountsOfThePredecessorsUp() {
    var given =
        merged("contract_rate")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | contract_status | is_asked | issuer_contract_status
                P | A1 | SIGNED | true | SIGNED
                P | A2 | REQUESTED | true | REQUESTED
                S | A1 | SIGNED | true | SIGNED
                I | A1 | SIGNED | true | SIGNED
                """);
    assertThat(given.values(COLUMNS))
        .filteredOn(row -> row.contains("NOW"))
        .containsExactly("ISSUER | S | - | NOW | 2 | 3 | 2");
    assertThat(given.values(COLUMNS))
        .contains("ISSUER | P | - | THEN | 1 | 2 | 1", "ISSUER | S | - | THEN | 1 | 1 | 1");
  }

  @Test
  void countsADistinctPairOnce() {
    String cells =
        """
        issuer_id | agent_id | connected | is_connected_by_any | witnessed | issuer_contract_status
        P | A1 | true | true | true | SIGNED
        S | A1 | true | true | false | SIGNED
        S | A2 | true | true | false | SIGNED
        """;
    assertThat(merged("api_connection_count").rows("gold.linkage_cell", cells).values(COLUMNS))
        .contains(
            "ISSUER | S | - | NOW | 2 | - | 2",
            "ISSUER | S | - | THEN | 2 | - | 1",
            "ISSUER | P | - | THEN | 1 | - | 1",
            "ALL | - | - | THEN | 3 | - | 2");
    assertThat(merged("witnessed_connection_rate").rows("gold.linkage_cell", cells).values(COLUMNS))
        .contains("ISSUER | S | - | NOW | 1 | 2 | 2", "ISSUER | S | - | THEN | 0 | 2 | 1");
  }

  @Test
  void isSilentWhereOneOfTheIssuersWas() {
    var given =
        merged("contract_rate")
            .rows(
                "silver.answer",
                """
                question_id | respondent_id | counterparty_id | value_state
                A9_01 | S | A1 | NOT_APPLICABLE
                """);
    assertThat(given.values("issuer_id | issuer_basis | value_state"))
        .contains("S | NOW | NOT_ANSWERED", "S | THEN | NOT_APPLICABLE");
  }

  @Test
  void hasNoFigureOfWhatDoesNotAddUp() {
    var given =
        merged("api_availability")
            .rows(
                "gold.stated_availability",
                """
                issuer_id | availability_millionths | planned_stops
                P | 990000 | INCLUDED
                S | 999000 | INCLUDED
                """);
    assertThat(given.values("issuer_basis")).isNotEmpty().doesNotContain("NOW");
  }

  @Test
  void addsDistinctUsersOfEachIssuer() {
    var given =
        merged("active_user_count")
            .rows("gold.access_daily", "month | issuer_id\n2026-03-01 | P\n2026-03-01 | S")
            .rows(
                "gold.issuer_month_users",
                "month | issuer_id | users\n2026-03-01 | P | 4\n2026-03-01 | S | 5");
    assertThat(given.values(COLUMNS)).contains("ISSUER | S | - | NOW | 9 | - | 2");
  }

  @Test
  void completesAQuarterFromTheLogsOfBoth() {
    String days =
        """
        month | issuer_id | access_method | status_class | front | accesses
        2026-01-01 | P | API | 2xx | api | 1
        2026-02-01 | P | API | 2xx | api | 2
        2026-03-01 | S | API | 2xx | api | 4
        """;
    String quarter = "QUARTER_FY | S | NOW | 7 | 7";
    String columns = "period_type | issuer_id | issuer_basis | numerator | denominator";
    assertThat(succeeded("2026-03-01", days).values(columns))
        .contains(quarter, "QUARTER_FY | S | THEN | - | -", "MONTH | S | NOW | 1 | 1");
    // P was still there in March: its logs of that month are missing.
    assertThat(succeeded("2026-04-01", days).values(columns))
        .doesNotContain(quarter)
        .contains("QUARTER_FY | S | NOW | - | -");
  }

  private static GivenKpi succeeded(String effectiveOn, String days) {
    return GivenKpi.of("api_success_rate")
        .rows(
            "gold.issuer_today",
            "issuer_id | issuer_today_id | effective_on\nP | S | " + effectiveOn)
        .rows("gold.access_daily", days);
  }
}
