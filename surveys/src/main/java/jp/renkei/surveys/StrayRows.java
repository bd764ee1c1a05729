package jp.renkei.surveys;

import static jp.renkei.surveys.CsvFile.MESSAGES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.surveys.Problem.Reason;

/**
 * Rows of a survey file that are no answer: with too many or too few values, or without an id of
 * their unit. Each refuses the units that it may belong to, and no other:
 *
 * <ul>
 *   <li>it names a unit that stands in the file: that one, whose own row it is;
 *   <li>it names another, in columns that no text stands before: none of the file, so it is a
 *       problem of the file alone;
 *   <li>it names none, or not for certain: the units above and below it, since the rows of a unit
 *       stand together, and a file that was cut off ends in such a row.
 * </ul>
 */
final class StrayRows {
  /** Columns of free text, where a comma too many comes from. */
  private static final int MOST = 1_000;

  private static final List<String> TEXT_COLUMNS = List.of("value", "free_text");

  private final CsvFile csv;
  private final List<CsvRow> readable;
  private final Set<List<String>> units;
  private final Map<List<String>, List<Problem>> problems = new HashMap<>();
  private final Map<List<String>, List<Long>> ownLines = new HashMap<>();
  private final List<Problem> problemsOfNoUnit = new ArrayList<>();
  private final List<Long> looseLines = new ArrayList<>();

  private StrayRows(CsvFile csv) {
    this.csv = csv;
    this.readable =
        csv.rows().stream().filter(row -> !AnswerFile.unitOf(row).contains("")).toList();
    this.units = readable.stream().map(AnswerFile::unitOf).collect(Collectors.toSet());
  }

  /** Whether there are so many that the file as a whole must be wrong. */
  static boolean areTooMany(CsvFile csv) {
    long strays = csv.rows().stream().filter(row -> AnswerFile.unitOf(row).contains("")).count();
    return strays + csv.brokenRows().size() > MOST;
  }

  static StrayRows of(CsvFile csv) {
    var strays = new StrayRows(csv);
    Stream.concat(
            csv.brokenRows().stream(),
            csv.rows().stream().filter(row -> AnswerFile.unitOf(row).contains("")))
        .sorted(Comparator.comparingLong(CsvRow::line))
        .forEach(strays::assign);
    return strays;
  }

  /** What is wrong with the rows that are, or may be, a unit's. */
  List<Problem> problems(List<String> unit) {
    return problems.getOrDefault(unit, List.of());
  }

  /** The lines that are a unit's for certain. */
  List<Long> ownLines(List<String> unit) {
    return ownLines.getOrDefault(unit, List.of());
  }

  List<Problem> problemsOfNoUnit() {
    return problemsOfNoUnit;
  }

  /** The lines that are no unit's for certain. */
  List<Long> looseLines() {
    return looseLines;
  }

  private void assign(CsvRow row) {
    var found = problemsOf(row);
    var named = AnswerFile.unitOf(row);
    if (units.contains(named)) {
      ownLines.computeIfAbsent(named, unit -> new ArrayList<>()).add(row.line());
      problems.computeIfAbsent(named, unit -> new ArrayList<>()).addAll(found);
      return;
    }
    looseLines.add(row.line());
    var neighbours = isCertain(row) ? Set.<List<String>>of() : neighbours(row);
    neighbours.forEach(
        unit -> problems.computeIfAbsent(unit, absent -> new ArrayList<>()).addAll(found));
    if (neighbours.isEmpty()) {
      problemsOfNoUnit.addAll(found);
    }
  }

  /** Whether the ids are whole and stand where the header says, whatever follows them. */
  private boolean isCertain(CsvRow row) {
    int lastId =
        AnswerFile.UNIT_COLUMNS.stream().mapToInt(csv.columns()::indexOf).max().orElseThrow();
    int firstText = TEXT_COLUMNS.stream().mapToInt(csv.columns()::indexOf).min().orElseThrow();
    return !AnswerFile.unitOf(row).contains("")
        && lastId < firstText
        && lastId < row.values().size() - 1;
  }

  private Set<List<String>> neighbours(CsvRow row) {
    var neighbours = new LinkedHashSet<List<String>>();
    int found = Collections.binarySearch(readable, row, Comparator.comparingLong(CsvRow::line));
    int below = found < 0 ? -found - 1 : found;
    if (below > 0) {
      neighbours.add(AnswerFile.unitOf(readable.get(below - 1)));
    }
    if (below < readable.size()) {
      neighbours.add(AnswerFile.unitOf(readable.get(below)));
    }
    return neighbours;
  }

  private List<Problem> problemsOf(CsvRow row) {
    if (row.values().size() != csv.columns().size()) {
      return List.of(CsvFile.wrongColumnCount(csv.name(), row, csv.columns().size()));
    }
    return AnswerFile.UNIT_COLUMNS.stream()
        .filter(column -> row.text(column).isEmpty())
        .map(
            column ->
                Problem.error(
                    csv.name(),
                    row.place(column),
                    Reason.MISSING_VALUE,
                    "",
                    MESSAGES.text("expected.value_of", column),
                    MESSAGES.text("remedy.fill_in")))
        .toList();
  }
}
