package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Cells on which both sides agree, by the first definition without those where both say NONE, by
 * the second over those that a side calls SIGNED.
 */
class TwoSideMatchRateTest {
  private static GivenKpi given(int version) {
    return GivenKpi.of("two_side_match_rate", version)
        .round("I1 I2", "A1")
        .rows(
            "gold.linkage_cell",
            """
            issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | reconciliation
            I1 | A1 | INDIVIDUAL | REQUESTED | REQUESTED | MATCH
            I1 | A1 | CORPORATE | SIGNED | NONE | CONFLICT
            I2 | A1 | INDIVIDUAL | NONE | NONE | MATCH
            I2 | A1 | CORPORATE | - | SIGNED | AGENT_ONLY
            """);
  }

  @Test
  void countsOnlyCellsThatASideCallsSignedByTheSecondDefinition() {
    String columns = "definition_version | entity_level | issuer_id | numerator | denominator";
    assertThat(given(1).values(columns)).contains("1 | ALL | - | 1 | 2", "1 | ISSUER | I1 | 1 | 2");
    assertThat(given(2).values(columns))
        .containsExactly(
            "2 | AGENT | - | 0 | 1",
            "2 | ALL | - | 0 | 1",
            "2 | ISSUER | I1 | 0 | 1",
            "2 | ISSUER | I2 | 0 | 0");
  }

  @Test
  void hasNoValueByTheSecondDefinitionBeforeItHolds() {
    String before =
        """
        round_id | reference_date | due_date | grace_days
        R1 | 2025-03-31 | 2025-04-30 | 14
        """;
    String cells =
        "issuer_id | agent_id | issuer_contract_status | reconciliation\nI1 | A1 | SIGNED | MATCH";
    for (int version : new int[] {1, 2}) {
      assertThat(
              GivenKpi.of("two_side_match_rate", version)
                  .rows("silver.survey_round", before)
                  .rows("gold.linkage_cell", cells)
                  .values("entity_level | numerator"))
          .isEqualTo(version == 1 ? java.util.List.of("ALL | 1") : java.util.List.of());
    }
  }

  @Test
  void countsMatchesOverCellsThatBothSidesStated() {
    var given =
        GivenKpi.of("two_side_match_rate", 1)
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
