package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** API calls that no fault of the server ended. */
class ApiServerOkRateTest {
  @Test
  void leavesOutWhatIsNobodysAnswer() {
    var given =
        GivenKpi.of("api_server_ok_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 1xx | YES | 1
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 5
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 3xx | YES | 1
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 4xx | YES | 1
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 5xx | YES | 2
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 429 | YES | 100
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 499 | YES | 100
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | NONE | YES | 100
                """);
    assertThat(given.values("entity_level | numerator | denominator | value"))
        .containsExactly("ALL | 8 | 10 | 0.8", "ISSUER | 8 | 10 | 0.8", "PAIR | 8 | 10 | 0.8");
  }

  @Test
  void isEmptyWhereOnlySuchCallsWereMade() {
    var given =
        GivenKpi.of("api_server_ok_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 429 | YES | 100
                """);
    assertThat(given.values("entity_level | numerator | denominator | value | value_state"))
        .containsExactly(
            "ALL | 0 | 0 | - | NOT_APPLICABLE",
            "ISSUER | 0 | 0 | - | NOT_APPLICABLE",
            "PAIR | 0 | 0 | - | NOT_APPLICABLE");
  }
}
