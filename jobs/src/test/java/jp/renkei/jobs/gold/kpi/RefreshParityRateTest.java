package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cells refreshed by API at least as often as before. */
class RefreshParityRateTest {
  @Test
  void comparesHowOftenBeforeAndAfter() {
    var given =
        GivenKpi.of("refresh_parity_rate")
            .round("I1", "A1 A2 A3")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | api_refresh | refresh_before_api
                I1 | A1 | INDIVIDUAL | WEEKLY | WEEKLY
                I1 | A1 | CORPORATE | DAILY | MONTHLY
                I1 | A2 | INDIVIDUAL | FORTNIGHTLY | WEEKLY
                I1 | A2 | CORPORATE | ON_DEMAND | DAILY
                I1 | A3 | INDIVIDUAL | MONTHLY | ON_DEMAND
                I1 | A3 | CORPORATE | MONTHLY | -
                """);
    assertThat(given.values("entity_level | numerator | denominator | n_respondents"))
        .containsExactly("ALL | 2 | 3 | 2", "ISSUER | 2 | 3 | 2");
  }
}
