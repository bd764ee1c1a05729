package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Accounts linked by scraping over all linked accounts. */
class ScrapingShareTest {
  @Test
  void countsCellsWhoseAgentStatesScraping() {
    var given =
        GivenKpi.of("scraping_share")
            .round("I1 I2", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | agent_accounts | scraping_accounts
                I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | 60 | 20
                I1 | A1 | CORPORATE | - | SIGNED | - | 20
                I2 | A1 | INDIVIDUAL | - | SIGNED | 1000 | -
                I2 | A1 | CORPORATE | SIGNED | - | - | -
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | numerator | denominator | value | value_low | value_high | n_respondents"))
        .containsExactly(
            "AGENT | - | 40 | 100 | 0.4 | - | - | 1",
            "ALL | - | 40 | 100 | 0.4 | - | - | 1",
            "ISSUER | I1 | 40 | 100 | 0.4 | - | - | 1",
            "ISSUER | I2 | - | - | - | - | - | 0");
  }

  @Test
  void isEmptyWhereNoAccountIsLinkedAtAll() {
    var given =
        GivenKpi.of("scraping_share")
            .round("I1", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | agent_contract_status | agent_accounts | scraping_accounts
                I1 | A1 | INDIVIDUAL | NONE | 0 | 0
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | counterparty_id | question_id | value
                A1 | I1 | B3_03 | 0
                """);
    assertThat(given.values("entity_level | denominator | value | value_state"))
        .containsExactly(
            "AGENT | 0 | - | NOT_APPLICABLE",
            "ALL | 0 | - | NOT_APPLICABLE",
            "ISSUER | 0 | - | NOT_APPLICABLE");
  }
}
