package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Signed cells over asked cells. */
class ContractRateTest {
  @Test
  void countsSignedCellsOverAskedOnes() {
    var given =
        GivenKpi.of("contract_rate")
            .round("I1", "A1 A2")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | contract_status | is_asked | is_signed_disputed
                I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | SIGNED | true | false
                I1 | A2 | INDIVIDUAL | DECLINED | - | DECLINED | true | false
                I1 | A2 | CORPORATE | NONE | NONE | NONE | false | false
                """);
    assertThat(given.counts("issuer_id | agent_id | segment | numerator | denominator"))
        .containsExactly(
            "I1 | A1 | INDIVIDUAL | 1 | 1",
            "I1 | A2 | CORPORATE | 0 | 0",
            "I1 | A2 | INDIVIDUAL | 0 | 1");
    assertThat(
            given.values(
                "entity_level | issuer_id | agent_id | numerator | denominator | value | n_respondents"))
        .containsExactly(
            "AGENT | - | A1 | 1 | 1 | 1.0 | 2",
            "AGENT | - | A2 | 0 | 1 | 0.0 | 1",
            "ALL | - | - | 1 | 2 | 0.5 | 2",
            "ISSUER | I1 | - | 1 | 2 | 0.5 | 2");
  }

  @Test
  void leavesConflictingCellsOut() {
    var given =
        GivenKpi.of("contract_rate")
            .round("I1", "A1 A2")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | contract_status | is_asked | is_signed_disputed
                I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | SIGNED | true | false
                I1 | A2 | INDIVIDUAL | SIGNED | NEGOTIATING | - | false | true
                I1 | A2 | CORPORATE | NONE | SIGNED | - | false | true
                """);
    assertThat(given.values("entity_level | agent_id | value | value_low | value_high"))
        .containsExactly(
            "AGENT | A1 | 1.0 | 1.0 | 1.0",
            "AGENT | A2 | - | 0.0 | 1.0",
            "ALL | - | 1.0 | 0.3333333333333333 | 1.0",
            "ISSUER | - | 1.0 | 0.3333333333333333 | 1.0");
  }

  @Test
  void countsStatusesThatDifferWithoutASignature() {
    var given =
        GivenKpi.of("contract_rate")
            .round("I1", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | contract_status | is_asked | is_signed_disputed
                I1 | A1 | INDIVIDUAL | NEGOTIATING | REQUESTED | - | true | false
                I1 | A1 | CORPORATE | SIGNED | - | SIGNED | true | false
                """);
    assertThat(given.values("entity_level | numerator | denominator | value"))
        .containsExactly("AGENT | 1 | 2 | 0.5", "ALL | 1 | 2 | 0.5", "ISSUER | 1 | 2 | 0.5");
  }

  @Test
  void givesNoValueWhereNobodyWasAsked() {
    var given =
        GivenKpi.of("contract_rate")
            .round("I1 I2", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | contract_status | is_asked | is_signed_disputed
                I1 | A1 | INDIVIDUAL | NONE | NONE | false | false
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | counterparty_id | question_id | value
                I1 | A1 | A9_01 | NONE
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | agent_id | value | value_low | value_high | value_state"))
        .containsExactly(
            "AGENT | - | A1 | - | - | - | NOT_APPLICABLE",
            "ALL | - | - | - | - | - | NOT_APPLICABLE",
            "ISSUER | I1 | - | - | - | - | NOT_APPLICABLE",
            "ISSUER | I2 | - | - | - | - | NOT_ANSWERED");
  }

  @Test
  void givesNoRowToAnIssuerOutsideTheFrameWhoseAgentsCountStill() {
    var given =
        GivenKpi.of("contract_rate")
            .round("I1", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | contract_status | is_asked | is_signed_disputed
                I1 | A1 | INDIVIDUAL | DECLINED | DECLINED | DECLINED | true | false
                I9 | A1 | INDIVIDUAL | - | SIGNED | SIGNED | true | false
                """);
    assertThat(given.values("entity_level | issuer_id | agent_id | numerator | denominator"))
        .containsExactly(
            "AGENT | - | A1 | 1 | 2", "ALL | - | - | 1 | 2", "ISSUER | I1 | - | 0 | 1");
  }
}
