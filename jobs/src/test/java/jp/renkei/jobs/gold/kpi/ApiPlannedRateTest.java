package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Issuers with a line in production or planned for a date. */
class ApiPlannedRateTest {
  @Test
  void countsLiveAndDatedPlansAlike() {
    var given =
        GivenKpi.of("api_planned_rate")
            .round("I1 I2 I3 I4", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | planned_on
                I1 | L1 | LIVE | -
                I2 | L2 | PLANNED | 2027-04-01
                I2 | L3 | - | -
                I3 | L4 | PLANNED | -
                I4 | L5 | - | -
                """);
    assertThat(given.counts("issuer_id | numerator | denominator"))
        .containsExactly("I1 | 1 | 1", "I2 | 1 | 1", "I3 | 0 | 1", "I4 | 0 | 0");
    assertThat(given.values("entity_level | value | value_low | value_high | n_respondents"))
        .containsExactly("ALL | 0.6666666666666666 | 0.5 | 0.75 | 3");
  }
}
