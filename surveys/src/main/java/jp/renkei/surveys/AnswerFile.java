package jp.renkei.surveys;

import static jp.renkei.surveys.CsvFile.MESSAGES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import jp.renkei.surveys.Problem.Reason;

/**
 * A survey in the long CSV: its units in the order of first appearance. When the file itself has an
 * error (a missing column, a broken row), no unit can be told to be whole, so there are none.
 *
 * @param csv the file it came from, with every readable row
 * @param problems of the file as a whole; those of a unit come from {@link UnitCheck}
 */
public record AnswerFile(CsvFile csv, List<AnswerUnit> units, List<Problem> problems) {
  public static final List<String> COLUMNS =
      List.of(
          "questionnaire_id",
          "questionnaire_version",
          "round_id",
          "respondent_id",
          "submitted_at",
          "product_line_id",
          "segment",
          "counterparty_id",
          "question_id",
          "value",
          "value_state",
          "free_text");
  private static final List<String> UNIT_COLUMNS =
      List.of("questionnaire_id", "round_id", "respondent_id");

  public AnswerFile {
    units = List.copyOf(units);
    problems = List.copyOf(problems);
  }

  /** Reads a file of any content; what is wrong with it is in the problems. */
  public static AnswerFile read(String name, byte[] content) {
    return of(CsvFile.read(name, content));
  }

  /** The units of a file that was read already. */
  public static AnswerFile of(CsvFile file) {
    CsvFile csv = file.requiring(COLUMNS, List.of());
    String name = csv.name();
    var problems = new ArrayList<>(csv.problems());
    if (!csv.hasErrors()) {
      csv.rows().forEach(row -> blankKeys(name, row, problems));
      if (csv.rows().isEmpty()) {
        problems.add(
            Problem.error(
                name,
                Place.WHOLE_FILE,
                Reason.EMPTY_FILE,
                "",
                MESSAGES.text("expected.rows"),
                MESSAGES.text("remedy.add_rows")));
      }
    }
    boolean isUsable = !Problem.anyError(problems);
    return new AnswerFile(csv, isUsable ? units(name, csv.rows()) : List.of(), problems);
  }

  public String name() {
    return csv.name();
  }

  public boolean hasErrors() {
    return Problem.anyError(problems);
  }

  private static void blankKeys(String name, CsvRow row, List<Problem> problems) {
    for (String column : UNIT_COLUMNS) {
      if (row.text(column).isEmpty()) {
        problems.add(
            Problem.error(
                name,
                row.place(column),
                Reason.MISSING_VALUE,
                "",
                MESSAGES.text("expected.value_of", column),
                MESSAGES.text("remedy.fill_in")));
      }
    }
  }

  private static List<AnswerUnit> units(String name, List<CsvRow> rows) {
    var byUnit = new LinkedHashMap<List<String>, List<AnswerRow>>();
    for (CsvRow row : rows) {
      var key =
          List.of(row.text("round_id"), row.text("questionnaire_id"), row.text("respondent_id"));
      byUnit.computeIfAbsent(key, unit -> new ArrayList<>()).add(AnswerRow.of(row));
    }
    return byUnit.entrySet().stream()
        .map(
            unit -> {
              List<String> key = unit.getKey();
              return new AnswerUnit(name, key.get(0), key.get(1), key.get(2), unit.getValue());
            })
        .toList();
  }
}
