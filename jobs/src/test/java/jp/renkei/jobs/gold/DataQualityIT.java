package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings, and the as-of date that some of them are kept out of. */
class DataQualityIT {
  private static final String ROUND =
      """
      round_id | reference_date
      R1 | 2026-03-31
      """;

  @TempDir Path folder;

  @Test
  void findsACounterpartyThatIsOfTheWrongSide() {
    var given =
        new GivenWarehouse(folder)
            .rows("silver.survey_round", ROUND)
            .rows("silver.issuer", "issuer_id\nI1\nI2")
            .rows("silver.agent", "agent_id\nA1")
            .rows(
                "silver.answer",
                """
                round_id | questionnaire_id | respondent_id | counterparty_id | question_id
                R1 | issuer_survey | I1 | A1 | A9_01
                R1 | issuer_survey | I1 | I2 | A9_01
                R1 | agent_survey | A1 | I1 | B3_01
                R1 | agent_survey | A1 | A1 | B3_01
                """);
    assertThat(given.make("gold.data_quality", "finding_id | subject"))
        .containsExactly("unknown_counterparty | R1/A1/A1", "unknown_counterparty | R1/I1/I2");
  }

  @Test
  void findsACommentThatStandsBesideNoFigure() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.kpi_comment",
                """
                respondent_id | kpi_id | period | entity_level | comment | stated_on
                I1 | k | 2026-03-31 | ISSUER | 示される | 2026-05-01
                I1 | k | 2025-03-31 | ISSUER | 数値がない | 2026-05-01
                """)
            .rows(
                "gold.kpi_comment",
                """
                kpi_id | entity_level | issuer_id | side | period_start | comment | stated_on
                k | ISSUER | I1 | ISSUER | 2026-03-31 | 示される | 2026-05-01
                """);
    assertThat(given.make("gold.data_quality", "finding_id | subject | rows"))
        .containsExactly("comment_without_figure | comments/I1 k 2025-03-31 | 1");
  }

  @Test
  void keepsDatesAfterTheReceiptOutOfTheAsOfDate() {
    var given =
        new GivenWarehouse(folder)
            .rows("silver.survey_round", ROUND)
            .rows(
                "silver.submission",
                """
                submission_id | kind | state | received_at
                s1 | GATEWAY | ACCEPTED | 2026-05-20T10:00:00+09:00
                """)
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | accesses
                2026-05-19 | 2026-05-01 | I1 | 7
                2099-03-01 | 2099-03-01 | I1 | 2
                """)
            .rows(
                "silver.milestone_revision",
                """
                milestone_id | revision | title_ja | status | baseline_end | stated_on
                M1 | 1 | 一 | IN_PROGRESS | 2026-05-18 | 2026-04-01
                """);
    var tables =
        given.run(step -> step.name().equals("as-of date") || step.name().equals("gold.milestone"));
    assertThat(GivenRows.lines(tables.select("select * from gold.milestone"), "slip_days"))
        .containsExactly("1");
    assertThat(given.make("gold.data_quality", "finding_id | severity | subject | rows"))
        .containsExactly("future_date | ERROR | gateway/I1 2099-03-01 | 2");
  }
}
