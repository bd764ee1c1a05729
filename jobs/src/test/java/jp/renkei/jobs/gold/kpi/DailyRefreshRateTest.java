package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cells with API accounts that are refreshed daily. */
class DailyRefreshRateTest {
  @Test
  void leavesOnDemandAndUnansweredCellsOut() {
    var given =
        GivenKpi.of("daily_refresh_rate")
            .round("I1 I2", "A1 A2")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | agent_accounts | api_refresh
                I1 | A1 | INDIVIDUAL | 5 | DAILY
                I1 | A1 | CORPORATE | 5 | WEEKLY
                I1 | A2 | INDIVIDUAL | 5 | ON_DEMAND
                I2 | A1 | INDIVIDUAL | 0 | DAILY
                I2 | A2 | INDIVIDUAL | 5 | -
                """);
    assertThat(given.values("entity_level | issuer_id | numerator | denominator | n_respondents"))
        .containsExactly(
            "ALL | - | 1 | 2 | 1", "ISSUER | I1 | 1 | 2 | 1", "ISSUER | I2 | - | - | 0");
  }
}
