package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cards of lines in production over cards of lines whose answer is known. */
class ApiAdoptionRateByCardsTest {
  @Test
  void weighsLinesByTheirCards() {
    var given =
        GivenKpi.of("api_adoption_rate_by_cards")
            .round("I1 I2", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | cards | frame_cards
                I1 | L1 | LIVE | 300 | 9000
                I1 | L2 | NOT_PLANNED | 100 | 9000
                I1 | L3 | LIVE | - | 9000
                I1 | L4 | - | 5000 | 9000
                I2 | L5 | UNDER_STUDY | 200 | 9000
                """);
    assertThat(
            given.values(
                "entity_level | numerator | denominator | value | value_low | value_high | n_respondents"))
        .containsExactly("ALL | 300 | 600 | 0.5 | 0.5 | 0.5 | 2");
  }

  @Test
  void weighsWhoAnsweredNothingByTheFrame() {
    var given =
        GivenKpi.of("api_adoption_rate_by_cards")
            .round("I1 I2 I3", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | cards | frame_cards
                I1 | L1 | LIVE | 300 | 300
                I2 | L2 | LIVE | - | 100
                I3 | - | - | - | 200
                """);
    assertThat(
            given.values(
                "entity_level | numerator | denominator | value | value_low | value_high | n_respondents"))
        .containsExactly("ALL | 300 | 300 | 1.0 | 0.5 | 1.0 | 1");
  }

  @Test
  void hasNoBoundsWhereAWeightIsMissing() {
    var given =
        GivenKpi.of("api_adoption_rate_by_cards")
            .round("I1 I2", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | cards | frame_cards
                I1 | L1 | LIVE | 300 | 300
                I2 | - | - | - | -
                """);
    assertThat(given.values("entity_level | value | value_low | value_high"))
        .containsExactly("ALL | 1.0 | - | -");
  }

  @Test
  void needsNoWeightOfWhoAnswered() {
    var given =
        GivenKpi.of("api_adoption_rate_by_cards")
            .round("I1", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | cards | frame_cards
                I1 | L1 | LIVE | 100 | -
                I1 | L2 | PLANNED | 300 | -
                """);
    assertThat(given.values("entity_level | value | value_low | value_high"))
        .containsExactly("ALL | 0.25 | 0.25 | 0.25");
  }
}
