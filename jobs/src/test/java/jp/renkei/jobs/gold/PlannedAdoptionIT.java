package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many issuers and cards will be live by when (table 2). */
class PlannedAdoptionIT {
  @TempDir Path folder;

  @Test
  void addsUpFiscalYearsWithoutAGapAndLeavesOverduePlansApart() {
    var given =
        new GivenWarehouse(folder)
            .rows("silver.survey_round", "reference_date\n2026-03-31")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status | planned_on | cards
                I1 | L1 | LIVE | - | 100
                I1 | L2 | PLANNED | 2027-04-01 | 50
                I2 | L3 | PLANNED | 2027-03-31 | -
                I2 | L4 | PLANNED | 2028-04-01 | 7
                I3 | L5 | PLANNED | 2026-03-31 | 30
                I4 | L6 | NOT_PLANNED | - | 11
                I5 | L7 | - | - | 13
                """);
    assertThat(
            given.make(
                "gold.planned_adoption",
                "step | fiscal_year | issuers | cards | cumulative_issuers | cumulative_cards"
                    + " | issuers_in_frame | issuers_known | cards_known"))
        .containsExactly(
            "LIVE | - | 1 | 100 | 1 | 100 | 5 | 4 | 198",
            "OVERDUE | - | 1 | 30 | - | - | 5 | 4 | 198",
            "PLANNED | 2025 | 0 | 0 | 1 | 100 | 5 | 4 | 198",
            "PLANNED | 2026 | 1 | 0 | 2 | 100 | 5 | 4 | 198",
            "PLANNED | 2027 | 0 | 50 | 2 | 150 | 5 | 4 | 198",
            "PLANNED | 2028 | 0 | 7 | 2 | 157 | 5 | 4 | 198");
  }
}
