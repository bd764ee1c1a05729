package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Issuers that state publicly that they will not connect. */
class DeclaredNonConnectionCountTest {
  @Test
  void countsIssuersThatPlanNothingAndSaySo() {
    var given =
        GivenKpi.of("declared_non_connection_count")
            .round("I1 I2 I3 I4", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | is_declared_non_connection
                I1 | L1 | NOT_PLANNED | true
                I1 | L2 | NOT_PLANNED | true
                I2 | L3 | NOT_PLANNED | false
                I3 | L4 | NOT_PLANNED | true
                I3 | L5 | LIVE | true
                I4 | L6 | NOT_PLANNED | true
                I4 | L7 | - | true
                """);
    assertThat(
            given.values(
                "entity_level | numerator | denominator | value | value_low | value_high | n_respondents | value_state"))
        .containsExactly("ALL | 1 | - | 1.0 | - | - | 3 | REPORTED");
  }

  @Test
  void isEmptyAndNotZeroWhenAllAreSilent() {
    var given =
        GivenKpi.of("declared_non_connection_count")
            .round("I1 I2", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | is_declared_non_connection
                I1 | L1 | - | false
                I2 | - | - | false
                """);
    assertThat(given.values("entity_level | numerator | value | n_respondents | value_state"))
        .containsExactly("ALL | - | - | 0 | NOT_ANSWERED");
  }
}
