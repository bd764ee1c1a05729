package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Accounts as agents state them, by access method and never added over it. */
class LinkedAccountCountTest {
  @Test
  void givesApiAndScrapingAccountsApart() {
    var given =
        GivenKpi.of("linked_account_count")
            .round("I1 I2", "A1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | issuer_accounts | agent_accounts | scraping_accounts
                I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | 999 | 40 | 10
                I1 | A1 | CORPORATE | - | NONE | - | 0 | 5
                I2 | A1 | INDIVIDUAL | - | SIGNED | - | - | 7
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | agent_id | slice | slice_value | numerator | value | value_low | value_high | n_respondents"))
        .containsExactly(
            "AGENT | - | A1 | access_method | API | 40 | 40.0 | 40.0 | - | 1",
            "AGENT | - | A1 | access_method | SCRAPING | 22 | 22.0 | 22.0 | - | 1",
            "ALL | - | - | access_method | API | 40 | 40.0 | 40.0 | - | 1",
            "ALL | - | - | access_method | SCRAPING | 22 | 22.0 | 22.0 | - | 1",
            "ISSUER | I1 | - | access_method | API | 40 | 40.0 | 40.0 | - | 1",
            "ISSUER | I1 | - | access_method | SCRAPING | 15 | 15.0 | 15.0 | - | 1",
            "ISSUER | I2 | - | access_method | API | - | - | - | - | 0",
            "ISSUER | I2 | - | access_method | SCRAPING | 7 | 7.0 | 7.0 | - | 1",
            "PAIR | I1 | A1 | access_method | API | 40 | 40.0 | 40.0 | - | 1",
            "PAIR | I1 | A1 | access_method | SCRAPING | 15 | 15.0 | 15.0 | - | 1",
            "PAIR | I2 | A1 | access_method | API | - | - | - | - | 0",
            "PAIR | I2 | A1 | access_method | SCRAPING | 7 | 7.0 | 7.0 | - | 1");
  }

  @Test
  void knowsOfEveryPairWhetherItWasAnswered() {
    var given =
        GivenKpi.of("linked_account_count")
            .round("I1", "A1 A2")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | agent_accounts | scraping_accounts
                I1 | A1 | INDIVIDUAL | - | SIGNED | 40 | 3
                I1 | A2 | INDIVIDUAL | SIGNED | - | - | -
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | counterparty_id | question_id | value
                A1 | I1 | B3_02 | 40
                A1 | I1 | B3_03 | 3
                A2 | I9 | B3_02 | 1
                """);
    assertThat(given.values("entity_level | agent_id | slice_value | value | value_state"))
        .containsExactly(
            "AGENT | A1 | API | 40.0 | REPORTED",
            "AGENT | A1 | SCRAPING | 3.0 | REPORTED",
            "AGENT | A2 | API | - | NOT_APPLICABLE",
            "AGENT | A2 | SCRAPING | - | NOT_APPLICABLE",
            "ALL | - | API | 40.0 | REPORTED",
            "ALL | - | SCRAPING | 3.0 | REPORTED",
            "ISSUER | - | API | 40.0 | REPORTED",
            "ISSUER | - | SCRAPING | 3.0 | REPORTED",
            "PAIR | A1 | API | 40.0 | REPORTED",
            "PAIR | A1 | SCRAPING | 3.0 | REPORTED",
            "PAIR | A2 | API | - | NOT_ANSWERED",
            "PAIR | A2 | SCRAPING | - | NOT_ANSWERED");
  }

  @Test
  void countsScrapingAccountsWhoseContractStatusIsBlank() {
    var given =
        GivenKpi.of("linked_account_count")
            .round("I1", "A1")
            .rows("silver.issuer", "issuer_id\nI1")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | agent_contract_status | agent_accounts | scraping_accounts
                I1 | A1 | CORPORATE | NONE | 0 | 5
                """)
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | counterparty_id | segment | question_id | value
                agent_survey | A1 | I1 | CORPORATE | B3_01 | NONE
                agent_survey | A1 | I1 | CORPORATE | B3_03 | 5
                agent_survey | A1 | I1 | INDIVIDUAL | B3_03 | 8
                agent_survey | A1 | I7 | INDIVIDUAL | B3_03 | 100
                agent_survey | A9 | I1 | INDIVIDUAL | B3_03 | 100
                """);
    assertThat(given.values("entity_level | slice_value | value | n_respondents"))
        .filteredOn(line -> line.contains("SCRAPING"))
        .containsExactly(
            "AGENT | SCRAPING | 13.0 | 1",
            "ALL | SCRAPING | 13.0 | 1",
            "ISSUER | SCRAPING | 13.0 | 1",
            "PAIR | SCRAPING | 13.0 | 1");
  }
}
