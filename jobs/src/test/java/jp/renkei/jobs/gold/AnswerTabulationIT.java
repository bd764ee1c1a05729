package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts of options and value states, and what numbers come to, question by question. */
class AnswerTabulationIT {
  private static final String COUNTS =
      "question_id | slice | slice_value | option_code | value_state | n";

  @TempDir Path folder;

  private GivenWarehouse given() {
    return new GivenWarehouse(folder)
        .rows("silver.survey_round", "reference_date\n2026-03-31")
        .rows(
            "silver.round_questionnaire",
            """
            questionnaire_id | questionnaire_version
            issuer_survey | 1
            agent_survey | 2
            """)
        .rows("silver.agent", "agent_id | valid_to\nA1 | -\nA2 | 2026-03-30")
        .rows(
            "gold.response_status",
            """
            side | questionnaire_id | respondent_id | is_in_frame | state | size_band | is_association_member
            ISSUER | issuer_survey | I1 | true | ACCEPTED | TO_1M | true
            ISSUER | issuer_survey | I2 | true | LATE | UNKNOWN | false
            ISSUER | issuer_survey | I3 | true | ACCEPTED | TO_1M | -
            ISSUER | issuer_survey | I4 | true | NOT_SUBMITTED | TO_1M | true
            ISSUER | issuer_survey | I9 | false | ACCEPTED | UNKNOWN | true
            AGENT | agent_survey | A1 | true | ACCEPTED | - | true
            """);
  }

  private List<String> made(GivenWarehouse given, String columns) {
    given.run(step -> step.name().equals("gold.answer_count"));
    return given.make("gold.answer_tabulation", columns);
  }

  private GivenWarehouse asking(String type, String askedBy, String unit, String options) {
    var rows =
        new StringBuilder("questionnaire_id | questionnaire_version | question_id | option_code\n");
    for (String option : options.isEmpty() ? new String[0] : options.split(" ", -1)) {
      rows.append("issuer_survey | 1 | Q | ").append(option).append('\n');
    }
    return given()
        .rows(
            "gold.question",
            """
            questionnaire_id | questionnaire_version | question_id | type | asked_by | unit
            issuer_survey | 1 | Q | %s | %s | %s
            issuer_survey | 2 | Q2 | TEXT | RESPONDENT | -
            """
                .formatted(type, askedBy, unit))
        .rows("gold.question_option", rows.toString());
  }

  @Test
  void countsEachCodeOfAMultiAnswerAndEveryValueStateOfThoseWhoSubmitted() {
    var given =
        asking("MULTI", "RESPONDENT", "-", "COST 1M_10M OTHER")
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | question_id | value | value_state
                issuer_survey | I1 | Q | 1M_10M¦COST | REPORTED
                issuer_survey | I2 | Q | COST | REPORTED
                issuer_survey | I9 | Q | OTHER | REPORTED
                """);
    assertThat(made(given, COUNTS))
        .filteredOn(line -> line.contains("Q | - | -"))
        .containsExactly(
            "Q | - | - | - | NOT_ANSWERED | 1",
            "Q | - | - | - | REPORTED | 2",
            "Q | - | - | 1M_10M | REPORTED | 1",
            "Q | - | - | COST | REPORTED | 2",
            "Q | - | - | OTHER | REPORTED | 0");
  }

  @Test
  void leavesOutOfASliceWhoHasNoValueForIt() {
    var given =
        asking("YES_NO", "RESPONDENT", "-", "YES NO")
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | question_id | value | value_state
                issuer_survey | I1 | Q | YES | REPORTED
                issuer_survey | I2 | Q | NO | REPORTED
                issuer_survey | I3 | Q | - | WITHHELD
                """);
    assertThat(made(given, COUNTS))
        .filteredOn(line -> !line.contains("Q | - | -"))
        .containsExactly(
            "Q | association | MEMBER | - | REPORTED | 1",
            "Q | association | MEMBER | NO | REPORTED | 0",
            "Q | association | MEMBER | YES | REPORTED | 1",
            "Q | association | NON_MEMBER | - | REPORTED | 1",
            "Q | association | NON_MEMBER | NO | REPORTED | 1",
            "Q | association | NON_MEMBER | YES | REPORTED | 0",
            "Q | size_band | TO_1M | - | REPORTED | 1",
            "Q | size_band | TO_1M | - | WITHHELD | 1",
            "Q | size_band | TO_1M | NO | REPORTED | 0",
            "Q | size_band | TO_1M | YES | REPORTED | 1",
            "Q | size_band | UNKNOWN | - | REPORTED | 1",
            "Q | size_band | UNKNOWN | NO | REPORTED | 1",
            "Q | size_band | UNKNOWN | YES | REPORTED | 0");
  }

  @Test
  void countsLinesWhereTheQuestionIsAskedByLine() {
    var given =
        asking("CHOICE", "PRODUCT_LINE", "-", "LIVE")
            .rows(
                "gold.adoption",
                """
                issuer_id | product_line_id | segment
                I1 | L1 | INDIVIDUAL
                I1 | L2 | CORPORATE
                I2 | L3 | INDIVIDUAL
                I3 | - | -
                """)
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | product_line_id | question_id | value
                issuer_survey | I1 | L1 | Q | LIVE
                issuer_survey | I2 | L3 | Q | LIVE
                """);
    assertThat(made(given, COUNTS))
        .filteredOn(line -> line.contains("- | -") || line.contains("segment"))
        .containsExactly(
            "Q | - | - | - | NOT_ANSWERED | 1",
            "Q | - | - | - | REPORTED | 2",
            "Q | - | - | LIVE | REPORTED | 2",
            "Q | segment | CORPORATE | - | NOT_ANSWERED | 1",
            "Q | segment | CORPORATE | LIVE | REPORTED | 0",
            "Q | segment | INDIVIDUAL | - | REPORTED | 2",
            "Q | segment | INDIVIDUAL | LIVE | REPORTED | 2");
  }

  @Test
  void countsCounterpartyRowsThatWereAnsweredAndAreRegistered() {
    var given =
        asking("CHOICE", "COUNTERPARTY", "-", "SIGNED")
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | counterparty_id | segment | question_id | value
                issuer_survey | I1 | A1 | INDIVIDUAL | Q | SIGNED
                issuer_survey | I1 | A1 | CORPORATE | Q9 | 5
                issuer_survey | I1 | A2 | INDIVIDUAL | Q | SIGNED
                """);
    assertThat(made(given, COUNTS))
        .filteredOn(line -> line.contains("Q | - | -"))
        .containsExactly(
            "Q | - | - | - | NOT_ANSWERED | 1",
            "Q | - | - | - | REPORTED | 1",
            "Q | - | - | SIGNED | REPORTED | 1");
  }

  @Test
  void givesSumMedianAndQuartilesOfNumbers() {
    var given =
        asking("INTEGER", "RESPONDENT", "cards", "")
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | question_id | value
                issuer_survey | I1 | Q | 10
                issuer_survey | I2 | Q | 900
                issuer_survey | I3 | Q | 20
                """);
    assertThat(made(given, "slice | slice_value | n | sum | median | q1 | q3"))
        .containsExactly(
            "- | - | 3 | 930 | 20.0 | 15.0 | 460.0",
            "association | MEMBER | 1 | 10 | 10.0 | 10.0 | 10.0",
            "association | NON_MEMBER | 1 | 900 | 900.0 | 900.0 | 900.0",
            "size_band | TO_1M | 2 | 30 | 15.0 | 12.5 | 17.5",
            "size_band | UNKNOWN | 1 | 900 | 900.0 | 900.0 | 900.0");
  }

  @Test
  void addsNoRatios() {
    var given =
        asking("DECIMAL", "RESPONDENT", "ratio", "")
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | question_id | value
                issuer_survey | I1 | Q | 0.1
                issuer_survey | I2 | Q | 1
                issuer_survey | I3 | Q | 0.33333333349
                """);
    assertThat(made(given, "slice | n | sum | median | q1 | q3"))
        .contains("- | 3 | - | 0.333333333 | 0.2166666665 | 0.6666666665");
  }

  @Test
  void countsDatesAndFiscalYearsByFiscalYear() {
    var dates =
        asking("DATE", "RESPONDENT", "-", "")
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | question_id | value
                issuer_survey | I1 | Q | 2027-03-31
                issuer_survey | I2 | Q | 2027-04-01
                issuer_survey | I3 | Q | 2026-12-01
                """);
    assertThat(made(dates, "slice | option_code | n | median"))
        .contains("- | - | 3 | -", "- | FY2026 | 2 | -", "- | FY2027 | 1 | -");
  }

  @Test
  void addsNoFiscalYears() {
    var years =
        asking("INTEGER", "RESPONDENT", "fiscal_year", "")
            .rows(
                "silver.answer",
                """
                questionnaire_id | respondent_id | question_id | value
                issuer_survey | I1 | Q | 2027
                issuer_survey | I2 | Q | 2028
                issuer_survey | I3 | Q | 2027
                """);
    assertThat(made(years, "slice | option_code | n | sum | median"))
        .contains("- | - | 3 | - | 2027.0", "- | FY2027 | 2 | - | -", "- | FY2028 | 1 | - | -");
  }
}
