package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** API calls within the threshold over those with a latency. */
class ApiWithinThresholdRateTest {
  @Test
  void countsCallsUpTo1500Milliseconds() {
    var given =
        GivenKpi.of("api_within_threshold_rate")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | lat_le_1 | lat_le_2 | lat_le_5 | lat_le_10 | lat_le_20 | lat_le_50 | lat_le_100 | lat_le_200 | lat_le_300 | lat_le_500 | lat_le_700 | lat_le_1000 | lat_le_1500 | lat_le_2000 | lat_le_3000 | lat_le_5000 | lat_le_10000 | lat_le_30000 | lat_gt_30000
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 3 | 1 | 1 | 1 | 1 | 0 | 1
                2026-01-05 | 2026-01-01 | I1 | A1 | api | UNKNOWN | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9 | 9
                """);
    assertThat(given.values("entity_level | numerator | denominator | value"))
        .containsExactly("ALL | 15 | 20 | 0.75", "ISSUER | 15 | 20 | 0.75");
  }
}
