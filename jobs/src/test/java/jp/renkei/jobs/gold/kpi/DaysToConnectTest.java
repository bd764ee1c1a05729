package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Median of the days from request to start. */
class DaysToConnectTest {
  @Test
  void isTheMedianOfCells() {
    var given =
        GivenKpi.of("days_to_connect")
            .round("I1 I2", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | request_to_start_days
                I1 | A1 | INDIVIDUAL | 10
                I1 | A1 | CORPORATE | 30
                I2 | A1 | INDIVIDUAL | 100
                I2 | A1 | CORPORATE | -
                """);
    assertThat(
            given.values(
                "entity_level | numerator | denominator | value | value_low | value_high | n_respondents"))
        .containsExactly("ALL | - | 3 | 30.0 | - | - | 2");
  }

  @Test
  void liesBetweenTheTwoMiddleOnes() {
    var given =
        GivenKpi.of("days_to_connect")
            .round("I1", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | request_to_start_days
                I1 | A1 | INDIVIDUAL | 10
                I1 | A1 | CORPORATE | 31
                """);
    assertThat(given.values("denominator | value | n_respondents")).containsExactly("2 | 20.5 | 1");
  }

  @Test
  void isEmptyWithoutACell() {
    var given = GivenKpi.of("days_to_connect").round("I1", "A1");
    assertThat(given.values("entity_level | denominator | value | n_respondents | value_state"))
        .containsExactly("ALL | - | - | 0 | NOT_ANSWERED");
  }
}
