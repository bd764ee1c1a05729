package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** IDs and passwords that agents keep: a lower bound. */
class CredentialCustodyCountTest {
  @Test
  void addsWhatAgentsOfTheFrameKeep() {
    var given =
        GivenKpi.of("credential_custody_count")
            .round("", "A1 A2 A3 A4")
            .rows(
                "silver.answer",
                """
                respondent_id | question_id | value | value_state
                A1 | B6_01 | 120 | REPORTED
                A2 | B6_01 | 0 | REPORTED
                A3 | B6_01 | - | NOT_ANSWERED
                A4 | B6_01 | - | NOT_APPLICABLE
                A9 | B6_01 | 500 | REPORTED
                """);
    assertThat(
            given.values(
                "entity_level | agent_id | numerator | denominator | value | value_low | value_high | n_respondents | value_state"))
        .containsExactly(
            "AGENT | A1 | 120 | - | 120.0 | 120.0 | - | 1 | REPORTED",
            "AGENT | A2 | 0 | - | 0.0 | 0.0 | - | 1 | REPORTED",
            "AGENT | A3 | - | - | - | - | - | 0 | NOT_ANSWERED",
            "AGENT | A4 | - | - | - | - | - | 0 | NOT_APPLICABLE",
            "ALL | - | 120 | - | 120.0 | 120.0 | - | 2 | REPORTED");
  }
}
