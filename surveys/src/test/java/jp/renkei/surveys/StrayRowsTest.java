package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which units a row refuses that is no answer. */
class StrayRowsTest {
  private static String row(String respondent, String value) {
    return "issuer_survey,1,R2026-03," + respondent + ",2026-04-20,,,,A3_01," + value + ",,\n";
  }

  private static AnswerFile read(String header, String rows) {
    return AnswerFile.read("a.csv", (header + "\n" + rows).getBytes(StandardCharsets.UTF_8));
  }

  private static AnswerFile read(String rows) {
    return read(String.join(",", AnswerFile.COLUMNS), rows);
  }

  private static List<String> refused(AnswerFile file) {
    return file.units().stream()
        .filter(unit -> !unit.unreadable().isEmpty())
        .map(AnswerUnit::respondentId)
        .toList();
  }

  @Test
  void refusesTheUnitThatTheRowNames() {
    var file =
        read(row("ISS1", "YES") + row("ISS2", "YES") + row("ISS3", "YES") + row("ISS2", "Y,ES"));
    assertThat(file.units()).hasSize(3);
    assertThat(refused(file)).containsExactly("ISS2");
    assertThat(file.units().get(1).unreadableLines()).containsExactly(5L);
    assertThat(file.problems()).isEmpty();
    assertThat(file.looseLines()).isEmpty();
  }

  @Test
  void refusesNoUnitForARowThatNamesAnother() {
    var file = read(row("ISS1", "YES") + row("ISS9", "Y,ES") + row("ISS2", "YES"));
    assertThat(refused(file)).isEmpty();
    assertThat(file.looseLines()).containsExactly(3L);
    assertThat(file.problems())
        .extracting(Problem::english)
        .containsExactly(
            "a.csv line 3: found '13', expected 12 values, as many as the header has. Put values"
                + " that hold a comma into quotation marks.");
  }

  @Test
  void refusesTheUnitsAboveAndBelowARowThatNamesNone() {
    String whole = row("ISS1", "YES") + row("ISS2", "YES");
    String after = row("ISS3", "YES") + row("ISS4", "YES");
    assertThat(refused(read(whole + "（以下略）\n" + after))).containsExactly("ISS2", "ISS3");
    assertThat(refused(read(whole + row(" ", "YES") + after))).containsExactly("ISS2", "ISS3");
  }

  @Test
  void refusesTheLastUnitOfAFileThatWasCutOff() {
    String last = row("ISS22", "YES");
    for (int length = 1; length < last.length() - 3; length++) {
      var file = read(row("ISS1", "YES") + row("ISS2", "YES") + last.substring(0, length));
      boolean namesNewUnit = last.substring(0, length).matches("issuer.*,ISS22,.*");
      assertThat(refused(file)).as(last.substring(0, length)).hasSize(namesNewUnit ? 0 : 1);
    }
  }

  @Test
  void trustsNoIdBehindAText() {
    var columns = new ArrayList<>(AnswerFile.COLUMNS);
    columns.remove("free_text");
    columns.add(0, "free_text");
    String before = "なし,issuer_survey,1,R2026-03,";
    String rest = ",2026-04-20,,,,A3_01,YES,\n";
    var file =
        read(
            String.join(",", columns),
            before + "ISS1" + rest + "な,し,issuer_survey,1,R2026-03,ISS1" + rest);
    assertThat(refused(file)).containsExactly("ISS1");
  }
}
