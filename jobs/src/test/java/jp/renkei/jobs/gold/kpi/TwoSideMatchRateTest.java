package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cells on which both sides agree, cells where both say NONE left out. */
class TwoSideMatchRateTest {
  @Test
  void countsMatchesOverCellsThatBothSidesStated() {
    var given =
        GivenKpi.of("two_side_match_rate")
            .round("I1 I2", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | reconciliation
                I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | MATCH
                I1 | A1 | CORPORATE | SIGNED | NONE | CONFLICT
                I2 | A1 | INDIVIDUAL | NONE | NONE | MATCH
                I2 | A1 | CORPORATE | SIGNED | - | ISSUER_ONLY
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | numerator | denominator | value | n_respondents"))
        .containsExactly(
            "AGENT | - | 1 | 2 | 0.5 | 2",
            "ALL | - | 1 | 2 | 0.5 | 2",
            "ISSUER | I1 | 1 | 2 | 0.5 | 2",
            "ISSUER | I2 | 0 | 0 | - | 0");
  }
}
