package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.silver.UserHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches and users by month. */
class FetchMonthIT {
  @TempDir Path folder;

  @Test
  void countsAUserOncePerClockHourOfASuccess() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.access",
                """
                event_at | access_date | issuer_id | agent_id | access_method | status | user_hash
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | A1 | API | 200 | u1
                2026-01-05T09:59:59+09:00 | 2026-01-05 | I1 | A1 | API | 204 | u1
                2026-01-05T10:00:00+09:00 | 2026-01-05 | I1 | A1 | API | 200 | u1
                2026-01-05T09:30:00+09:00 | 2026-01-05 | I1 | A1 | API | 200 | u2
                2026-01-06T09:30:00+09:00 | 2026-01-06 | I1 | A2 | API | 200 | u1
                2026-01-06T09:30:00+09:00 | 2026-01-06 | I1 | A2 | API | 300 | u3
                2026-01-06T09:30:00+09:00 | 2026-01-06 | I1 | A2 | API | 200 | -
                2026-01-06T09:30:00+09:00 | 2026-01-06 | I1 | A2 | SCRAPING | 200 | u4
                2026-02-01T00:10:00+09:00 | 2026-02-01 | I1 | A1 | API | 200 | u1
                """);
    given.run(step -> step.writes().contains(UserHours.TABLE));
    assertThat(given.make("gold.fetch_month", "month | issuer_id | agent_id | fetches | users"))
        .containsExactly(
            "2026-01-01 | I1 | A1 | 3 | 2",
            "2026-01-01 | I1 | A2 | 1 | 1",
            "2026-02-01 | I1 | A1 | 1 | 1");
  }

  @Test
  void countsAnIssuersUsersOnceOverItsAgents() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.access",
                """
                event_at | access_date | issuer_id | agent_id | access_method | status | user_hash
                2026-01-05T09:00:00+09:00 | 2026-01-05 | I1 | A1 | API | 200 | u1
                2026-01-05T09:59:59+09:00 | 2026-01-05 | I1 | A1 | API | 204 | u1
                2026-01-05T10:00:00+09:00 | 2026-01-05 | I1 | A1 | API | 200 | u1
                2026-01-05T09:30:00+09:00 | 2026-01-05 | I1 | A1 | API | 200 | u2
                2026-01-06T09:30:00+09:00 | 2026-01-06 | I1 | A2 | API | 200 | u1
                2026-01-06T09:30:00+09:00 | 2026-01-06 | I1 | A2 | API | 300 | u3
                2026-01-06T09:30:00+09:00 | 2026-01-06 | I1 | A2 | API | 200 | -
                2026-01-06T09:30:00+09:00 | 2026-01-06 | I1 | A2 | SCRAPING | 200 | u4
                2026-02-01T00:10:00+09:00 | 2026-02-01 | I1 | A1 | API | 200 | u1
                """);
    given.run(step -> step.writes().contains(UserHours.TABLE));
    assertThat(given.make("gold.issuer_month_users", "month | issuer_id | users"))
        .containsExactly("2026-01-01 | I1 | 2", "2026-02-01 | I1 | 1");
  }
}
