package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scraping logins over fetches of issuers with both logs. */
class ScrapingShareByFetchTest {
  @Test
  void setsScrapingLoginsAgainstApiFetches() {
    var given =
        GivenKpi.of("scraping_share_by_fetch")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | A1 | web | SCRAPING | login | 2xx | UNKNOWN | 30
                2026-01-05 | 2026-01-01 | I1 | A1 | web | SCRAPING | statement | 2xx | UNKNOWN | 500
                2026-01-05 | 2026-01-01 | I1 | - | web | DIRECT | login | 2xx | UNKNOWN | 500
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | STATEMENT_DETAIL | 2xx | UNKNOWN | 999
                2026-01-05 | 2026-01-01 | I2 | A1 | api | API | STATEMENT_DETAIL | 2xx | UNKNOWN | 999
                """)
            .rows(
                "gold.fetch_month",
                """
                month | issuer_id | agent_id | fetches | users
                2026-01-01 | I1 | A1 | 60 | 5
                2026-01-01 | I1 | A2 | 10 | 5
                2026-01-01 | I2 | A1 | 800 | 5
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | numerator | denominator | value | n_respondents"))
        .containsExactly(
            "ALL | - | 30 | 100 | 0.3 | 1",
            "ISSUER | I1 | 30 | 100 | 0.3 | 1",
            "ISSUER | I2 | - | - | - | 0");
  }

  @Test
  void counts0WhereNobodyScrapes() {
    var given =
        GivenKpi.of("scraping_share_by_fetch")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | - | web | DIRECT | login | 2xx | UNKNOWN | 1
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 4xx | UNKNOWN | 1
                """)
            .rows(
                "gold.fetch_month",
                """
                month | issuer_id | agent_id | fetches | users
                2026-01-01 | I1 | A1 | 10 | 5
                """);
    assertThat(given.values("entity_level | numerator | denominator | value"))
        .containsExactly("ALL | 0 | 10 | 0.0", "ISSUER | 0 | 10 | 0.0");
  }

  @Test
  void isEmptyWhereNothingWasFetched() {
    var given =
        GivenKpi.of("scraping_share_by_fetch")
            .rows(
                "gold.access_daily",
                """
                access_date | month | issuer_id | agent_id | front | access_method | route_kind | status_class | attended | accesses
                2026-01-05 | 2026-01-01 | I1 | - | web | DIRECT | login | 2xx | UNKNOWN | 1
                2026-01-05 | 2026-01-01 | I1 | A1 | api | API | LOGIN | 4xx | UNKNOWN | 1
                """);
    assertThat(given.values("entity_level | denominator | value | value_state"))
        .containsExactly("ALL | 0 | - | NOT_APPLICABLE", "ISSUER | 0 | - | NOT_APPLICABLE");
  }
}
