package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Issuers with a line in production over issuers whose answer is known. */
class ApiAdoptionRateTest {
  @Test
  void countsIssuersWithALiveLineOverThoseWhoseAnswerIsKnown() {
    var given =
        GivenKpi.of("api_adoption_rate")
            .round("I1 I2 I3 I4 I5", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status
                I1 | L1 | LIVE
                I1 | L2 | -
                I2 | L3 | PLANNED
                I2 | L4 | NOT_PLANNED
                I3 | L5 | NOT_PLANNED
                I3 | L6 | -
                I4 | L7 | -
                I5 | - | -
                """);
    assertThat(given.counts("issuer_id | numerator | denominator | high_numerator"))
        .containsExactly(
            "I1 | 1 | 1 | 1",
            "I2 | 0 | 1 | 0",
            "I3 | 0 | 0 | 1",
            "I4 | 0 | 0 | 1",
            "I5 | 0 | 0 | 1");
    assertThat(
            given.values(
                "entity_level | numerator | denominator | value | value_low | value_high | n_respondents | value_state"))
        .containsExactly("ALL | 1 | 2 | 0.5 | 0.2 | 0.8 | 2 | REPORTED");
  }

  @Test
  void givesNoValueButBoundsWhenAllAreSilent() {
    var given =
        GivenKpi.of("api_adoption_rate")
            .round("I1 I2", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status
                I1 | L1 | -
                I2 | - | -
                """);
    assertThat(
            given.values(
                "entity_level | numerator | denominator | value | value_low | value_high | n_respondents | value_state"))
        .containsExactly("ALL | 0 | 0 | - | 0.0 | 1.0 | 0 | NOT_ANSWERED");
  }

  @Test
  void isOfTheReferenceDateOfItsRound() {
    var given =
        GivenKpi.of("api_adoption_rate")
            .round("I1", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status
                I1 | L1 | LIVE
                """);
    assertThat(
            given.values(
                "period_type | period_start | period_end | round_id | status | basis | issuer_basis | definition_version | comparability_group"))
        .containsExactly(
            "POINT | 2026-03-31 | 2026-03-31 | R1 | PRELIMINARY | SURVEY | THEN | 1 | api_adoption_rate/1/SURVEY/");
  }
}
