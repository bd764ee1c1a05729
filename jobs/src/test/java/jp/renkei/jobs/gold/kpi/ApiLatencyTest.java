package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Latency quantiles as upper edges of buckets. */
class ApiLatencyTest {
  @Test
  void readsTheUpperEdgeOfTheFirstBucketThatReachesTheRank() {
    String days =
        """
                access_date | month | issuer_id | agent_id | front | access_method | lat_le_1 | lat_le_2 | lat_le_5 | lat_le_10 | lat_le_20 | lat_le_50 | lat_le_100 | lat_le_200 | lat_le_300 | lat_le_500 | lat_le_700 | lat_le_1000 | lat_le_1500 | lat_le_2000 | lat_le_3000 | lat_le_5000 | lat_le_10000 | lat_le_30000 | lat_gt_30000
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | 0 | 0 | 0 | 0 | 10 | 0 | 0 | 9 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0
                2026-01-05 | 2026-01-01 | I1 | A1 | api | UNKNOWN | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 99 | 0
        """;
    String columns = "entity_level | denominator | value | value_low | value_high | n_respondents";
    // The 10th of 20 calls is the last of its bucket, the 19th the last of the next.
    assertThat(GivenKpi.of("api_latency_p50_ms").rows("gold.access_daily", days).values(columns))
        .contains("ALL | 20 | 20.0 | 10.0 | 20.0 | 1", "ISSUER | 20 | 20.0 | 10.0 | 20.0 | 1");
    assertThat(GivenKpi.of("api_latency_p95_ms").rows("gold.access_daily", days).values(columns))
        .contains("ALL | 20 | 200.0 | 100.0 | 200.0 | 1", "PAIR | 20 | 200.0 | 100.0 | 200.0 | 1");
    assertThat(GivenKpi.of("api_latency_p99_ms").rows("gold.access_daily", days).values(columns))
        .contains("ALL | 20 | 1000.0 | 700.0 | 1000.0 | 1");
  }

  @Test
  void addsHistogramsUpAndNotQuantiles() {
    var given =
        GivenKpi.of("api_latency_p95_ms")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | lat_le_1 | lat_le_2 | lat_le_5 | lat_le_10 | lat_le_20 | lat_le_50 | lat_le_100 | lat_le_200 | lat_le_300 | lat_le_500 | lat_le_700 | lat_le_1000 | lat_le_1500 | lat_le_2000 | lat_le_3000 | lat_le_5000 | lat_le_10000 | lat_le_30000 | lat_gt_30000
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | 99 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
                2026-02-05 | 2026-02-01 | I2 | A1 | api | API | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0
                2026-03-05 | 2026-03-01 | I1 | A1 | api | API | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
                """);
    assertThat(given.values("entity_level | issuer_id | period_type | value"))
        .contains(
            "ALL | - | QUARTER_FY | 1.0",
            "ALL | - | MONTH | 5000.0",
            "ISSUER | I2 | MONTH | 5000.0");
  }

  @Test
  void knowsOnlyALowerBoundBeyondTheLastEdge() {
    var given =
        GivenKpi.of("api_latency_p99_ms")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | lat_le_1 | lat_le_2 | lat_le_5 | lat_le_10 | lat_le_20 | lat_le_50 | lat_le_100 | lat_le_200 | lat_le_300 | lat_le_500 | lat_le_700 | lat_le_1000 | lat_le_1500 | lat_le_2000 | lat_le_3000 | lat_le_5000 | lat_le_10000 | lat_le_30000 | lat_gt_30000
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | 9 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 1
                """);
    assertThat(given.values("entity_level | value | value_low | value_high | value_state"))
        .contains("ALL | - | 30000.0 | - | UNKNOWN");
  }

  @Test
  void isEmptyWithoutALatency() {
    var given =
        GivenKpi.of("api_latency_p50_ms")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | lat_le_1 | lat_le_2 | lat_le_5 | lat_le_10 | lat_le_20 | lat_le_50 | lat_le_100 | lat_le_200 | lat_le_300 | lat_le_500 | lat_le_700 | lat_le_1000 | lat_le_1500 | lat_le_2000 | lat_le_3000 | lat_le_5000 | lat_le_10000 | lat_le_30000 | lat_gt_30000
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
                """);
    assertThat(given.values("entity_level | denominator | value | value_low | value_state"))
        .contains("ALL | 0 | - | - | NOT_APPLICABLE");
  }
}
