package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What API linkage costs, by size and status (table 3). */
class AdoptionCostIT {
  @TempDir Path folder;
  private GivenWarehouse given;

  @BeforeEach
  void issuersAndTheirCosts() {
    given =
        new GivenWarehouse(folder)
            .rows(
                "gold.issuer_adoption",
                """
                issuer_id | adoption_status | size_band
                I1 | LIVE | TO_1M
                I2 | LIVE | TO_10M
                I3 | PLANNED | TO_1M
                I4 | SILENT | TO_1M
                I5 | LIVE | TO_1M
                """)
            .rows(
                "gold.response_status",
                """
                side | respondent_id | state
                ISSUER | I1 | ACCEPTED
                ISSUER | I2 | LATE
                ISSUER | I3 | ACCEPTED
                ISSUER | I4 | NOT_SUBMITTED
                ISSUER | I5 | ACCEPTED
                """)
            .rows(
                "gold.cost_band",
                """
                cost_band | lowest_yen | highest_yen
                1M_10M | 1000000 | 9999999
                OVER_100M | 100000000 | -
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | question_id | value | value_state
                I1 | A12_02 | 1M_10M | REPORTED
                I2 | A12_02 | OVER_100M | REPORTED
                I3 | A12_02 | - | WITHHELD
                I5 | A12_02 | 1M_10M | REPORTED
                """);
  }

  @Test
  void countsIssuersThatAnsweredByCostBandSizeAndStatus() {
    assertThat(
            given.make(
                "gold.adoption_cost",
                "question_id | size_band | adoption_status | cost_band | value_state | issuers"))
        .containsExactly(
            "A12_01 | TO_10M | LIVE | - | NOT_ANSWERED | 1",
            "A12_01 | TO_1M | LIVE | - | NOT_ANSWERED | 2",
            "A12_01 | TO_1M | PLANNED | - | NOT_ANSWERED | 1",
            "A12_02 | TO_10M | LIVE | OVER_100M | REPORTED | 1",
            "A12_02 | TO_1M | LIVE | 1M_10M | REPORTED | 2",
            "A12_02 | TO_1M | PLANNED | - | WITHHELD | 1");
  }

  @Test
  void dividesBothEndsOfTheCostByTheAccountsAndHasNoUpperEndOnceABandHasNone() {
    given.rows(
        "gold.linkage_cell",
        """
        issuer_id | agent_id | issuer_contract_status | issuer_accounts
        I1 | A1 | SIGNED | 300
        I1 | A2 | NONE | 0
        I1 | A3 | - | -
        I2 | A1 | SIGNED | 1000
        I3 | A1 | SIGNED | 50
        I5 | A1 | SIGNED | 100
        I5 | A2 | SIGNED | -
        """);
    assertThat(
            given.make(
                "gold.cost_per_account",
                "question_id | slice | slice_value | issuers | accounts | lowest_yen | highest_yen"
                    + " | lowest_yen_per_account | highest_yen_per_account"))
        .containsExactly(
            "A12_02 | - | - | 2 | 1300 | 101000000 | - | 77692.30769230769 | -",
            "A12_02 | adoption_status | LIVE | 2 | 1300 | 101000000 | - | 77692.30769230769 | -",
            "A12_02 | size_band | TO_10M | 1 | 1000 | 100000000 | - | 100000.0 | -",
            "A12_02 | size_band | TO_1M | 1 | 300 | 1000000 | 9999999 | 3333.3333333333335 | 33333.33");
  }
}
