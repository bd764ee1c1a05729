package jp.renkei.jobs.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The statements about milestones, in the order in which they were made. */
class MilestonesTest {
  private static RegisterRows.Row stated(
      String milestone, String on, String submission, long line, String owner) {
    var values = new TreeMap<String, Object>();
    values.put("milestone_id", milestone);
    values.put("stated_on", LocalDate.parse(on));
    values.put("submission_id", submission);
    values.put("line", line);
    values.put("owner", owner);
    return new RegisterRows.Row(line, values);
  }

  private static List<String> revisions(RegisterRows.Row... rows) {
    var columns = RegisterFile.ROADMAP.table().columnNames();
    return Milestones.revisions(
            new RegisterSteps.Reading(
                Map.of("silver.milestone_revision", Arrays.asList(rows)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Set.of(),
                Map.of(),
                Map.of()))
        .stream()
        .map(
            row ->
                row.get(columns.indexOf("milestone_id"))
                    + " "
                    + row.get(columns.indexOf("revision"))
                    + " "
                    + row.get(columns.indexOf("owner")))
        .toList();
  }

  @Test
  void numbersStatementsByTheDayTheyWereMade() {
    assertThat(
            revisions(
                stated("M1", "2026-02-01", "aa", 2, "second"),
                stated("M2", "2026-03-01", "aa", 3, "only"),
                stated("M1", "2026-01-01", "bb", 9, "first")))
        .containsExactly("M1 1 first", "M1 2 second", "M2 1 only");
  }

  @Test
  void ordersTheStatementsOfADayByFileAndLine() {
    var rows =
        new ArrayList<>(
            List.of(
                stated("M1", "2026-01-01", "aa", 2, "first"),
                stated("M1", "2026-01-01", "aa", 10, "second"),
                stated("M1", "2026-01-01", "bb", 1, "third")));
    for (int turn = 0; turn < rows.size(); turn++) {
      Collections.rotate(rows, 1);
      assertThat(revisions(rows.toArray(RegisterRows.Row[]::new)))
          .containsExactly("M1 1 first", "M1 2 second", "M1 3 third");
    }
  }

  @Test
  void takesAStatementThatALaterEditionRepeatsOnce() {
    assertThat(
            revisions(
                stated("M1", "2026-01-01", "bb", 2, "first"),
                stated("M1", "2026-02-01", "bb", 3, "second"),
                stated("M1", "2026-01-01", "aa", 2, "first")))
        .containsExactly("M1 1 first", "M1 2 second");
  }
}
