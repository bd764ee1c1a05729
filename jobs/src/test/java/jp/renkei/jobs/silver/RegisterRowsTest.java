package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.Problem;
import org.junit.jupiter.api.Test;

/** What is refused in a register, in the words that its sender reads; the other rows go on. */
class RegisterRowsTest {
  private static final String REMEDY = " Correct the line and place the file again.";
  private static final String AGENTS =
      "agent_id,corporate_number,name_ja,name_en,agent_registration_no,association_member,"
          + "publication_consent,valid_from,valid_to\n";
  private static final String FRAMES = "frame_id,as_of,basis,issuer_id,cards_issued\n";
  private static final String TARGETS = "kpi_id,kind,date,value,basis_document\n";
  private static final String NETWORKS = "agent_id,cidr,valid_from,valid_to\n";

  private static RegisterRows read(String path, String text) {
    return RegisterRows.read(
        RegisterFile.at(path).orElseThrow(),
        CsvFile.read(path, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refusesOneOfTwo(String path, String text, String message) {
    var rows = read(path, text);
    assertThat(rows.problems()).extracting(Problem::english).containsExactly(message);
    assertThat(rows.rows()).hasSize(1);
  }

  @Test
  void typesEveryValueByItsTable() {
    var rows =
        read("register/agents.csv", AGENTS + "A1,7000012050002,架空,,,yes,NAMED,2026-01-01,\n");
    assertThat(rows.problems()).isEmpty();
    assertThat(rows.rows())
        .containsExactly(
            new RegisterRows.Row(
                2,
                Map.of(
                    "agent_id", "A1",
                    "corporate_number", "7000012050002",
                    "name_ja", "架空",
                    "is_association_member", true,
                    "publication_consent", "NAMED",
                    "valid_from", java.time.LocalDate.of(2026, 1, 1))));
  }

  @Test
  void refusesACorporateNumberWithoutItsCheckDigit() {
    refusesOneOfTwo(
        "register/agents.csv",
        AGENTS + "A1,8000012050002,架空,,,yes,NAMED,,\nA2,7000012050002,架空,,,yes,NAMED,,\n",
        "register/agents.csv line 2 (corporate_number): found '8000012050002', expected a 法人番号"
            + " with the right check digit."
            + REMEDY);
    refusesOneOfTwo(
        "register/agents.csv",
        AGENTS + "A1,12345,架空,,,yes,NAMED,,\nA2,,架空,,,yes,NAMED,,\n",
        "register/agents.csv line 2 (corporate_number): found '12345', expected a 法人番号 of 13"
            + " digits."
            + REMEDY);
  }

  @Test
  void refusesAMissingValue() {
    refusesOneOfTwo(
        "register/agents.csv",
        AGENTS + "A1,,架空,,,yes,NAMED,,\nA2,,,,,yes,NAMED,,\n",
        "register/agents.csv line 3 (name_ja): found nothing, expected a value." + REMEDY);
  }

  @Test
  void refusesAnUnknownCode() {
    refusesOneOfTwo(
        "register/agents.csv",
        AGENTS + "A1,,架空,,,yes,PERHAPS,,\nA2,,架空,,,yes,NAMED,,\n",
        "register/agents.csv line 2 (publication_consent): found 'PERHAPS', expected one of NAMED,"
            + " AGGREGATE_ONLY."
            + REMEDY);
  }

  @Test
  void refusesWhatIsNeitherYesNorNo() {
    refusesOneOfTwo(
        "register/agents.csv",
        AGENTS + "A1,,架空,,,true,NAMED,,\nA2,,架空,,,no,NAMED,,\n",
        "register/agents.csv line 2 (association_member): found 'true', expected yes or no."
            + REMEDY);
  }

  @Test
  void refusesANegativeCount() {
    refusesOneOfTwo(
        "register/population_frames.csv",
        FRAMES + "F1,2026-03-31,b,I1,-5\nF1,2026-03-31,b,I2,5\n",
        "register/population_frames.csv line 2 (cards_issued): found '-5', expected a whole number"
            + " from 0."
            + REMEDY);
  }

  @Test
  void refusesADateInWordsAndSaysSoInJapanese() {
    var rows = read("register/population_frames.csv", FRAMES + "F1,2026年3月末,b,I1,5\nF1,,b,I2,5\n");
    assertThat(rows.problems())
        .extracting(Problem::japanese)
        .containsExactly(
            "register/population_frames.csv 2行目 (as_of)：「2026年3月末」とあります。"
                + "YYYY-MM-DD の日付としてください。行を訂正し、ファイルを置き直してください。");
    assertThat(rows.rows()).extracting(row -> row.text("issuer_id")).containsExactly("I2");
  }

  @Test
  void refusesADateOutOfRange() {
    refusesOneOfTwo(
        "register/population_frames.csv",
        FRAMES + "F1,1026-03-31,b,I1,5\nF1,2026-03-31,b,I2,5\n",
        "register/population_frames.csv line 2 (as_of): found '1026-03-31', expected a date from"
            + " 1900-01-01 to 2100-12-31."
            + REMEDY);
  }

  @Test
  void refusesATargetThatIsNoNumber() {
    for (String value : List.of("NaN", "Infinity", "1d", "80%")) {
      refusesOneOfTwo(
          "targets/targets.csv",
          TARGETS
              + "contract_rate,TARGET,2027-03-31,0.8,d\ncontract_rate,TARGET,2028-03-31,"
              + value
              + ",d\n",
          "targets/targets.csv line 3 (value): found '" + value + "', expected a number." + REMEDY);
    }
  }

  @Test
  void refusesATargetThatNoTableCouldAddUp() {
    for (String value : List.of("1E400", "-1E400", "1000000000000", "1E999999999")) {
      refusesOneOfTwo(
          "targets/targets.csv",
          TARGETS
              + "contract_rate,TARGET,2027-03-31,0.8,d\ncontract_rate,TARGET,2028-03-31,"
              + value
              + ",d\n",
          "targets/targets.csv line 3 (value): found '"
              + value
              + "', expected a number from -999999999999 to 999999999999."
              + REMEDY);
    }
  }

  @Test
  void refusesATargetOfAKpiThatThereIsNot() {
    refusesOneOfTwo(
        "targets/targets.csv",
        TARGETS + "contract_rate,TARGET,2027-03-31,0.8,d\ncontrakt_rate,TARGET,2028-03-31,0.8,d\n",
        "targets/targets.csv line 3 (kpi_id): found 'contrakt_rate', expected a kpi_id of"
            + " docs/kpis.md."
            + REMEDY);
  }

  @Test
  void refusesATargetInPercentWhereTheKpiIsARatio() {
    for (String value : List.of("80", "-0.1", "1.01")) {
      refusesOneOfTwo(
          "targets/targets.csv",
          TARGETS
              + "contract_rate,TARGET,2027-03-31,1,d\ncontract_rate,TARGET,2028-03-31,"
              + value
              + ",d\n",
          "targets/targets.csv line 3 (value): found '"
              + value
              + "', expected a ratio from 0 to 1, such as 0.8 for 80 %."
              + REMEDY);
    }
  }

  @Test
  void refusesATargetOfAKpiWithoutOneValueForTheIndustry() {
    for (String kpi : List.of("linked_account_count", "cdr_availability")) {
      refusesOneOfTwo(
          "targets/targets.csv",
          TARGETS
              + "api_connection_count,TARGET,2027-03-31,80,d\n"
              + kpi
              + ",TARGET,2028-03-31,1,d\n",
          "targets/targets.csv line 3 (kpi_id): found '"
              + kpi
              + "', expected a kpi_id whose KPI has one value for the whole industry (level ALL)."
              + REMEDY);
    }
  }

  @Test
  void refusesACountWhoseSumsCouldOverflow() {
    refusesOneOfTwo(
        "register/population_frames.csv",
        FRAMES + "F1,2026-03-31,b,I1,1000000000000\nF1,2026-03-31,b,I2,999999999999\n",
        "register/population_frames.csv line 2 (cards_issued): found '1000000000000', expected a"
            + " whole number from 0 to 999999999999."
            + REMEDY);
  }

  @Test
  void refusesANetworkThatIsNoAddressBlock() {
    for (String cidr : List.of("192.0.2.0/33", "192.0.2/24", "example.jp", "192.0.2.0/x")) {
      refusesOneOfTwo(
          "register/agent_networks.csv",
          NETWORKS + "A1,192.0.2.0/24,,\nA1," + cidr + ",,\n",
          "register/agent_networks.csv line 3 (cidr): found '"
              + cidr
              + "', expected an address block such as 192.0.2.0/24."
              + REMEDY);
    }
  }

  @Test
  void refusesTheSecondRowOfAKeyThatHasNoValidity() {
    refusesOneOfTwo(
        "register/population_frames.csv",
        FRAMES + "F1,2026-03-31,b,I1,5\nF1,2026-03-31,b,I1,6\n",
        "register/population_frames.csv line 3 (frame_id,issuer_id): found 'F1,I1', expected no row"
            + " that overlaps line 2."
            + REMEDY);
  }

  @Test
  void refusesValidityThatOverlapsByADay() {
    var rows =
        read(
            "register/agents.csv",
            AGENTS
                + "A1,,架空,,,,NAMED,,2025-12-31\n"
                + "A1,,架空,,,,NAMED,2026-01-01,2026-03-31\n"
                + "A1,,架空,,,,NAMED,2026-03-31,\n"
                + "A1,,架空,,,,NAMED,2026-04-01,\n"
                + "A2,,架空,,,,NAMED,,\n");
    assertThat(rows.problems())
        .extracting(Problem::english)
        .containsExactly(
            "register/agents.csv line 4 (agent_id): found 'A1', expected no row that overlaps"
                + " line 3."
                + REMEDY);
    assertThat(rows.rows()).extracting(RegisterRows.Row::line).containsExactly(2L, 3L, 5L, 6L);
  }

  @Test
  void refusesValidityThatEndsBeforeItBegins() {
    refusesOneOfTwo(
        "register/agents.csv",
        AGENTS + "A1,,架空,,,,NAMED,2026-04-01,2026-03-31\nA2,,架空,,,,NAMED,2026-04-01,2026-04-01\n",
        "register/agents.csv line 2 (valid_to): found '2026-03-31', expected a date not before"
            + " valid_from 2026-04-01."
            + REMEDY);
  }

  @Test
  void refusesAFileWithoutAColumn() {
    var rows = read("register/agent_networks.csv", "agent_id,valid_from,valid_to\nA1,,\n");
    assertThat(rows.rows()).isEmpty();
    assertThat(rows.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.reason()).isEqualTo(Problem.Reason.MISSING_COLUMN);
              assertThat(problem.english())
                  .startsWith(
                      "register/agent_networks.csv line 1: found 'agent_id,valid_from,valid_to'")
                  .contains("cidr");
            });
  }

  @Test
  void holdsAValidityOnItsFirstAndLastDay() {
    var row =
        read("register/agents.csv", AGENTS + "A1,,架空,,,,NAMED,2026-01-01,2026-01-31\n")
            .rows()
            .get(0);
    assertThat(
            List.of("2025-12-31", "2026-01-01", "2026-01-31", "2026-02-01").stream()
                .map(java.time.LocalDate::parse)
                .filter(day -> row.validity().holds(day))
                .map(Object::toString))
        .containsExactly("2026-01-01", "2026-01-31");
  }
}
