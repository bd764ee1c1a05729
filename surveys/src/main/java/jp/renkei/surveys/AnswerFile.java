package jp.renkei.surveys;

import static jp.renkei.surveys.CsvFile.MESSAGES;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import jp.renkei.surveys.Problem.Reason;

/**
 * A survey in the long CSV: its units in the order of first appearance. When the file itself has an
 * error (a missing column, a quotation mark that is never closed), no unit can be told to be whole,
 * so there are none. A row that cannot be read alone refuses those units only that it may belong
 * to, see {@link StrayRows}.
 *
 * @param csv the file it came from
 * @param problems of the file as a whole, and of rows that belong to no unit; those of a unit come
 *     from {@link UnitCheck}
 * @param looseLines lines of rows that no unit counts as its own
 */
public record AnswerFile(
    CsvFile csv, List<AnswerUnit> units, List<Problem> problems, List<Long> looseLines) {
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

  /** Decoded, it takes five times as much; a heap of 256 MB must hold it beside its rows. */
  private static final long LARGEST_BYTES = 20L * 1024 * 1024;

  static final List<String> UNIT_COLUMNS = List.of("questionnaire_id", "round_id", "respondent_id");

  public AnswerFile {
    units = List.copyOf(units);
    problems = List.copyOf(problems);
    looseLines = List.copyOf(looseLines);
  }

  /** Reads a file of any content; what is wrong with it is in the problems. */
  public static AnswerFile read(String name, byte[] content) {
    return tooLarge(name, content.length)
        .map(problem -> of(CsvFile.empty(name, List.of(problem))))
        .orElseGet(() -> of(CsvFile.read(name, content)));
  }

  /** What is wrong with a file of that many bytes, which its reader can ask before reading it. */
  public static Optional<Problem> tooLarge(String name, long bytes) {
    return CsvFile.tooLarge(name, bytes, LARGEST_BYTES);
  }

  /** The units of a file that was read already. */
  public static AnswerFile of(CsvFile file) {
    if (hasNoColumn(file)) {
      return new AnswerFile(file, List.of(), List.of(noSurvey(file.name())), List.of());
    }
    CsvFile csv = file.requiring(COLUMNS, List.of());
    var problems = new ArrayList<>(csv.problems());
    if (!csv.hasErrors() && csv.rows().isEmpty()) {
      problems.add(
          Problem.error(
              csv.name(),
              Place.WHOLE_FILE,
              Reason.EMPTY_FILE,
              "",
              MESSAGES.text("expected.rows"),
              MESSAGES.text("remedy.add_rows")));
    }
    if (!csv.hasErrors() && StrayRows.areTooMany(csv)) {
      problems.add(
          Problem.error(
              csv.name(),
              Place.WHOLE_FILE,
              Reason.TOO_MANY_PROBLEMS,
              "",
              MESSAGES.text("expected.few_strays"),
              MESSAGES.text("remedy.fill_in_units")));
    }
    boolean isUsable =
        problems.stream()
            .filter(Problem::isError)
            .allMatch(problem -> problem.reason() == Reason.WRONG_COLUMN_COUNT);
    return isUsable ? units(csv) : new AnswerFile(csv, List.of(), problems, List.of());
  }

  /** A text, a page, another table: what is said of its columns and lines would help nobody. */
  private static boolean hasNoColumn(CsvFile file) {
    boolean isOtherSeparator =
        file.problems().stream().anyMatch(one -> one.reason() == Reason.WRONG_SEPARATOR);
    return !file.columns().isEmpty()
        && !isOtherSeparator
        && file.columns().stream().noneMatch(COLUMNS::contains);
  }

  private static Problem noSurvey(String name) {
    return Problem.error(
        name,
        Place.WHOLE_FILE,
        Reason.UNKNOWN_FORM,
        MESSAGES.text("found.no_columns"),
        MESSAGES.text("expected.survey_file"),
        MESSAGES.text("remedy.survey_file"));
  }

  private static AnswerFile units(CsvFile csv) {
    var strays = StrayRows.of(csv);
    var rowsByUnit = new LinkedHashMap<List<String>, List<AnswerRow>>();
    for (CsvRow row : csv.rows()) {
      var key = unitOf(row);
      if (!key.contains("")) {
        rowsByUnit.computeIfAbsent(key, unit -> new ArrayList<>()).add(AnswerRow.of(row));
      }
    }
    var units = new ArrayList<AnswerUnit>();
    rowsByUnit.forEach(
        (key, rows) ->
            units.add(
                new AnswerUnit(
                    csv.name(),
                    key.get(1),
                    key.get(0),
                    key.get(2),
                    rows,
                    strays.ownLines(key),
                    strays.problems(key))));
    return new AnswerFile(csv, units, strays.problemsOfNoUnit(), strays.looseLines());
  }

  /**
   * What a row says of its unit, in the order of {@link #UNIT_COLUMNS}; blank where it does not.
   */
  static List<String> unitOf(CsvRow row) {
    return UNIT_COLUMNS.stream().map(row::text).toList();
  }

  public String name() {
    return csv.name();
  }

  /** Whether the file is no survey at all, which is then all that is said of it. */
  public boolean isSomethingElse() {
    return problems.stream().anyMatch(problem -> problem.reason() == Reason.UNKNOWN_FORM);
  }

  public boolean hasErrors() {
    return Problem.anyError(problems);
  }
}
