package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in the frame, and what became of what each sent. */
class ResponseStatusIT {
  @TempDir Path folder;

  @Test
  void tellsWhoAnsweredHow() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.survey_round",
                """
                reference_date | due_date | grace_days | frame_id
                2026-03-31 | 2026-04-30 | 14 | F1
                """)
            .rows(
                "silver.population_frame",
                """
                frame_id | issuer_id | cards_issued
                F1 | I1 | 100
                F1 | I2 | -
                F1 | I3 | 300
                F1 | I4 | 400
                F2 | I8 | 800
                """)
            .rows(
                "silver.agent",
                """
                agent_id | valid_from | valid_to
                A1 | - | -
                A1 | 2027-01-01 | -
                A2 | - | 2026-03-30
                A3 | 2026-03-31 | 2026-03-31
                """)
            .rows(
                "silver.submission",
                """
                submission_id | unit | kind | questionnaire_id | respondent_id | submitted_at | state | is_late | problems
                s1 | u | SURVEY | issuer_survey | I1 | 2026-04-01T00:00:00+09:00 | SUPERSEDED | false | 0
                s2 | u | SURVEY | issuer_survey | I1 | 2026-04-02T00:00:00+09:00 | ACCEPTED | false | 1
                s3 | u | SURVEY | issuer_survey | I1 | 2026-04-03T00:00:00+09:00 | REFUSED | false | 7
                s4 | u | SURVEY | issuer_survey | I2 | 2026-06-03T00:00:00+09:00 | ACCEPTED | true | 0
                s5 | u | SURVEY | issuer_survey | I3 | - | REFUSED | false | 2
                s6 | u | SURVEY | agent_survey | A1 | 2026-04-02T00:00:00+09:00 | ACCEPTED | false | 0
                s7 | u | SURVEY | issuer_survey | I9 | 2026-04-02T00:00:00+09:00 | ACCEPTED | false | 0
                s8 | u | SURVEY | issuer_survey | I10 | 2026-04-02T00:00:00+09:00 | REFUSED | false | 3
                """);
    assertThat(
            given.make(
                "gold.response_status",
                "side | respondent_id | is_in_frame | state | submission_id | problems | frame_cards"))
        .containsExactly(
            "AGENT | A1 | true | ACCEPTED | s6 | 0 | -",
            "AGENT | A3 | true | NOT_SUBMITTED | - | 0 | -",
            "ISSUER | I1 | true | ACCEPTED | s2 | 7 | 100",
            "ISSUER | I2 | true | LATE | s4 | 0 | -",
            "ISSUER | I3 | true | REFUSED | s5 | 2 | 300",
            "ISSUER | I4 | true | NOT_SUBMITTED | - | 0 | 400",
            "ISSUER | I9 | false | ACCEPTED | s7 | 0 | -");
  }

  @Test
  void asksTheSideAloneWhoseQuestionnaireTheRoundHas() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.survey_round",
                """
                round_id | reference_date | due_date | grace_days | frame_id
                R1 | 2026-03-31 | 2026-04-30 | 14 | F1
                """)
            .rows(
                "silver.round_questionnaire",
                """
                round_id | questionnaire_id | questionnaire_version
                R1 | issuer_survey | 1
                """)
            .rows("silver.population_frame", "frame_id | issuer_id | cards_issued\nF1 | I1 | 100\n")
            .rows("silver.agent", "agent_id | valid_from | valid_to\nA1 | - | -\n");
    assertThat(given.make("gold.response_status", "side | respondent_id | state"))
        .containsExactly("ISSUER | I1 | NOT_SUBMITTED");
  }

  @Test
  void namesTheConsentOfEach() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.survey_round",
                """
                reference_date | due_date | grace_days | frame_id
                2026-03-31 | 2026-04-30 | 14 | F1
                """)
            .rows(
                "silver.population_frame",
                """
                frame_id | issuer_id | cards_issued
                F1 | I1 | 100
                F1 | I2 | -
                F1 | I3 | 300
                F1 | I4 | 400
                F2 | I8 | 800
                """)
            .rows(
                "gold.company_consent",
                """
                company_id | side | publication_consent
                I1 | ISSUER | NAMED
                """);
    assertThat(given.make("gold.response_status", "respondent_id | publication_consent"))
        .containsExactly("I1 | NAMED", "I2 | -", "I3 | -", "I4 | -");
  }

  @Test
  void tellsSizeAssociationDatesAndHowOftenEachSubmitted() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.survey_round",
                """
                reference_date | due_date | grace_days | frame_id
                2026-03-31 | 2026-04-30 | 14 | F1
                """)
            .rows(
                "silver.population_frame",
                """
                frame_id | issuer_id | cards_issued
                F1 | I1 | 99999
                F1 | I2 | 100000
                F1 | I3 | -
                """)
            .rows(
                "gold.size_band",
                """
                size_band | lowest_cards | highest_cards
                UNDER_100K | 0 | 99999
                OVER | 100000 | -
                UNKNOWN | - | -
                """)
            .rows(
                "silver.issuer",
                """
                issuer_id | is_association_member | valid_from | valid_to
                I1 | true | - | 2026-03-31
                I1 | false | 2026-04-01 | -
                I2 | false | - | -
                """)
            .rows("silver.agent", "agent_id | is_association_member\nA1 | true")
            .rows(
                "silver.submission",
                """
                submission_id | unit | kind | questionnaire_id | questionnaire_version | respondent_id | submitted_at | state | is_late | correction_reason
                s1 | u | SURVEY | issuer_survey | 1 | I1 | 2026-04-01T00:00:00+09:00 | SUPERSEDED | false | -
                s2 | u | SURVEY | issuer_survey | 2 | I1 | 2026-04-02T00:00:00+09:00 | ACCEPTED | false | 桁の誤り
                s3 | u | SURVEY | issuer_survey | 3 | I1 | 2026-04-03T00:00:00+09:00 | REFUSED | false | -
                """);
    assertThat(
            given.make(
                "gold.response_status",
                "respondent_id | questionnaire_id | questionnaire_version | size_band | is_association_member | due_date"
                    + " | last_day | submissions | correction_reason"))
        .containsExactly(
            "A1 | agent_survey | - | - | true | 2026-04-30 | 2026-05-14 | 0 | -",
            "I1 | issuer_survey | 2 | UNDER_100K | true | 2026-04-30 | 2026-05-14 | 3 | 桁の誤り",
            "I2 | issuer_survey | - | OVER | false | 2026-04-30 | 2026-05-14 | 0 | -",
            "I3 | issuer_survey | - | UNKNOWN | - | 2026-04-30 | 2026-05-14 | 0 | -");
  }
}
