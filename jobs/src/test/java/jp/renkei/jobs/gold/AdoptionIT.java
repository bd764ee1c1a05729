package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adoption: a row per line of the frame, and one for an issuer without any. */
class AdoptionIT {
  @TempDir Path folder;

  @Test
  void hasALineForEachProductLineOfTheFrame() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "silver.survey_round",
                """
                reference_date | due_date | grace_days | frame_id
                2026-03-31 | 2026-04-30 | 14 | F1
                """)
            .rows(
                "gold.response_status",
                """
                side | respondent_id | is_in_frame | frame_cards | publication_consent
                ISSUER | I1 | true | 100 | NAMED
                ISSUER | I2 | true | - | -
                ISSUER | I9 | false | - | -
                AGENT | A1 | true | - | -
                """)
            .rows(
                "silver.product_line",
                """
                product_line_id | issuer_id | segment | valid_from | valid_to
                L1 | I1 | INDIVIDUAL | - | -
                L2 | I1 | CORPORATE | 2026-03-31 | 2026-03-31
                L3 | I1 | CORPORATE | 2026-04-01 | -
                L4 | I1 | CORPORATE | - | 2026-03-30
                L9 | I9 | CORPORATE | - | -
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | product_line_id | question_id | value | value_state
                I1 | L1 | A2_01 | LIVE | REPORTED
                I1 | L1 | A2_02 | 2025-10-01 | REPORTED
                I1 | L1 | A1_01 | 500 | REPORTED
                I1 | L1 | A5_01 | amount¦due_on¦not_an_item | REPORTED
                I1 | L2 | A2_01 | PLANNED | REPORTED
                I1 | L2 | A2_03 | 2027-04-01 | REPORTED
                I1 | L2 | A1_01 | - | NOT_ANSWERED
                I1 | - | A3_04 | YES | REPORTED
                I9 | L9 | A2_01 | LIVE | REPORTED
                """);
    assertThat(
            given.make(
                "gold.adoption",
                "issuer_id | product_line_id | segment | adoption_status | live_since | planned_on | cards | items_offered | items_catalogue | frame_cards | is_declared_non_connection | publication_consent"))
        .containsExactly(
            "I1 | L1 | INDIVIDUAL | LIVE | 2025-10-01 | - | 500 | 2 | 18 | 100 | true | NAMED",
            "I1 | L2 | CORPORATE | PLANNED | - | 2027-04-01 | - | - | 18 | 100 | true | NAMED",
            "I2 | - | - | - | - | - | - | - | 18 | - | false | -");
  }
}
