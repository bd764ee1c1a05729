package jp.renkei.jobs.gold.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.GivenRows;
import jp.renkei.warehouse.table.TableCatalog;
import org.junit.jupiter.api.Test;

/** Given figures and targets, and the way that is gone. */
class KpiProgressTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
  private static final String TARGET = "kpi_id | kind | target_on | value | basis_document\n";
  private static final String FIGURE =
      "kpi_id | definition_version | comparability_group | basis | period_type | period_start |"
          + " period_end | value | status\n";

  private static List<Map<String, Object>> rows(String table, String text) {
    var given = GivenRows.of(table, text);
    var names = given.table().columnNames();
    return given.rows().stream().map(row -> row(names, row)).toList();
  }

  private static Map<String, Object> row(List<String> names, List<Object> values) {
    var row = new HashMap<String, Object>();
    for (int index = 0; index < names.size(); index++) {
      if (values.get(index) != null) {
        row.put(names.get(index), values.get(index));
      }
    }
    return row;
  }

  private static List<String> progress(String targets, String figures, String columns) {
    var given =
        Map.of(
            "silver.kpi_target",
            rows("silver.kpi_target", targets),
            "gold.kpi_value",
            rows("gold.kpi_value", figures));
    var made =
        KpiProgress.rows(
            sql ->
                given.entrySet().stream()
                    .filter(table -> sql.contains(table.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getValue(),
            AS_OF);
    var names = TableCatalog.builtIn().table("gold.kpi_progress").columnNames();
    return GivenRows.lines(made.stream().map(row -> row(names, row)).toList(), columns);
  }

  /** Figures of scraping_share by rounds of half a year. */
  private static String shares(String... values) {
    var text = new StringBuilder(FIGURE);
    var day = LocalDate.of(2024, 9, 30);
    for (var value : values) {
      text.append("scraping_share|1|g1|SURVEY|POINT|" + day + "|" + day + "|" + value + "|FINAL\n");
      day = day.plusMonths(6).withDayOfMonth(1).plusMonths(1).minusDays(1);
    }
    return text.toString();
  }

  private static final String FALLING =
      TARGET
          + """
          scraping_share | BASELINE | 2024-09-30 | 0.8 | 計画
          scraping_share | INTERIM | 2026-03-31 | 0.6 | 計画
          scraping_share | TARGET | 2028-03-31 | 0.2 | 計画
          """;

  @Test
  void measuresTheWayOfAFallingKpi() {
    assertThat(
            progress(
                FALLING,
                shares("0.8", "0.74", "0.7", "0.65"),
                "goal_kind | achievement | goal_state | judged_value | explanation_reason | needs_explanation"))
        .containsExactly(
            "INTERIM | 0.75 | MISSED | 0.65 | MISSED | true",
            "TARGET | 0.25 | PENDING | - | - | false");
  }

  @Test
  void asksForTheReasonOfAnOvershoot() {
    assertThat(
            progress(
                FALLING,
                shares("0.8", "0.7", "0.6", "0.5"),
                "goal_kind | achievement | goal_state | explanation_reason"))
        .containsExactly("INTERIM | 1.5 | MET | OVERSHOOT", "TARGET | 0.5 | PENDING | -");
  }

  @Test
  void asksForNoneAtJustAsMuchAsIsUsual() {
    assertThat(
            progress(
                FALLING,
                shares("0.8", "0.7", "0.6", "0.56"),
                "goal_kind | achievement | explanation_reason"))
        .containsExactly("INTERIM | 1.2 | -", "TARGET | 0.4 | -");
  }

  @Test
  void isContentWithAnExplanation() {
    assertThat(
            progress(
                """
                kpi_id | kind | target_on | value | explanation
                scraping_share | INTERIM | 2026-03-31 | 0.6 | 制度の施行が遅れたため
                """,
                shares("0.8", "0.74", "0.7", "0.65"),
                "goal_state | explanation_reason | explanation | needs_explanation | achievement"))
        .containsExactly("MISSED | MISSED | 制度の施行が遅れたため | false | -");
  }

  @Test
  void measuresAGoalByTheDefinitionThatHeldAtItsBaseline() {
    String figures =
        FIGURE
            + """
            two_side_match_rate | 1 | g1 | SURVEY | POINT | 2026-03-31 | 2026-03-31 | 0.9 | FINAL
            two_side_match_rate | 2 | g2 | SURVEY | POINT | 2026-03-31 | 2026-03-31 | 0.8 | FINAL
            """;
    String goals =
        TARGET
            + """
            two_side_match_rate | BASELINE | %s | 0.7 | -
            two_side_match_rate | TARGET | 2028-03-31 | 1.0 | -
            """;
    String columns = "definition_version | actual_value";
    assertThat(progress(goals.formatted("2025-03-31"), figures, columns))
        .containsExactly("1 | 0.9");
    assertThat(progress(goals.formatted("2025-04-01"), figures, columns))
        .containsExactly("2 | 0.8");
  }

  @Test
  void judgesAPassedGoalByTheFigureOfItsDateAndNotByALaterOne() {
    assertThat(
            progress(
                TARGET
                    + """
                    scraping_share | BASELINE | 2024-09-30 | 0.8 | -
                    scraping_share | INTERIM | 2025-12-31 | 0.7 | -
                    """,
                shares("0.8", "0.75", "0.72", "0.6"),
                "goal_state | judged_end | judged_value | actual_end | actual_value"))
        .containsExactly("MISSED | 2025-09-30 | 0.72 | 2026-03-31 | 0.6");
  }

  @Test
  void doesNotJudgeBeforeTheDateIsMeasured() {
    assertThat(
            progress(
                TARGET + "scraping_share | INTERIM | 2026-05-31 | 0.6 | -",
                shares("0.8", "0.75", "0.72", "0.7"),
                "goal_state | judged_value | needs_explanation"))
        .containsExactly("NOT_MEASURED | - | false");
  }

  @Test
  void forecastsFromFourSettledPointsOn() {
    assertThat(
            progress(
                FALLING,
                shares("0.8", "0.7", "0.6", "0.5"),
                "goal_kind | forecast_state | forecast_on | forecast_method | forecast_confidence | forecast_points | forecast_window_start | forecast_window_end"))
        .containsExactly(
            "INTERIM | REACHED | - | - | - | 0 | - | -",
            "TARGET | FORECAST | 2027-09-30 | OLS | 0.8 | 4 | 2024-09-30 | 2026-03-31");
    assertThat(
            progress(
                FALLING,
                shares("0.8", "0.7", "0.65"),
                "goal_kind | forecast_state | forecast_on | forecast_points"))
        .containsExactly("INTERIM | TOO_FEW_POINTS | - | 3", "TARGET | TOO_FEW_POINTS | - | 3");
  }

  @Test
  void leavesPreliminaryFiguresOutOfTheTrend() {
    assertThat(
            progress(
                FALLING,
                shares("0.8", "0.7", "0.65")
                    + "scraping_share|1|g1|SURVEY|POINT|2026-03-31|2026-03-31|0.62|PRELIMINARY\n",
                "goal_kind | actual_value | actual_status | forecast_state | forecast_points"))
        .containsExactly(
            "INTERIM | 0.62 | PRELIMINARY | TOO_FEW_POINTS | 3",
            "TARGET | 0.62 | PRELIMINARY | TOO_FEW_POINTS | 3");
  }

  @Test
  void saysSoWhereThePaceLeadsAway() {
    assertThat(
            progress(
                FALLING,
                shares("0.7", "0.72", "0.74", "0.79"),
                "goal_kind | forecast_state | forecast_on | forecast_points"))
        .containsExactly("INTERIM | AWAY | - | 4", "TARGET | AWAY | - | 4");
  }

  @Test
  void joinsNoDefinitionVersionsOrGroups() {
    var figures = new StringBuilder(FIGURE);
    var day = LocalDate.of(2025, 10, 31);
    for (var group : List.of("1|g1", "1|g1", "1|g2", "1|g2", "2|g3", "2|g3")) {
      figures.append(
          "scraping_share|" + group + "|SURVEY|POINT|" + day + "|" + day + "|0.5|FINAL\n");
      day = day.plusMonths(1);
    }
    assertThat(
            progress(
                TARGET + "scraping_share | TARGET | 2028-03-31 | 0.2 | -",
                figures.toString(),
                "definition_version | comparability_group | forecast_state | forecast_points"))
        .containsExactly("1 | g1 | TOO_FEW_POINTS | 2", "1 | g2 | TOO_FEW_POINTS | 2");
  }

  @Test
  void hasARowForAGoalWithoutFigures() {
    assertThat(
            progress(
                TARGET + "scraping_share | TARGET | 2026-03-31 | 0.2 | -",
                FIGURE,
                "comparability_group | goal_state | forecast_state | forecast_points"))
        .containsExactly("- | NOT_MEASURED | NOT_MEASURED | -");
  }

  @Test
  void takesTheNewestBaselineBeforeTheGoal() {
    assertThat(
            progress(
                TARGET
                    + """
                    contract_rate | BASELINE | 2024-03-31 | 0.1 | -
                    contract_rate | BASELINE | 2025-03-31 | 0.2 | -
                    contract_rate | BASELINE | 2029-03-31 | 0.9 | -
                    contract_rate | TARGET | 2028-03-31 | 0.6 | -
                    """,
                FIGURE + "contract_rate|1|g|SURVEY|POINT|2026-03-31|2026-03-31|0.4|FINAL\n",
                "baseline_on | baseline_value | achievement"))
        .containsExactly("2025-03-31 | 0.2 | 0.5");
  }

  @Test
  void goesNoWayWhereNothingSaysWhichWay() {
    assertThat(
            progress(
                TARGET + "attended_share | TARGET | 2026-03-31 | 0.5 | -",
                FIGURE + "attended_share|1|g|GATEWAY_LOG|MONTH|2026-03-01|2026-03-31|0.4|FINAL\n",
                "goal_state | forecast_state"))
        .containsExactly("NO_DIRECTION | NO_DIRECTION");
  }
}
