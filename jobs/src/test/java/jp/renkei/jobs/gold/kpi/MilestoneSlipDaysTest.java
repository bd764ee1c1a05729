package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Mean slip of milestones due or ended; an early one counts as 0. */
class MilestoneSlipDaysTest {
  @Test
  void isTheMeanOfDaysLate() {
    var given =
        GivenKpi.of("milestone_slip_days")
            .rows(
                "gold.milestone",
                """
                milestone_id | measure_id | issuer_id | slip_days
                M1 | P1 | I1 | 10
                M2 | P1 | - | -20
                M3 | P2 | I1 | 5
                M4 | P2 | I2 | -
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | slice | slice_value | numerator | denominator | value"))
        .containsExactly(
            "ALL | - | - | - | 15 | 3 | 5.0",
            "ALL | - | measure | P1 | 10 | 2 | 5.0",
            "ALL | - | measure | P2 | 5 | 1 | 5.0",
            "ISSUER | I1 | - | - | 15 | 2 | 7.5",
            "ISSUER | I1 | measure | P1 | 10 | 1 | 10.0",
            "ISSUER | I1 | measure | P2 | 5 | 1 | 5.0");
  }
}
