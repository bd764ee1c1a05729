package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Scraping after the day on which the issuer said it would end. */
class ResidualScrapingCountTest {
  private static final String ACCESSES =
      """
      access_date | month | issuer_id | front | access_method | accesses
      2026-03-05 | 2026-03-01 | I1 | web | SCRAPING | 100
      2026-03-06 | 2026-03-01 | I1 | web | SCRAPING | 7
      2026-03-06 | 2026-03-01 | I1 | web | DIRECT | 50
      2026-03-06 | 2026-03-01 | I2 | web | DIRECT | 1
      2026-03-06 | 2026-03-01 | I3 | api | API | 1
      2026-03-06 | 2026-03-01 | I4 | web | SCRAPING | 9
      2026-03-06 | 2026-03-01 | I5 | web | SCRAPING | 9
      """;

  @Test
  void countsFromTheDayAfterTheAnnouncedOne() {
    var given =
        GivenKpi.of("residual_scraping_count")
            .round("I1 I2 I3 I4 I5", "A1")
            .rows("gold.access_daily", ACCESSES)
            .rows(
                "silver.answer",
                """
                respondent_id | question_id | value
                I1 | A11_03 | 2026-03-05
                I2 | A11_03 | 2026-01-31
                I3 | A11_03 | 2026-01-31
                I4 | A11_03 | 2026-03-31
                """);
    // No site log of I3; the day of I4 is still to come at the month's end; I5 announced none.
    assertThat(given.values("issuer_id | numerator | value_state"))
        .containsExactly(
            "I1 | 7 | REPORTED",
            "I2 | 0 | REPORTED",
            "I3 | - | NOT_APPLICABLE",
            "I4 | - | NOT_APPLICABLE",
            "I5 | - | NOT_APPLICABLE");
  }

  @Test
  void believesTheNewestRoundUpToTheEndOfTheMonth() {
    var given =
        GivenKpi.of("residual_scraping_count")
            .rows("gold.access_daily", ACCESSES)
            .rows(
                "silver.survey_round",
                """
                round_id | reference_date | due_date | grace_days
                R1 | 2025-09-30 | 2025-10-31 | 14
                R2 | 2026-03-31 | 2026-04-30 | 14
                R3 | 2026-04-01 | 2026-04-30 | 14
                """)
            .rows(
                "silver.answer",
                """
                round_id | respondent_id | question_id | value
                R1 | I1 | A11_03 | 2025-12-31
                R2 | I1 | A11_03 | 2026-03-05
                R3 | I1 | A11_03 | 2025-12-31
                R1 | I5 | A11_03 | 2025-12-31
                """);
    assertThat(given.values("issuer_id | numerator")).contains("I1 | 7", "I5 | -");
  }
}
