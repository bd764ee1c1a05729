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
                M5 | P3 | I2 | -
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | slice | slice_value | numerator | denominator | value"
                    + " | n_respondents | value_state"))
        .containsExactly(
            "ALL | - | - | - | 15 | 3 | 5.0 | 1 | REPORTED",
            "ALL | - | measure | P1 | 10 | 2 | 5.0 | 1 | REPORTED",
            "ALL | - | measure | P2 | 5 | 1 | 5.0 | 1 | REPORTED",
            "ALL | - | measure | P3 | 0 | 0 | - | 0 | NOT_APPLICABLE",
            "ISSUER | I1 | - | - | 15 | 2 | 7.5 | 1 | REPORTED",
            "ISSUER | I1 | measure | P1 | 10 | 1 | 10.0 | 1 | REPORTED",
            "ISSUER | I1 | measure | P2 | 5 | 1 | 5.0 | 1 | REPORTED",
            "ISSUER | I2 | - | - | 0 | 0 | - | 0 | NOT_APPLICABLE",
            "ISSUER | I2 | measure | P2 | 0 | 0 | - | 0 | NOT_APPLICABLE",
            "ISSUER | I2 | measure | P3 | 0 | 0 | - | 0 | NOT_APPLICABLE");
  }

  @Test
  void hasTheRowsAndTheIssuersOfTheRateBesideIt() {
    String milestones =
        """
        milestone_id | measure_id | issuer_id | is_due | is_on_time | slip_days
        M1 | P1 | I1 | true | true | 0
        M2 | P1 | I1 | true | false | 10
        M3 | P1 | I2 | true | false | 20
        M4 | P1 | I3 | false | false | -
        M5 | P2 | - | true | false | 5
        M6 | P3 | I1 | false | false | -
        """;
    String row = "entity_level | slice | slice_value | n_respondents | value_state";
    var rows = GivenKpi.of("milestone_on_time_rate").rows("gold.milestone", milestones).values(row);
    assertThat(rows)
        .containsExactly(
            "ALL | - | - | 2 | REPORTED",
            "ALL | measure | P1 | 2 | REPORTED",
            "ALL | measure | P2 | 0 | REPORTED",
            "ALL | measure | P3 | 0 | NOT_APPLICABLE");
    assertThat(GivenKpi.of("milestone_slip_days").rows("gold.milestone", milestones).values(row))
        .filteredOn(line -> line.startsWith("ALL"))
        .isEqualTo(rows);
  }
}
