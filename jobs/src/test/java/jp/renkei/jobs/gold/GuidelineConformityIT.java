package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conformity to the guideline, part by part. */
class GuidelineConformityIT {
  @TempDir Path folder;

  @Test
  void holdsReportedPartsOfIssuersOfTheFrame() {
    var given =
        new GivenWarehouse(folder)
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status
                I1 | L1 | LIVE
                I1 | L2 | -
                I2 | L3 | -
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | question_id | value | value_state
                I1 | A6_01 | PARTLY | REPORTED
                I1 | A6_01V | SOAP | REPORTED
                I1 | A6_02 | - | NOT_ANSWERED
                I1 | A6_03V | OAuth 2.0 | REPORTED
                I2 | A7_03 | FISC | REPORTED
                I9 | A6_01 | NOT | REPORTED
                """);
    assertThat(
            given.make(
                "gold.guideline_conformity",
                "issuer_id | part_id | conformity | actual_value | has_live_line"))
        .containsExactly("I1 | A6_01 | PARTLY | SOAP | true", "I2 | A7_03 | FISC | - | false");
  }
}
