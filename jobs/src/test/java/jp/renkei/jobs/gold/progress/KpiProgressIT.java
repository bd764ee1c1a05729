package jp.renkei.jobs.gold.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step that makes gold.kpi_progress, over tables as a run leaves them. */
class KpiProgressIT {
  private static final String COLUMNS =
      "kpi_id | comparability_group | goal_kind | actual_value | achievement | goal_state |"
          + " explanation_reason | forecast_state | forecast_on | forecast_earliest |"
          + " forecast_latest | as_of";

  @TempDir Path folder;

  /** Half the way is gone by a twentieth a round; companies, slices and quarters are no points. */
  @Test
  void takesTheFiguresOfTheWholeIndustryAlone() {
    var given =
        new GivenWarehouse(folder)
            .asOf("2026-06-01")
            .rows(
                "silver.kpi_target",
                """
                kpi_id | kind | target_on | value | explanation
                scraping_share | BASELINE | 2025-06-30 | 0.6 | -
                scraping_share | INTERIM | 2026-03-31 | 0.4 | 制度の施行が遅れたため
                scraping_share | TARGET | 2028-03-31 | 0.4 | -
                contract_rate | TARGET | 2028-03-31 | 0.8 | -
                """)
            .rows(
                "gold.kpi_value",
                """
                kpi_id | definition_version | entity_level | issuer_id | slice | slice_value | comparability_group | basis | issuer_basis | period_type | period_start | period_end | value | status
                scraping_share | 1 | ALL | - | - | - | g | SURVEY | THEN | POINT | 2025-09-02 | 2025-09-02 | 0.65 | FINAL
                scraping_share | 1 | ALL | - | - | - | g | SURVEY | THEN | POINT | 2025-11-11 | 2025-11-11 | 0.6 | FINAL
                scraping_share | 1 | ALL | - | - | - | g | SURVEY | THEN | POINT | 2026-01-20 | 2026-01-20 | 0.55 | REVISED
                scraping_share | 1 | ALL | - | - | - | g | SURVEY | THEN | POINT | 2026-03-31 | 2026-03-31 | 0.5 | FINAL
                scraping_share | 1 | ALL | - | - | - | g | SURVEY | TODAY | POINT | 2026-03-31 | 2026-03-31 | 0.1 | FINAL
                scraping_share | 1 | ALL | - | - | - | g | SURVEY | THEN | FY | 2025-04-01 | 2026-05-31 | 0.1 | FINAL
                scraping_share | 1 | ALL | - | segment | CREDIT | g | SURVEY | THEN | POINT | 2026-05-31 | 2026-05-31 | 0.1 | FINAL
                scraping_share | 1 | ISSUER | I1 | - | - | g | SURVEY | THEN | POINT | 2026-05-31 | 2026-05-31 | 0.1 | FINAL
                scraping_share | 1 | ALL | - | - | - | g | SURVEY | THEN | POINT | 2026-05-31 | 2026-05-31 | - | PRELIMINARY
                """);
    // 0.05 in 70 days: the last tenth takes another 140.
    assertThat(given.make("gold.kpi_progress", COLUMNS))
        .containsExactly(
            "contract_rate | - | TARGET | - | - | PENDING | - | NOT_MEASURED | - | - | - | 2026-06-01",
            "scraping_share | g | INTERIM | 0.5 | 0.5 | MISSED | MISSED | FORECAST | 2026-08-18 | 2026-08-18 | 2026-08-18 | 2026-06-01",
            "scraping_share | g | TARGET | 0.5 | 0.5 | PENDING | - | FORECAST | 2026-08-18 | 2026-08-18 | 2026-08-18 | 2026-06-01");
  }
}
