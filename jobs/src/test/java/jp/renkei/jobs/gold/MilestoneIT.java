package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Milestones: baseline for good, slip, due and in time. */
class MilestoneIT {
  @TempDir Path folder;

  @Test
  void takesTheBaselineOfTheFirstStatementForGood() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.milestone_revision",
                """
                milestone_id | revision | measure_id | title_ja | owner | baseline_start | baseline_end | forecast_end | actual_end | status | reason | stated_on
                M1 | 1 | P1 | 準備 | A社 | 2025-10-01 | 2026-01-31 | - | - | NOT_STARTED | - | 2025-10-01
                M1 | 2 | P1 | 準備 | B社 | 2025-12-01 | 2026-12-31 | 2026-03-02 | - | DELAYED | 遅延 | 2026-01-10
                M1 | 3 | P1 | 準備 | B社 | - | - | - | - | IN_PROGRESS | - | 2026-02-10
                """)
            .asOf("2026-02-28");
    assertThat(
            given.make(
                "gold.milestone",
                "baseline_start | baseline_end | forecast_end | owner | status | reason | revisions | stated_on | slip_days | is_due | is_on_time"))
        .containsExactly(
            "2025-10-01 | 2026-01-31 | 2026-03-02 | B社 | IN_PROGRESS | - | 2 | 2026-02-10 | 30 | true | false");
  }

  @Test
  void measuresSlipUpToTheEndOrTheLaterOfForecastAndAsOf() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.milestone_revision",
                """
                milestone_id | revision | measure_id | title_ja | owner | baseline_start | baseline_end | forecast_end | actual_end | status | reason | stated_on
                M1 | 1 | P1 | t | o | 2025-10-01 | 2026-01-31 | - | 2026-02-10 | DONE | - | 2025-10-01
                M2 | 1 | P1 | t | o | 2025-10-01 | 2026-01-31 | - | 2026-01-21 | DONE | - | 2025-10-01
                M3 | 1 | P1 | t | o | 2025-10-01 | 2026-01-31 | 2026-02-05 | - | DELAYED | - | 2025-10-01
                M4 | 1 | P1 | t | o | 2025-10-01 | 2026-01-31 | 2026-03-31 | - | DELAYED | - | 2025-10-01
                M5 | 1 | P1 | t | o | 2025-10-01 | 2026-01-31 | 2026-03-31 | - | CANCELLED | - | 2025-10-01
                M6 | 1 | P1 | t | o | 2025-10-01 | 2026-03-31 | 2026-05-31 | - | DELAYED | - | 2025-10-01
                M7 | 1 | P1 | t | o | 2025-10-01 | 2026-12-31 | - | 2026-02-01 | DONE | - | 2025-10-01
                M8 | 1 | P1 | t | o | 2025-10-01 | 2026-02-28 | - | - | IN_PROGRESS | - | 2025-10-01
                M9 | 1 | P1 | t | o | 2025-10-01 | 2026-01-31 | - | 2026-01-31 | DONE | - | 2025-10-01
                MX | 1 | P1 | t | o | 2025-10-01 | - | - | - | IN_PROGRESS | - | 2025-10-01
                """)
            .asOf("2026-02-28");
    assertThat(given.make("gold.milestone", "milestone_id | slip_days | is_due | is_on_time"))
        .containsExactly(
            "M1 | 10 | true | false",
            "M2 | -10 | true | true",
            "M3 | 28 | true | false",
            "M4 | 59 | true | false",
            "M5 | - | false | false",
            "M6 | - | false | false",
            "M7 | -333 | false | false",
            "M8 | 0 | true | false",
            "M9 | 0 | true | true",
            "MX | - | - | false");
  }
}
