package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.gateway.format.AccessLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Daily accesses: status classes, attendance, latency buckets. */
class AccessDailyIT {
  @TempDir Path folder;

  @Test
  void sortsStatusesIntoClasses() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.access",
                """
                event_at | access_date | issuer_id | front | agent_id | access_method | rule_id | route_kind | status | latency_ms | bytes_out | is_attended
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 204 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 301 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 404 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 429 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 499 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 500 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 599 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 100 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 0 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | - | - | - | -
                """);
    assertThat(given.make("gold.access_daily", "status_class | accesses"))
        .containsExactly(
            "1xx | 1",
            "2xx | 2",
            "3xx | 1",
            "429 | 1",
            "499 | 1",
            "4xx | 1",
            "5xx | 2",
            "NONE | 2");
  }

  @Test
  void addsADaysLinesUpByAllThatTellsThemApart() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.access",
                """
                event_at | access_date | issuer_id | front | agent_id | access_method | rule_id | route_kind | status | latency_ms | bytes_out | is_attended
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | - | 10 | true
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | - | 5 | true
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | - | - | false
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | - | - | -
                2026-02-01T09:00:00+09:00 | 2026-02-01 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | - | - | -
                """);
    assertThat(
            given.make(
                "gold.access_daily",
                "access_date | month | issuer_id | front | agent_id | access_method | rule_id | route_kind | attended | accesses | bytes_out"))
        .containsExactly(
            "2026-01-05 | 2026-01-01 | I1 | api | A1 | API | r | STATEMENT_DETAIL | NO | 1 | 0",
            "2026-01-05 | 2026-01-01 | I1 | api | A1 | API | r | STATEMENT_DETAIL | UNKNOWN | 1 | 0",
            "2026-01-05 | 2026-01-01 | I1 | api | A1 | API | r | STATEMENT_DETAIL | YES | 2 | 15",
            "2026-02-01 | 2026-02-01 | I1 | api | A1 | API | r | STATEMENT_DETAIL | UNKNOWN | 1 | 0");
  }

  @Test
  void sumsUpMillionsOfTheLargestAnswers() {
    int rows = 2_000;
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.access",
                "event_at | access_date | issuer_id | front | agent_id | access_method | rule_id | route_kind | status | bytes_out\n"
                    + "2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | OTHER | 200 | %d\n"
                        .formatted(AccessLine.LARGEST_BYTES_OUT)
                        .repeat(rows));
    assertThat(given.make("gold.access_daily", "accesses | bytes_out"))
        .containsExactly(rows + " | " + rows * AccessLine.LARGEST_BYTES_OUT);
    assertThat(Math.multiplyExact(8_000_000L, AccessLine.LARGEST_BYTES_OUT)).isPositive();
  }

  @Test
  void putsALatencyOnAnEdgeIntoTheLowerBucket() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.access",
                """
                event_at | access_date | issuer_id | front | agent_id | access_method | rule_id | route_kind | status | latency_ms | bytes_out | is_attended
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 0.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | - | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 1.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 1.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 2.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 2.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 5.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 5.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 10.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 10.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 20.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 20.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 50.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 50.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 100.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 100.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 200.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 200.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 300.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 300.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 500.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 500.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 700.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 700.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 1000.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 1000.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 1500.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 1500.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 2000.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 2000.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 3000.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 3000.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 5000.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 5000.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 10000.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 10000.001 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 30000.0 | - | -
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | 30000.001 | - | -
                """);
    assertThat(
            given.make(
                "gold.access_daily",
                "accesses|lat_le_1|lat_le_2|lat_le_5|lat_le_10|lat_le_20|lat_le_50|lat_le_100|lat_le_200|lat_le_300|lat_le_500|lat_le_700|lat_le_1000|lat_le_1500|lat_le_2000|lat_le_3000|lat_le_5000|lat_le_10000|lat_le_30000|lat_gt_30000"))
        .containsExactly(
            "38 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 2 | 1");
  }

  @Test
  void leavesALineWithoutALatencyOutOfEveryBucket() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.access",
                """
                event_at | access_date | issuer_id | front | agent_id | access_method | rule_id | route_kind | status | latency_ms | bytes_out | is_attended
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | api | A1 | API | r | STATEMENT_DETAIL | 200 | - | - | -
                """);
    assertThat(given.make("gold.access_daily", "accesses | lat_le_1 | lat_gt_30000"))
        .containsExactly("1 | 0 | 0");
  }
}
