package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One status per issuer, and how it moved since the round before (table 1). */
class IssuerAdoptionIT {
  @TempDir Path folder;

  @Test
  void takesTheFurthestLineAndKnowsNothingOfAnIssuerWithAnUnreportedOne() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "gold.response_status",
                """
                side | respondent_id | is_in_frame | state | size_band | is_association_member
                ISSUER | I1 | true | ACCEPTED | TO_1M | true
                ISSUER | I2 | true | ACCEPTED | UNKNOWN | false
                ISSUER | I3 | true | LATE | UNKNOWN | -
                ISSUER | I4 | true | REFUSED | UNKNOWN | -
                ISSUER | I5 | true | ACCEPTED | UNKNOWN | -
                ISSUER | I6 | true | ACCEPTED | UNKNOWN | -
                ISSUER | I9 | false | ACCEPTED | UNKNOWN | -
                AGENT | A1 | true | ACCEPTED | - | -
                """)
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status
                I1 | L1 | LIVE
                I1 | L2 | -
                I2 | L3 | PLANNED
                I2 | L4 | -
                I3 | L5 | NOT_PLANNED
                I3 | L6 | UNDER_STUDY
                I4 | L7 | -
                I5 | - | -
                I6 | L8 | DISCONTINUED
                """);
    assertThat(
            given.make(
                "gold.issuer_adoption",
                "issuer_id | adoption_status | size_band | is_association_member"))
        .containsExactly(
            "I1 | LIVE | TO_1M | true",
            "I2 | UNKNOWN | UNKNOWN | false",
            "I3 | UNDER_STUDY | UNKNOWN | -",
            "I4 | SILENT | UNKNOWN | -",
            "I5 | UNKNOWN | UNKNOWN | -",
            "I6 | DISCONTINUED | UNKNOWN | -");
  }

  @Test
  void movesFromTheRoundBeforeByReferenceDateAndCountsTheChosenOnesApart() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.survey_round",
                """
                round_id | reference_date
                R9 | 2025-09-30
                R1 | 2026-03-31
                """)
            .rows(
                "silver.chosen_issuer",
                """
                round_id | label_ja | issuer_id
                R1 | 大手3社 | I1
                R1 | 大手3社 | I2
                R1 | 大手3社 | I8
                """)
            .rows(
                "gold.issuer_adoption",
                """
                round_id | issuer_id | adoption_status
                R9 | I1 | PLANNED
                R9 | I2 | PLANNED
                R9 | I3 | SILENT
                R1 | I1 | LIVE
                R1 | I2 | LIVE
                R1 | I4 | UNKNOWN
                """);
    assertThat(
            given.make(
                "gold.adoption_transition",
                "round_id | previous_round_id | issuer_group | from_status | to_status | issuers"))
        .containsExactly(
            "R1 | R9 | - | NOT_IN_FRAME | UNKNOWN | 1",
            "R1 | R9 | - | PLANNED | LIVE | 2",
            "R1 | R9 | - | SILENT | NOT_IN_FRAME | 1",
            "R1 | R9 | 大手3社 | NOT_IN_FRAME | NOT_IN_FRAME | 1",
            "R1 | R9 | 大手3社 | PLANNED | LIVE | 2",
            "R9 | - | - | - | PLANNED | 2",
            "R9 | - | - | - | SILENT | 1");
  }
}
