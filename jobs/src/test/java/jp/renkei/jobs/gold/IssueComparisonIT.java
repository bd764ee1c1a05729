package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What issuers and agents name: issues, reasons not to adopt, reasons of declining (tables 4, 5).
 */
class IssueComparisonIT {
  @TempDir Path folder;
  private GivenWarehouse given;

  @BeforeEach
  void questionsAndAnswers() {
    given =
        new GivenWarehouse(folder)
            .rows(
                "silver.round_questionnaire",
                """
                questionnaire_id | questionnaire_version
                issuer_survey | 1
                agent_survey | 2
                """)
            .rows(
                "gold.question",
                """
                questionnaire_id | questionnaire_version | question_id | formerly
                issuer_survey | 1 | A14_01 | -
                issuer_survey | 1 | A2_04 | -
                agent_survey | 1 | B13_01 | -
                agent_survey | 2 | B13_09 | B13_01
                agent_survey | 2 | B5_03 | -
                """)
            .rows(
                "gold.question_option",
                """
                questionnaire_id | questionnaire_version | question_id | option_code | position | label_ja
                issuer_survey | 1 | A14_01 | COST | 1 | 費用負担
                issuer_survey | 1 | A14_01 | STAFF | 2 | 人材
                issuer_survey | 1 | A2_04 | COST | 1 | 費用負担が大きい
                agent_survey | 1 | B13_01 | OLD | 1 | 旧
                agent_survey | 2 | B13_09 | COST | 1 | 費用負担
                agent_survey | 2 | B5_03 | COST | 1 | 費用面
                agent_survey | 2 | B5_03 | NO_API | 2 | APIがない
                """)
            .rows(
                "gold.response_status",
                """
                side | questionnaire_id | respondent_id | is_in_frame
                ISSUER | issuer_survey | I1 | true
                ISSUER | issuer_survey | I2 | true
                ISSUER | issuer_survey | I9 | false
                AGENT | agent_survey | A1 | true
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | product_line_id | question_id | value | value_state
                I1 | - | A14_01 | COST¦STAFF | REPORTED
                I2 | - | A14_01 | - | WITHHELD
                I9 | - | A14_01 | COST | REPORTED
                I1 | L1 | A2_04 | COST | REPORTED
                I1 | L2 | A2_04 | COST | REPORTED
                I2 | L3 | A2_04 | OTHER | REPORTED
                A1 | - | B13_09 | COST | REPORTED
                A1 | - | B5_03 | NO_API | REPORTED
                """);
  }

  @Test
  void setsIssuersBesideAgentsUnderTheNewNameOfTheirQuestion() {
    assertThat(
            given.make(
                "gold.issue_comparison",
                "topic | option_code | position | label_ja | issuers | issuers_answered | agents"
                    + " | agents_answered"))
        .containsExactly(
            "ISSUE | COST | 1 | 費用負担 | 1 | 1 | 1 | 1",
            "ISSUE | STAFF | 2 | 人材 | 1 | 1 | - | -",
            "NOT_ADOPTING | COST | 1 | 費用負担が大きい | 1 | 2 | - | -");
  }

  @Test
  void countsReasonsForDecliningByAgent() {
    assertThat(given.make("gold.declining_reason", "option_code | agents | agents_answered"))
        .containsExactly("COST | 0 | 1", "NO_API | 1 | 1");
  }
}
