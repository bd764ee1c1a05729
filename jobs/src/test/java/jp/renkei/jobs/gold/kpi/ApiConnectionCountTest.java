package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Pairs of issuer and agent that are connected. */
class ApiConnectionCountTest {
  @Test
  void countsAPairOnceHoweverManyCellsConnectIt() {
    var given =
        GivenKpi.of("api_connection_count")
            .round("I1", "A1 A2")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | connected | is_connected_by_any
                I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | true | true
                I1 | A1 | CORPORATE | SIGNED | - | true | true
                I1 | A2 | INDIVIDUAL | NONE | - | false | false
                """);
    assertThat(given.counts("issuer_id | agent_id | numerator | high_numerator"))
        .containsExactly("I1 | A1 | 1 | 1", "I1 | A2 | 0 | 0");
    assertThat(
            given.values(
                "entity_level | agent_id | numerator | denominator | value | value_low | value_high | n_respondents"))
        .containsExactly(
            "AGENT | A1 | 1 | - | 1.0 | - | 1.0 | 2",
            "AGENT | A2 | 0 | - | 0.0 | - | 0.0 | 1",
            "ALL | - | 1 | - | 1.0 | - | 1.0 | 2",
            "ISSUER | - | 1 | - | 1.0 | - | 1.0 | 2");
  }

  @Test
  void addsToTheHighBoundWhatOneSideCallsConnected() {
    var given =
        GivenKpi.of("api_connection_count")
            .round("I1", "A1 A2")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | connected | is_connected_by_any
                I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | true | true
                I1 | A2 | INDIVIDUAL | SIGNED | NEGOTIATING | false | true
                """);
    assertThat(given.values("entity_level | agent_id | value | value_high"))
        .containsExactly(
            "AGENT | A1 | 1.0 | 1.0",
            "AGENT | A2 | 0.0 | 1.0",
            "ALL | - | 1.0 | 2.0",
            "ISSUER | - | 1.0 | 2.0");
  }

  @Test
  void hasARowForEveryoneInTheFrame() {
    var given = GivenKpi.of("api_connection_count").round("I1", "A1");
    assertThat(
            given.values("entity_level | issuer_id | agent_id | value | value_high | value_state"))
        .containsExactly(
            "AGENT | - | A1 | - | - | NOT_ANSWERED",
            "ALL | - | - | - | - | NOT_ANSWERED",
            "ISSUER | I1 | - | - | - | NOT_ANSWERED");
  }
}
