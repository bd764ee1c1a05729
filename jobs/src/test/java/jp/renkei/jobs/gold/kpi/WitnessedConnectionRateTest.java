package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Connected pairs with a successful call in the log, where there is a log. */
class WitnessedConnectionRateTest {
  @Test
  void countsConnectedPairsThatTheLogSaw() {
    var given =
        GivenKpi.of("witnessed_connection_rate")
            .round("I1 I2", "A1 A2 A3")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | connected | witnessed
                I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | true | true
                I1 | A1 | CORPORATE | SIGNED | SIGNED | true | true
                I1 | A2 | INDIVIDUAL | SIGNED | - | true | false
                I1 | A3 | INDIVIDUAL | NONE | NONE | false | true
                I2 | A1 | INDIVIDUAL | SIGNED | SIGNED | true | -
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | numerator | denominator | value | value_low | value_high | n_respondents | value_state"))
        .containsExactly(
            "ALL | - | 1 | 2 | 0.5 | - | - | 2 | REPORTED",
            "ISSUER | I1 | 1 | 2 | 0.5 | - | - | 2 | REPORTED",
            "ISSUER | I2 | 0 | 0 | - | - | - | 0 | NOT_ANSWERED");
  }
}
