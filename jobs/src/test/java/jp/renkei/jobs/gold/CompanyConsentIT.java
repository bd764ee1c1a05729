package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a company may be named, and where it says so. */
class CompanyConsentIT {
  @TempDir Path folder;

  @Test
  void takesTheNewestAnswerElseTheRegister() {
    var given =
        new GivenWarehouse(folder)
            .asOf("2026-05-20")
            .rows(
                "silver.survey_round",
                """
                round_id | reference_date
                R1 | 2025-09-30
                R2 | 2026-03-31
                """)
            .rows(
                "silver.issuer",
                """
                issuer_id | publication_consent | valid_from
                I1 | NAMED | -
                I2 | AGGREGATE_ONLY | 2025-01-01
                I2 | NAMED | 2026-01-01
                I3 | NAMED | -
                I4 | AGGREGATE_ONLY | 2020-01-01
                I4 | NAMED | 2026-06-01
                I5 | NAMED | 2026-06-01
                A1 | NAMED | -
                """)
            .rows(
                "silver.agent",
                """
                agent_id | publication_consent
                A1 | AGGREGATE_ONLY
                """)
            .rows(
                "silver.answer",
                """
                round_id | respondent_id | question_id | value | value_state | submitted_at
                R1 | I1 | A0_02 | NAMED | REPORTED | 2026-06-01T00:00:00+09:00
                R2 | I1 | A0_02 | AGGREGATE_ONLY | REPORTED | 2026-04-01T00:00:00+09:00
                R2 | I3 | A0_02 | - | NOT_ANSWERED | 2026-04-01T00:00:00+09:00
                R2 | A1 | B0_04 | NAMED | REPORTED | 2026-04-01T00:00:00+09:00
                """);
    assertThat(
            given.make(
                "gold.company_consent", "company_id | side | publication_consent | stated_in"))
        .containsExactly(
            "A1 | AGENT | NAMED | ANSWER",
            "A1 | ISSUER | NAMED | REGISTER",
            "I1 | ISSUER | AGGREGATE_ONLY | ANSWER",
            "I2 | ISSUER | NAMED | REGISTER",
            "I3 | ISSUER | NAMED | REGISTER",
            "I4 | ISSUER | AGGREGATE_ONLY | REGISTER",
            "I5 | ISSUER | AGGREGATE_ONLY | REGISTER");
  }
}
