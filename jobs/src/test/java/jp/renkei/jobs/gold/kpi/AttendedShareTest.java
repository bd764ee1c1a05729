package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** API calls that a user attended. */
class AttendedShareTest {
  @Test
  void countsAttendedOverCallsThatSayEither() {
    var given =
        GivenKpi.of("attended_share")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 2xx | YES | 3
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 2xx | NO | 1
                2026-01-05 | 2026-01-01 | I2 | A1 | api | API | LOGIN | 2xx | UNKNOWN | 50
                2026-01-05 | 2026-01-01 | I2 | A1 | web | DIRECT | LOGIN | 2xx | YES | 50
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | agent_id | numerator | denominator | value | n_respondents | value_state"))
        .containsExactly(
            "AGENT | - | A1 | 3 | 4 | 0.75 | 1 | REPORTED",
            "ALL | - | - | 3 | 4 | 0.75 | 1 | REPORTED",
            "ISSUER | I1 | - | 3 | 4 | 0.75 | 1 | REPORTED",
            "ISSUER | I2 | - | 0 | 0 | - | 0 | NOT_APPLICABLE");
  }
}
