package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Items of the catalogue that lines in production offer. */
class StandardItemCoverageTest {
  @Test
  void countsItemsThatLiveLinesOffer() {
    var given =
        GivenKpi.of("standard_item_coverage")
            .round("I1 I2 I3", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | items_offered | items_catalogue
                I1 | L1 | LIVE | 4 | 16
                I1 | L2 | LIVE | 12 | 16
                I1 | L3 | PLANNED | 16 | 16
                I2 | L4 | LIVE | - | 16
                I3 | L5 | NOT_PLANNED | - | 16
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | product_line_id | question_id | value
                I1 | L1 | A2_01 | LIVE
                I2 | L4 | A2_01 | LIVE
                I3 | L5 | A2_01 | NOT_PLANNED
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | numerator | denominator | value | n_respondents | value_state"))
        .containsExactly(
            "ALL | - | 16 | 32 | 0.5 | 1 | REPORTED",
            "ISSUER | I1 | 16 | 32 | 0.5 | 1 | REPORTED",
            "ISSUER | I2 | 0 | 0 | - | 0 | NOT_ANSWERED",
            "ISSUER | I3 | - | - | - | 0 | NOT_APPLICABLE");
  }
}
