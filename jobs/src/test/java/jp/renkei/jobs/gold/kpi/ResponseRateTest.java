package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Respondents of the frame with an accepted submission. */
class ResponseRateTest {
  @Test
  void countsAcceptedSubmissionsOverTheFrameBySide() {
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
                side | respondent_id | is_in_frame | state
                ISSUER | I1 | true | ACCEPTED
                ISSUER | I2 | true | LATE
                ISSUER | I3 | true | REFUSED
                ISSUER | I4 | true | NOT_SUBMITTED
                ISSUER | I9 | false | ACCEPTED
                AGENT | A1 | true | ACCEPTED
                """);
    assertThat(
            given.values(
                "entity_level | slice | slice_value | numerator | denominator | value | n_respondents"))
        .containsExactly(
            "ALL | - | - | 3 | 5 | 0.6 | 3",
            "ALL | side | AGENT | 1 | 1 | 1.0 | 1",
            "ALL | side | ISSUER | 2 | 4 | 0.5 | 2");
  }
}
