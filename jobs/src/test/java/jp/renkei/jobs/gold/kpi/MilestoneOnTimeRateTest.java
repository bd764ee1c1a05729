package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Milestones that ended by their baseline over those due. */
class MilestoneOnTimeRateTest {
  @Test
  void countsThoseDueThatEndedInTime() {
    var given =
        GivenKpi.of("milestone_on_time_rate")
            .rows(
                "gold.milestone",
                """
                milestone_id | measure_id | is_due | is_on_time
                M1 | P1 | true | true
                M2 | P1 | true | false
                M3 | P2 | true | false
                M4 | P2 | false | false
                M5 | P3 | false | false
                """);
    assertThat(
            given.values(
                "entity_level | slice | slice_value | numerator | denominator | value | value_state"))
        .containsExactly(
            "ALL | - | - | 1 | 3 | 0.3333333333333333 | REPORTED",
            "ALL | measure | P1 | 1 | 2 | 0.5 | REPORTED",
            "ALL | measure | P2 | 0 | 1 | 0.0 | REPORTED",
            "ALL | measure | P3 | 0 | 0 | - | NOT_APPLICABLE");
    assertThat(given.values("period_type | period_start | period_end | basis"))
        .containsExactly(
            "POINT | 2026-03-31 | 2026-03-31 | ROADMAP",
            "POINT | 2026-03-31 | 2026-03-31 | ROADMAP",
            "POINT | 2026-03-31 | 2026-03-31 | ROADMAP",
            "POINT | 2026-03-31 | 2026-03-31 | ROADMAP");
  }
}
