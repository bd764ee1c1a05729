package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Respondents of the frame with an accepted submission. */
class ResponseRateTest {
  @Test
  void countsAcceptedSubmissionsOverTheFrameBySideSizeAndAssociation() {
    var given =
        GivenKpi.of("response_rate")
            .rows(
                "silver.survey_round",
                """
                reference_date | due_date | grace_days
                2026-03-31 | 2026-04-30 | 14
                """)
            .rows(
                "gold.response_status",
                """
                side | respondent_id | is_in_frame | state | size_band | is_association_member
                ISSUER | I1 | true | ACCEPTED | TO_1M | true
                ISSUER | I2 | true | LATE | TO_1M | false
                ISSUER | I3 | true | REFUSED | UNKNOWN | true
                ISSUER | I4 | true | NOT_SUBMITTED | TO_1M | -
                ISSUER | I9 | false | ACCEPTED | UNKNOWN | true
                AGENT | A1 | true | ACCEPTED | - | true
                """);
    assertThat(
            given.values(
                "entity_level | slice | slice_value | numerator | denominator | value | n_respondents"))
        .containsExactly(
            "ALL | - | - | 3 | 5 | 0.6 | 3",
            "ALL | association | AGENT_MEMBER | 1 | 1 | 1.0 | 1",
            "ALL | association | ISSUER_MEMBER | 1 | 2 | 0.5 | 1",
            "ALL | association | ISSUER_NON_MEMBER | 1 | 1 | 1.0 | 1",
            "ALL | side | AGENT | 1 | 1 | 1.0 | 1",
            "ALL | side | ISSUER | 2 | 4 | 0.5 | 2",
            "ALL | size_band | TO_1M | 2 | 3 | 0.6666666666666666 | 2",
            "ALL | size_band | UNKNOWN | 0 | 1 | 0.0 | 0");
  }

  @Test
  void countsACompanyOnBothSidesOnceForEachAssociation() {
    var given =
        GivenKpi.of("response_rate")
            .rows(
                "silver.survey_round",
                """
                reference_date | due_date | grace_days
                2026-03-31 | 2026-04-30 | 14
                """)
            .rows(
                "gold.response_status",
                """
                side | respondent_id | is_in_frame | state | size_band | is_association_member
                ISSUER | X1 | true | ACCEPTED | TO_1M | true
                AGENT | X1 | true | NOT_SUBMITTED | - | true
                AGENT | A2 | true | ACCEPTED | - | true
                """);
    assertThat(given.values("slice | slice_value | numerator | denominator"))
        .contains("association | AGENT_MEMBER | 1 | 2", "association | ISSUER_MEMBER | 1 | 1")
        .noneMatch(value -> value.startsWith("association | MEMBER"));
  }
}
