package jp.renkei.jobs.silver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.gateway.classify.Validity;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.CsvRow;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/**
 * The rows of one register file: those that hold, typed, and what is wrong with the others. A row
 * with a problem is left out; the rest of the file goes on.
 *
 * @param rows table column to value, with the line of the file
 */
public record RegisterRows(List<Row> rows, List<Problem> problems) {
  /** One row that holds; absent values are missing keys. */
  public record Row(long line, Map<String, Object> values) {
    public String text(String column) {
      Object value = values.get(column);
      return value == null ? "" : value.toString();
    }

    public Optional<LocalDate> date(String column) {
      return Optional.ofNullable((LocalDate) values.get(column));
    }

    private boolean isReversed() {
      return date("valid_from")
          .flatMap(from -> date("valid_to").map(to -> to.isBefore(from)))
          .orElse(false);
    }

    private Row withoutConsent() {
      var unnamed = new HashMap<>(values);
      unnamed.replace("publication_consent", "AGGREGATE_ONLY");
      return new Row(line, unnamed);
    }

    /** The days on which the row holds. */
    Validity validity() {
      return Validity.of(date("valid_from"), date("valid_to"));
    }
  }

  /** The rows without any consent to be named. */
  RegisterRows withoutConsent() {
    return new RegisterRows(rows.stream().map(Row::withoutConsent).toList(), problems);
  }

  /** Reads and checks. */
  public static RegisterRows read(RegisterFile kind, CsvFile received) {
    var csv = received.requiring(kind.columnsOfEveryFile(), List.copyOf(kind.optional()));
    var problems = new ArrayList<>(csv.problems());
    if (csv.hasErrors() && csv.problems().size() > received.problems().size()) {
      return new RegisterRows(List.of(), problems);
    }
    var rows = new ArrayList<Row>();
    var byKey = new HashMap<List<String>, List<Row>>();
    for (var csvRow : csv.rows()) {
      read(kind, csv.name(), csvRow, problems)
          .filter(row -> isAlone(kind, csv.name(), csvRow, row, byKey, problems))
          .ifPresent(rows::add);
    }
    return new RegisterRows(rows, problems);
  }

  private static Optional<Row> read(
      RegisterFile kind, String file, CsvRow csvRow, List<Problem> problems) {
    int before = problems.size();
    var values = new HashMap<String, Object>();
    kind.columns()
        .forEach(
            (csvColumn, column) -> {
              String text = csvRow.text(csvColumn);
              if (text.isEmpty()) {
                if (kind.required().contains(csvColumn)) {
                  problems.add(
                      problem(file, csvRow, csvColumn, Reason.MISSING_VALUE, "a value", "値"));
                }
                return;
              }
              var reading = RegisterValue.of(kind, csvColumn, text);
              if (reading instanceof RegisterValue.Read value) {
                values.put(column, value.value());
              } else if (reading instanceof RegisterValue.Refused refused) {
                problems.add(
                    problem(
                        file,
                        csvRow,
                        csvColumn,
                        refused.reason(),
                        refused.expected().en(),
                        refused.expected().ja()));
              }
            });
    var row = new Row(csvRow.line(), values);
    if (row.isReversed()) {
      var from = row.date("valid_from").orElseThrow();
      problems.add(
          problem(
              file,
              csvRow,
              "valid_to",
              Reason.DATE_OUT_OF_RANGE,
              "a date not before valid_from " + from,
              "valid_from（" + from + "）以後の日付"));
    }
    if (kind.equals(RegisterFile.COMMENTS)) {
      KpiComments.fault(csvRow)
          .ifPresent(
              fault ->
                  problems.add(
                      problem(
                          file,
                          csvRow,
                          fault.column(),
                          Reason.MISSING_VALUE,
                          fault.expected().en(),
                          fault.expected().ja())));
    }
    if (kind.equals(RegisterFile.TARGETS) && problems.size() == before) {
      KpiTargets.fault(csvRow)
          .ifPresent(
              fault ->
                  problems.add(
                      problem(
                          file,
                          csvRow,
                          fault.column(),
                          fault.reason(),
                          fault.expected().en(),
                          fault.expected().ja())));
    }
    return problems.size() == before ? Optional.of(row) : Optional.empty();
  }

  /** Two rows of one key that overlap in time cannot both hold; the later line is refused. */
  private static boolean isAlone(
      RegisterFile kind,
      String file,
      CsvRow csvRow,
      Row row,
      Map<List<String>, List<Row>> byKey,
      List<Problem> problems) {
    if (kind.holdsStatements()) {
      return true;
    }
    var key = kind.keyColumns().stream().map(csvRow::text).toList();
    var others = byKey.computeIfAbsent(key, absent -> new ArrayList<>());
    for (var other : others) {
      if (!kind.validity() || row.validity().overlaps(other.validity())) {
        problems.add(
            problem(
                file,
                csvRow.place(String.join(",", kind.keyColumns())),
                kind.validity() ? Reason.OVERLAPPING_VALIDITY : Reason.DUPLICATE_KEY,
                String.join(",", key),
                "no row that overlaps line " + other.line(),
                other.line() + "行目と重ならない行"));
        return false;
      }
    }
    others.add(row);
    return true;
  }

  private static Problem problem(
      String file, CsvRow row, String column, Reason reason, String expected, String expectedJa) {
    return problem(file, row.place(column), reason, row.text(column), expected, expectedJa);
  }

  private static Problem problem(
      String file, Place place, Reason reason, String found, String expected, String expectedJa) {
    return Problem.error(
        file,
        place,
        reason,
        found,
        new BilingualText(expected, expectedJa),
        new BilingualText("Correct the line and place the file again.", "行を訂正し、ファイルを置き直してください。"));
  }
}
