package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Headings of the development standard that issuers conform to. */
class DevStandardConformanceTest {
  @Test
  void countsHeadingsOfIssuersWithALiveLine() {
    var given =
        GivenKpi.of("dev_standard_conformance")
            .round("I1 I2 I3 I4", "")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | adoption_status
                I1 | L1 | LIVE
                I1 | L2 | PLANNED
                I2 | L3 | PLANNED
                I3 | L4 | LIVE
                I4 | L5 | -
                """)
            .rows(
                "gold.guideline_conformity",
                """
                issuer_id | part_id | conformity | has_live_line
                I1 | A6_01 | CONFORMS | true
                I1 | A6_02 | CONFORMS | true
                I1 | A6_03 | PARTLY | true
                I1 | A6_04 | NOT | true
                I1 | A7_04 | YES | true
                I2 | A6_01 | CONFORMS | false
                """)
            .rows(
                "silver.answer",
                """
                respondent_id | product_line_id | question_id | value
                I1 | L1 | A2_01 | LIVE
                I2 | L3 | A2_01 | PLANNED
                I3 | L4 | A2_01 | LIVE
                """);
    assertThat(
            given.values(
                "entity_level | issuer_id | numerator | denominator | value | value_low | value_high | n_respondents | value_state"))
        .containsExactly(
            "ALL | - | 2 | 4 | 0.5 | - | 0.75 | 1 | REPORTED",
            "ISSUER | I1 | 2 | 4 | 0.5 | - | 0.75 | 1 | REPORTED",
            "ISSUER | I2 | - | - | - | - | - | 0 | NOT_APPLICABLE",
            "ISSUER | I3 | 0 | 0 | - | - | - | 0 | NOT_ANSWERED",
            "ISSUER | I4 | - | - | - | - | - | 0 | NOT_ANSWERED");
  }
}
