package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many issuers conform, part by part (table 6). */
class GuidelinePartConformityIT {
  @TempDir Path folder;

  @Test
  void countsEveryAnswerThatMayBeChosenOfAllIssuersAndOfThoseLive() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.round_questionnaire",
                "questionnaire_id | questionnaire_version\nissuer_survey | 1")
            .rows(
                "gold.question",
                """
                questionnaire_id | questionnaire_version | question_id | label_ja
                issuer_survey | 1 | A6_01 | 形式
                issuer_survey | 1 | A7_01 | 認可方式
                issuer_survey | 2 | A6_02 | 別の版
                """)
            .rows(
                "gold.question_option",
                """
                questionnaire_id | questionnaire_version | question_id | option_code | position | label_ja
                issuer_survey | 1 | A6_01 | CONFORMS | 1 | 準拠
                issuer_survey | 1 | A6_01 | NOT | 3 | 準拠していない
                issuer_survey | 1 | A7_01 | FAPI | 1 | FAPI
                issuer_survey | 2 | A6_02 | CONFORMS | 1 | 準拠
                """)
            .rows(
                "gold.guideline_conformity",
                """
                issuer_id | part_id | conformity | has_live_line
                I1 | A6_01 | CONFORMS | true
                I2 | A6_01 | CONFORMS | false
                I3 | A6_01 | PARTLY | true
                """);
    assertThat(
            given.make(
                "gold.guideline_part_conformity",
                "part_id | position | option_code | part_ja | issuers | issuers_answered"
                    + " | live_issuers | live_issuers_answered"))
        .containsExactly(
            "A6_01 | 1 | CONFORMS | 形式 | 2 | 3 | 1 | 2", "A6_01 | 3 | NOT | 形式 | 0 | 3 | 0 | 2");
  }
}
