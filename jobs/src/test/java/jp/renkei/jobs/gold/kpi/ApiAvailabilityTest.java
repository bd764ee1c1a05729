package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Availability as issuers state it, planned stops in and out apart. */
class ApiAvailabilityTest {
  @Test
  void keepsTheTwoKindsInGroupsOfTheirOwn() {
    var given =
        GivenKpi.of("api_availability")
            .round("I1 I2 I3", "A1")
            .rows(
                "gold.stated_availability",
                """
                issuer_id | availability_millionths | planned_stops
                I1 | 998750 | EXCLUDED
                I2 | 990000 | INCLUDED
                """);
    assertThat(given.values("issuer_id | value | value_state | basis | comparability_group"))
        .containsExactly(
            "I1 | 0.99875 | REPORTED | STATED | api_availability/1/STATED//EXCLUDED",
            "I2 | 0.99 | REPORTED | STATED | api_availability/1/STATED//INCLUDED",
            "I3 | - | NOT_ANSWERED | STATED | api_availability/1/STATED/");
  }
}
