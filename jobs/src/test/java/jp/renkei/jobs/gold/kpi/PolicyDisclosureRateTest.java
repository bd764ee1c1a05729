package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Issuers that publish policy and criteria over those that answered both. */
class PolicyDisclosureRateTest {
  @Test
  void countsIssuersThatPublishBoth() {
    var given =
        GivenKpi.of("policy_disclosure_rate")
            .round("I1 I2 I3 I4 I5", "")
            .rows(
                "silver.answer",
                """
                respondent_id | question_id | value
                I1 | A3_01 | YES
                I1 | A3_03 | YES
                I2 | A3_01 | YES
                I2 | A3_03 | NO
                I3 | A3_01 | YES
                I4 | A3_03 | NO
                """);
    assertThat(
            given.values(
                "entity_level | numerator | denominator | value | value_low | value_high | n_respondents"))
        .containsExactly("ALL | 1 | 2 | 0.5 | 0.2 | 0.6 | 2");
  }

  @Test
  void takesOnlyReportedAnswersOfTheFrame() {
    var given =
        GivenKpi.of("policy_disclosure_rate")
            .round("I1", "")
            .rows(
                "silver.answer",
                """
                respondent_id | question_id | value | value_state
                I1 | A3_01 | YES | REPORTED
                I1 | A3_03 | - | WITHHELD
                I9 | A3_01 | YES | REPORTED
                I9 | A3_03 | YES | REPORTED
                """);
    assertThat(
            given.values(
                "entity_level | numerator | denominator | value | value_low | value_high | value_state"))
        .containsExactly("ALL | 0 | 0 | - | 0.0 | 1.0 | NOT_APPLICABLE");
  }
}
