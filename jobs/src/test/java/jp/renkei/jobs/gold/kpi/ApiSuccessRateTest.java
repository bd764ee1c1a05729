package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** API calls answered with 2xx. */
class ApiSuccessRateTest {
  @Test
  void counts2xxOverAllApiCalls() {
    var given =
        GivenKpi.of("api_success_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | STATEMENT_DETAIL | 2xx | YES | 90
                2026-01-06 | 2026-01-01 | I1 | A1 | api | API | STATEMENT_DETAIL | 429 | YES | 5
                2026-01-06 | 2026-01-01 | I1 | A1 | api | API | STATEMENT_DETAIL | NONE | YES | 5
                2026-01-06 | 2026-01-01 | I1 | - | api | UNKNOWN | STATEMENT_DETAIL | 2xx | YES | 1000
                2026-01-06 | 2026-01-01 | I2 | A2 | api | EXCLUDED | STATEMENT_DETAIL | 2xx | YES | 1000
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | agent_id | numerator | denominator | value | n_respondents | value_state"))
        .containsExactly(
            "ALL | - | - | 90 | 100 | 0.9 | 1 | REPORTED",
            "ISSUER | I1 | - | 90 | 100 | 0.9 | 1 | REPORTED",
            "ISSUER | I2 | - | - | - | - | 0 | NOT_APPLICABLE",
            "PAIR | I1 | A1 | 90 | 100 | 0.9 | 1 | REPORTED");
  }

  @Test
  void isOfAMonthInJapan() {
    var given =
        GivenKpi.of("api_success_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | STATEMENT_DETAIL | 2xx | YES | 1
                """);
    assertThat(
            given.values(
                "entity_level | period_type | period_start | period_end | status | basis | rule_version"))
        .containsExactly(
            "ALL | MONTH | 2026-01-01 | 2026-01-31 | FINAL | GATEWAY_LOG | access-classification-1",
            "ISSUER | MONTH | 2026-01-01 | 2026-01-31 | FINAL | GATEWAY_LOG | access-classification-1",
            "PAIR | MONTH | 2026-01-01 | 2026-01-31 | FINAL | GATEWAY_LOG | access-classification-1");
  }
}
