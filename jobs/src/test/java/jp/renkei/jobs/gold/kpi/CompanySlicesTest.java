package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** KPIs of the industry by size, association and segment. */
class CompanySlicesTest {
  private static final String SLICES =
      "entity_level | slice | slice_value | numerator | denominator | n_respondents";

  private static GivenKpi sliced(String kpi) {
    return GivenKpi.of(kpi)
        .round("I1 I2", "A1")
        .rows(
            "gold.company_slice",
            """
            round_id | period_start | company_id | side | size_band | association
            R1 | 2026-03-31 | I1 | ISSUER | UNDER_100K | ISSUER_MEMBER
            R1 | 2026-03-31 | I2 | ISSUER | UNKNOWN | -
            R1 | 2026-03-31 | A1 | AGENT | - | AGENT_NON_MEMBER
            - | 2026-02-01 | I1 | ISSUER | UNKNOWN | ISSUER_MEMBER
            - | 2026-03-01 | I1 | ISSUER | UNDER_100K | ISSUER_MEMBER
            - | 2026-03-01 | I2 | ISSUER | UNDER_100K | ISSUER_NON_MEMBER
            """);
  }

  @Test
  void givesCellsByTheirIssuerAndSegmentForTheIndustryOnly() {
    var given =
        sliced("contract_rate")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | contract_status | is_asked | issuer_contract_status
                I1 | A1 | INDIVIDUAL | SIGNED | true | SIGNED
                I1 | A1 | CORPORATE | REQUESTED | true | REQUESTED
                I2 | A1 | INDIVIDUAL | SIGNED | true | SIGNED
                """);
    assertThat(given.values(SLICES))
        .filteredOn(row -> !row.contains("| - | - |"))
        .containsExactly(
            "ALL | association | ISSUER_MEMBER | 1 | 2 | 1",
            "ALL | segment | CORPORATE | 0 | 1 | 1",
            "ALL | segment | INDIVIDUAL | 2 | 2 | 2",
            "ALL | size_band | UNDER_100K | 1 | 2 | 1",
            "ALL | size_band | UNKNOWN | 1 | 1 | 1");
  }

  @Test
  void takesTheSliceOfTheMonthOfEachRow() {
    var given =
        sliced("api_success_rate")
            .rows(
                "gold.access_daily",
                """
                month | issuer_id | access_method | status_class | accesses
                2026-02-01 | I1 | API | 2xx | 1
                2026-03-01 | I1 | API | 2xx | 2
                2026-03-01 | I2 | API | 2xx | 4
                """);
    assertThat(given.values("period_start | slice_value | numerator"))
        .contains("2026-02-01 | UNKNOWN | 1", "2026-03-01 | UNDER_100K | 6")
        .contains("2026-03-01 | ISSUER_MEMBER | 2", "2026-03-01 | ISSUER_NON_MEMBER | 4");
  }

  @Test
  void addsDistinctUsersOverTheIssuersOfASlice() {
    var given =
        sliced("active_user_count")
            .rows("gold.access_daily", "month | issuer_id\n2026-03-01 | I1\n2026-03-01 | I2")
            .rows(
                "gold.issuer_month_users",
                "month | issuer_id | users\n2026-03-01 | I1 | 4\n2026-03-01 | I2 | 5");
    assertThat(given.values(SLICES))
        .contains(
            "ALL | size_band | UNDER_100K | 9 | - | 2",
            "ALL | association | ISSUER_MEMBER | 4 | - | 1");
  }

  @Test
  void takesAMedianOfEachSlice() {
    var given =
        sliced("days_to_connect")
            .rows(
                "gold.linkage_cell",
                """
                issuer_id | agent_id | segment | request_to_start_days
                I1 | A1 | INDIVIDUAL | 10
                I1 | A1 | CORPORATE | 20
                I2 | A1 | INDIVIDUAL | 90
                """);
    assertThat(given.values("slice | slice_value | value | denominator"))
        .containsExactly(
            "- | - | 20.0 | 3",
            "association | ISSUER_MEMBER | 15.0 | 2",
            "segment | CORPORATE | 20.0 | 1",
            "segment | INDIVIDUAL | 50.0 | 2",
            "size_band | UNDER_100K | 15.0 | 2",
            "size_band | UNKNOWN | 90.0 | 1");
  }

  @Test
  void givesWhatAgentsAloneAnswerByTheirAssociation() {
    var given =
        sliced("credential_custody_count")
            .rows(
                "silver.answer",
                "question_id | respondent_id | value | value_state\nB6_01 | A1 | 7 | REPORTED");
    assertThat(given.values(SLICES)).contains("ALL | association | AGENT_NON_MEMBER | 7 | - | 1");
  }
}
