package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Distinct users with a successful API call in a month. */
class ActiveUserCountTest {
  @Test
  void addsIssuersUsersAndSaysEachAgents() {
    var given =
        GivenKpi.of("active_user_count")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-01-05 | 2026-01-01 | I2 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-01-05 | 2026-01-01 | I3 | - | web | DIRECT | LOGIN | 2xx | YES | 1
                """)
            .rows(
                "gold.fetch_month",
                """
                month | issuer_id | agent_id | fetches | users
                2026-01-01 | I1 | A1 | 60 | 5
                2026-01-01 | I1 | A2 | 10 | 4
                2026-01-01 | I2 | A1 | 80 | 3
                """)
            .rows(
                "gold.issuer_month_users",
                """
                month | issuer_id | users
                2026-01-01 | I1 | 7
                2026-01-01 | I2 | 3
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | agent_id | period_type | numerator | denominator | value | n_respondents | value_state"))
        .containsExactly(
            "AGENT | - | A1 | MONTH | 8 | - | 8.0 | 2 | REPORTED",
            "AGENT | - | A2 | MONTH | 4 | - | 4.0 | 1 | REPORTED",
            "ALL | - | - | MONTH | 10 | - | 10.0 | 2 | REPORTED",
            "ISSUER | I1 | - | MONTH | 7 | - | 7.0 | 1 | REPORTED",
            "ISSUER | I2 | - | MONTH | 3 | - | 3.0 | 1 | REPORTED",
            "ISSUER | I3 | - | MONTH | - | - | - | 0 | NOT_APPLICABLE");
  }

  @Test
  void isGivenByMonthOnly() {
    var given =
        GivenKpi.of("active_user_count")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-02-05 | 2026-02-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                2026-03-05 | 2026-03-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 1
                """)
            .rows(
                "gold.issuer_month_users",
                """
                month | issuer_id | users
                2026-01-01 | I1 | 7
                2026-02-01 | I1 | 7
                2026-03-01 | I1 | 7
                """);
    assertThat(given.values("entity_level | period_type | period_start | value"))
        .containsExactly(
            "ALL | MONTH | 2026-01-01 | 7.0",
            "ALL | MONTH | 2026-02-01 | 7.0",
            "ALL | MONTH | 2026-03-01 | 7.0",
            "ISSUER | MONTH | 2026-01-01 | 7.0",
            "ISSUER | MONTH | 2026-02-01 | 7.0",
            "ISSUER | MONTH | 2026-03-01 | 7.0");
  }
}
