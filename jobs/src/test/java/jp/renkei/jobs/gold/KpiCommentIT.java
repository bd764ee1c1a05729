package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which figures a statement stands beside. */
class KpiCommentIT {
  private static final String FIGURES =
      """
      kpi_id | definition_version | entity_level | issuer_id | agent_id | slice | slice_value | period_type | period_start | period_end | basis | issuer_basis
      """;
  private static final String SAID =
      """
      respondent_id | kpi_id | period | entity_level | counterparty_id | slice | slice_value | basis | definition_version | comment | stated_on
      """;

  @TempDir Path folder;

  private List<String> beside(String figures, String said, String columns) {
    return new GivenWarehouse(folder)
        .rows("silver.issuer", "issuer_id | valid_from\nI1 | 2020-01-01\nI1 | 2026-01-01\nI2 | -\n")
        .rows("gold.kpi_value", FIGURES + figures)
        .rows("silver.kpi_comment", SAID + said)
        .make("gold.kpi_comment", columns);
  }

  @Test
  void standsBesideTheFigureItNamesAndNoOther() {
    assertThat(
            beside(
                """
                k | 1 | ISSUER | I1 | -  | -       | -   | POINT | 2026-03-31 | 2026-03-31 | SURVEY      | THEN
                k | 1 | ISSUER | I1 | -  | segment | IND | POINT | 2026-03-31 | 2026-03-31 | SURVEY      | THEN
                k | 1 | ISSUER | I1 | -  | segment | IND | POINT | 2026-03-31 | 2026-03-31 | SURVEY      | NOW
                k | 2 | ISSUER | I1 | -  | segment | IND | POINT | 2026-03-31 | 2026-03-31 | SURVEY      | THEN
                k | 1 | ISSUER | I1 | -  | segment | IND | POINT | 2026-03-31 | 2026-03-31 | GATEWAY_LOG | THEN
                k | 1 | ISSUER | I1 | -  | segment | IND | POINT | 2025-09-30 | 2025-09-30 | SURVEY      | THEN
                k | 1 | ISSUER | I2 | -  | segment | IND | POINT | 2026-03-31 | 2026-03-31 | SURVEY      | THEN
                k | 1 | PAIR   | I1 | A1 | segment | IND | POINT | 2026-03-31 | 2026-03-31 | SURVEY      | THEN
                k | 1 | ALL    | -  | -  | segment | IND | POINT | 2026-03-31 | 2026-03-31 | SURVEY      | THEN
                """,
                "I1 | k | 2026-03-31 | ISSUER | - | segment | IND | SURVEY | 1 | 個人 | 2026-06-01",
                "definition_version | entity_level | issuer_id | slice_value | period_start | basis | side | comment"))
        .containsExactly("1 | ISSUER | I1 | IND | 2026-03-31 | SURVEY | ISSUER | 個人");
  }

  @Test
  void ofAPairBothSidesStandBesideTheOneFigure() {
    assertThat(
            beside(
                """
                k | 1 | PAIR | I1 | A1 | - | - | POINT | 2026-03-31 | 2026-03-31 | SURVEY | THEN
                k | 1 | PAIR | I2 | A1 | - | - | POINT | 2026-03-31 | 2026-03-31 | SURVEY | THEN
                k | 1 | PAIR | I1 | A2 | - | - | POINT | 2026-03-31 | 2026-03-31 | SURVEY | THEN
                """,
                """
                I1 | k | 2026-03-31 | PAIR | A1 | - | - | - | - | カード会社から | 2026-06-01
                A1 | k | 2026-03-31 | PAIR | I1 | - | - | - | - | 電代業者から   | 2026-06-01
                """,
                "issuer_id | agent_id | side | comment"))
        .containsExactly("I1 | A1 | AGENT | 電代業者から", "I1 | A1 | ISSUER | カード会社から");
  }

  @Test
  void whatNamesNoFigureStandsBesideAllThatHaveNoCommentOfTheirOwn() {
    assertThat(
            beside(
                """
                k | 1 | AGENT  | -  | A1 | -             | -   | POINT | 2026-03-31 | 2026-03-31 | SURVEY | THEN
                k | 1 | AGENT  | -  | A1 | access_method | API | POINT | 2026-03-31 | 2026-03-31 | SURVEY | THEN
                k | 1 | PAIR   | I1 | A1 | -             | -   | POINT | 2026-03-31 | 2026-03-31 | SURVEY | THEN
                k | 1 | AGENT  | -  | A1 | -             | -   | MONTH | 2026-03-01 | 2026-03-31 | SURVEY | THEN
                """,
                """
                A1 | k | 2026-03-31 | -     | - | -             | -   | - | - | すべて | 2026-06-09
                A1 | k | 2026-03-31 | AGENT | - | access_method | API | - | - | APIの分 | 2026-06-01
                """,
                "entity_level | issuer_id | slice_value | comment"))
        .containsExactly("AGENT | - | - | すべて", "AGENT | - | API | APIの分", "PAIR | I1 | - | すべて");
  }

  @Test
  void periodsAreThoseOfTheFigures() {
    assertThat(
            beside(
                """
                k | 1 | ISSUER | I1 | - | - | - | POINT      | 2026-03-31 | 2026-03-31 | SURVEY | THEN
                k | 1 | ISSUER | I1 | - | - | - | MONTH      | 2026-02-01 | 2026-02-28 | SURVEY | THEN
                k | 1 | ISSUER | I1 | - | - | - | QUARTER_FY | 2026-01-01 | 2026-03-31 | SURVEY | THEN
                k | 1 | ISSUER | I1 | - | - | - | FY         | 2025-04-01 | 2026-03-31 | SURVEY | THEN
                """,
                """
                I1 | k | 2026-03-31 | ISSUER | - | - | - | - | - | 基準日 | 2026-06-01
                I1 | k | 2026-02    | ISSUER | - | - | - | - | - | 月     | 2026-06-01
                I1 | k | FY2025Q4   | ISSUER | - | - | - | - | - | 四半期 | 2026-06-01
                I1 | k | FY2025     | ISSUER | - | - | - | - | - | 年度   | 2026-06-01
                I1 | k | FY2024     | ISSUER | - | - | - | - | - | 前年度 | 2026-06-01
                """,
                "period_type | period_start | period_end | comment"))
        .containsExactly(
            "FY | 2025-04-01 | 2026-03-31 | 年度",
            "MONTH | 2026-02-01 | 2026-02-28 | 月",
            "POINT | 2026-03-31 | 2026-03-31 | 基準日",
            "QUARTER_FY | 2026-01-01 | 2026-03-31 | 四半期");
  }
}
