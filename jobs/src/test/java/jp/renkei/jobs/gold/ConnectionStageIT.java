package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far requests have come (table 5). */
class ConnectionStageIT {
  @TempDir Path folder;

  @Test
  void putsEveryRequestAtOneStageAndCountsWhoReachedEach() {
    var given =
        new GivenWarehouse(folder)
            .rows("silver.survey_round", "reference_date\n2026-03-31")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | contract_status | is_asked | is_signed_disputed | connected | scraping_accounts
                I1 | A1 | SIGNED | true | false | true | 0
                I1 | A2 | SIGNED | true | false | true | 40
                I2 | A2 | SIGNED | true | false | true | -
                I2 | A3 | SIGNED | true | false | false | 0
                I3 | A1 | NEGOTIATING | true | false | false | 5
                I3 | A2 | REQUESTED | true | false | false | -
                I3 | A3 | DECLINED | true | false | false | -
                I4 | A1 | - | false | true | false | -
                I4 | A2 | - | true | false | false | -
                I4 | A3 | NONE | false | false | false | 9
                """);
    assertThat(
            given.make(
                "gold.connection_stage",
                "position | stage | cells | cells_reached | issuers | agents"))
        .containsExactly(
            "1 | REQUESTED | 1 | 9 | 1 | 1",
            "2 | NEGOTIATING | 1 | 5 | 1 | 1",
            "3 | SIGNED | 1 | 4 | 1 | 1",
            "4 | CONNECTED | 2 | 3 | 2 | 1",
            "5 | SCRAPING_ENDED | 1 | 1 | 1 | 1",
            "6 | DECLINED | 1 | - | 1 | 1",
            "7 | WITHDRAWN | 0 | - | 0 | 0",
            "8 | DISPUTED | 2 | - | 1 | 2");
  }
}
