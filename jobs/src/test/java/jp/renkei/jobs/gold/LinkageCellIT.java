package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import jp.renkei.jobs.GivenWarehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of issuer I1 with agents A1 to A9, by what the two sides say of each. */
class LinkageCellIT {
  @TempDir Path folder;

  /**
   * Cells as both sides state them.
   *
   * @param cells {@code agent / what the issuer says / what the agent says}; a side says a contract
   *     status and maybe accounts, or {@code -}
   */
  private GivenWarehouse cells(String... cells) {
    var answers =
        new StringBuilder(
            "questionnaire_id|respondent_id|counterparty_id|segment|question_id|value\n");
    for (String cell : cells) {
      String[] parts = cell.split(" / ", -1);
      answers.append(said("issuer_survey|I1|" + parts[0], "A9_01", "A9_03", parts[1]));
      answers.append(said("agent_survey|" + parts[0] + "|I1", "B3_01", "B3_02", parts[2]));
    }
    return registers().rows("silver.answer", answers.toString());
  }

  private static String said(String who, String status, String accounts, String said) {
    String[] words = said.split(" ", -1);
    if (said.equals("-")) {
      return "";
    }
    String line = who + "|INDIVIDUAL|%s|%s\n";
    return line.formatted(status, words[0])
        + (words.length > 1 ? line.formatted(accounts, words[1]) : "");
  }

  private GivenWarehouse registers() {
    var agents = new StringBuilder("agent_id | valid_from | valid_to\nA0 | - | 2026-03-30\n");
    var frame =
        new StringBuilder(
            """
            side | respondent_id | is_in_frame
            ISSUER | I1 | true
            ISSUER | I2 | false
            """);
    for (int number = 1; number <= 9; number++) {
      agents.append("A%d | - | -\n".formatted(number));
      frame.append("AGENT | A%d | true\n".formatted(number));
    }
    return new GivenWarehouse(folder)
        .rows("silver.survey_round", "reference_date\n2026-03-31")
        .rows("silver.issuer", "issuer_id\nI1\nI2")
        .rows("silver.agent", agents.toString())
        .rows("gold.response_status", frame.toString());
  }

  @Test
  void matchesAccountsWithinTenPercentOrTenAccounts() {
    var given =
        cells(
            "A1 / SIGNED 100 / SIGNED 110",
            "A2 / SIGNED 100 / SIGNED 111",
            "A3 / SIGNED 100 / SIGNED 112",
            "A4 / SIGNED 1000 / SIGNED 900",
            "A5 / SIGNED 1000 / SIGNED 899",
            "A6 / SIGNED 0 / SIGNED 10",
            "A7 / SIGNED 11 / SIGNED 0",
            "A8 / SIGNED / SIGNED 500",
            "A9 / NONE / NONE");
    assertThat(
            given.make(
                "gold.linkage_cell",
                "agent_id | issuer_accounts | agent_accounts | reconciliation"))
        .containsExactly(
            "A1 | 100 | 110 | MATCH",
            "A2 | 100 | 111 | MATCH",
            "A3 | 100 | 112 | CONFLICT",
            "A4 | 1000 | 900 | MATCH",
            "A5 | 1000 | 899 | CONFLICT",
            "A6 | 0 | 10 | MATCH",
            "A7 | 11 | 0 | CONFLICT",
            "A8 | - | 500 | MATCH",
            "A9 | 0 | 0 | MATCH");
  }

  @Test
  void tellsAskedDisputedAndOneSided() {
    var given =
        cells(
            "A1 / SIGNED 5 / -",
            "A2 / - / NEGOTIATING",
            "A3 / SIGNED 5 / NEGOTIATING",
            "A4 / NONE / SIGNED 5",
            "A5 / DECLINED / WITHDRAWN",
            "A6 / NONE / REQUESTED",
            "A7 / NONE / -",
            "A8 / REQUESTED / REQUESTED",
            "A9 / - / -");
    assertThat(
            given.make(
                "gold.linkage_cell",
                "agent_id | issuer_contract_status | agent_contract_status | contract_status"
                    + " | is_asked | is_signed_disputed | reconciliation"))
        .containsExactly(
            "A1 | SIGNED | - | SIGNED | true | false | ISSUER_ONLY",
            "A2 | - | NEGOTIATING | NEGOTIATING | true | false | AGENT_ONLY",
            "A3 | SIGNED | NEGOTIATING | - | false | true | CONFLICT",
            "A4 | NONE | SIGNED | - | false | true | CONFLICT",
            "A5 | DECLINED | WITHDRAWN | - | true | false | CONFLICT",
            "A6 | NONE | REQUESTED | - | false | false | CONFLICT",
            "A7 | NONE | - | NONE | false | false | ISSUER_ONLY",
            "A8 | REQUESTED | REQUESTED | REQUESTED | true | false | MATCH");
  }

  @Test
  void connectsWhereEverySideThatStatedSaysSo() {
    var given =
        cells(
            "A1 / SIGNED 5 / SIGNED 5",
            "A2 / SIGNED 5 / SIGNED 0",
            "A3 / SIGNED 5 / SIGNED",
            "A4 / SIGNED 5 / -",
            "A5 / - / SIGNED",
            "A6 / SIGNED 0 / -",
            "A7 / SIGNED 5 / NONE",
            "A8 / NEGOTIATING / NONE");
    assertThat(given.make("gold.linkage_cell", "agent_id | connected | is_connected_by_any"))
        .containsExactly(
            "A1 | true | true",
            "A2 | false | true",
            "A3 | false | true",
            "A4 | true | true",
            "A5 | false | true",
            "A6 | false | false",
            "A7 | false | true",
            "A8 | false | false");
  }

  @Test
  void isWitnessedByASuccessfulCallInTheMonthOfTheReferenceDate() {
    var given =
        cells("A1 / SIGNED 5 / -", "A2 / SIGNED 5 / -", "A3 / SIGNED 5 / -", "A4 / SIGNED 5 / -")
            .rows(
                "gold.access_daily",
                """
                month | issuer_id | front | agent_id | access_method | status_class | accesses
                2026-03-01 | I1 | api | A1 | API | 2xx | 1
                2026-03-01 | I1 | api | A2 | API | 5xx | 9
                2026-02-01 | I1 | api | A3 | API | 2xx | 9
                2026-03-01 | I1 | web | A4 | SCRAPING | 2xx | 9
                """);
    assertThat(given.make("gold.linkage_cell", "agent_id | witnessed"))
        .containsExactly("A1 | true", "A2 | false", "A3 | false", "A4 | false");
  }

  @Test
  void isNeitherWitnessedNorNotWithoutTheIssuersLog() {
    var given =
        cells("A1 / SIGNED 5 / SIGNED 5")
            .rows(
                "gold.access_daily",
                """
                month | issuer_id | front | agent_id | access_method | status_class | accesses
                2026-02-01 | I1 | api | A1 | API | 2xx | 1
                2026-03-01 | I1 | web | A1 | SCRAPING | 2xx | 1
                2026-03-01 | I2 | api | A1 | API | 2xx | 1
                """);
    assertThat(given.make("gold.linkage_cell", "agent_id | witnessed")).containsExactly("A1 | -");
  }

  @Test
  void countsDaysToStartsWithinTheTwelveMonthsUpToTheReferenceDate() {
    var given =
        dated(
            "A1 / 2025-03-31 / 2025-03-01",
            "A2 / 2025-04-01 / 2025-03-02",
            "A3 / 2026-03-31 / 2026-03-31",
            "A4 / 2026-04-01 / 2026-03-01",
            "A5 / 2026-01-31 / -",
            "A6 / - / 2026-01-31");
    assertThat(given.make("gold.linkage_cell", "agent_id | request_to_start_days"))
        .containsExactly("A1 | -", "A2 | 30", "A3 | 0", "A4 | -", "A5 | -", "A6 | -");
  }

  private GivenWarehouse dated(String... cells) {
    var answers =
        new StringBuilder(
            "questionnaire_id|respondent_id|counterparty_id|segment|question_id|value\n");
    for (String cell : cells) {
      String[] parts = cell.split(" / ", -1);
      String line = "issuer_survey|I1|" + parts[0] + "|INDIVIDUAL|";
      answers.append(line).append("A9_01|SIGNED\n");
      answers.append(parts[1].equals("-") ? "" : line + "A9_02|" + parts[1] + "\n");
      answers.append(parts[2].equals("-") ? "" : line + "A9_05|" + parts[2] + "\n");
    }
    return registers().rows("silver.answer", answers.toString());
  }

  @Test
  void leavesOutWhomTheRegisterDoesNotHoldAndWhoIsOutsideTheFrame() {
    var lines =
        Arrays.asList(
            "issuer_survey|I1|A0|A9_01|SIGNED|REPORTED",
            "issuer_survey|I1|A7777|A9_01|SIGNED|REPORTED",
            "issuer_survey|I2|A1|A9_01|SIGNED|REPORTED",
            "agent_survey|A1|I7777|B3_01|SIGNED|REPORTED",
            "agent_survey|A0|I1|B3_01|SIGNED|REPORTED",
            "agent_survey|A2|I1|B3_03|9|REPORTED",
            "agent_survey|A3|I1|B3_01|SIGNED|WITHHELD",
            "agent_survey|A4|I1|B3_01|NONE|REPORTED",
            "agent_survey|A4|I1|B3_03|9|REPORTED",
            "agent_survey|A4|I1|B3_08|0|REPORTED");
    var given =
        registers()
            .rows(
                "silver.answer",
                "questionnaire_id|respondent_id|counterparty_id|question_id|value|value_state|segment\n"
                    + String.join("|INDIVIDUAL\n", lines)
                    + "|INDIVIDUAL");
    assertThat(
            given.make(
                "gold.linkage_cell",
                "issuer_id | agent_id | agent_accounts | scraping_accounts | accounts_using_both"))
        .containsExactly("I1 | A4 | 0 | 9 | 0");
  }
}
