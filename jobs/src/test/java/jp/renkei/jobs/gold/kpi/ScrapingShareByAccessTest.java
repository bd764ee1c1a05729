package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scraping accesses over API and scraping accesses on declared routes. */
class ScrapingShareByAccessTest {
  @Test
  void countsDeclaredRoutesAndBoundsTheUnknown() {
    var given =
        GivenKpi.of("scraping_share_by_access")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | web | SCRAPING | login | 2xx | UNKNOWN | 20
                2026-01-05 | 2026-01-01 | I1 | A1 | web | SCRAPING | OTHER | 2xx | UNKNOWN | 500
                2026-01-05 | 2026-01-01 | I1 | - | web | UNKNOWN | statement | 2xx | UNKNOWN | 40
                2026-01-05 | 2026-01-01 | I1 | - | web | UNKNOWN | OTHER | 2xx | UNKNOWN | 500
                2026-01-05 | 2026-01-01 | I1 | - | web | DIRECT | login | 2xx | UNKNOWN | 500
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | STATEMENT_DETAIL | 2xx | UNKNOWN | 60
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | OTHER | 2xx | UNKNOWN | 500
                2026-01-05 | 2026-01-01 | I1 | - | api | UNKNOWN | STATEMENT_DETAIL | 2xx | UNKNOWN | 120
                2026-01-05 | 2026-01-01 | I2 | - | web | SCRAPING | login | 2xx | UNKNOWN | 500
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | numerator | denominator | value | value_low | value_high | n_respondents"))
        .containsExactly(
            "ALL | - | 20 | 80 | 0.25 | 0.1 | 0.5 | 1",
            "ISSUER | I1 | 20 | 80 | 0.25 | 0.1 | 0.5 | 1",
            "ISSUER | I2 | - | - | - | - | - | 0");
  }
}
