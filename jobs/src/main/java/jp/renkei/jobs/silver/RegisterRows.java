package jp.renkei.jobs.silver;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.gateway.classify.AgentNetworks;
import jp.renkei.jobs.gateway.classify.Validity;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.CsvFile;
import jp.renkei.surveys.CsvRow;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.table.ColumnType;

/**
 * The rows of one register file: those that hold, typed, and what is wrong with the others. A row
 * with a problem is left out; the rest of the file goes on.
 *
 * @param rows table column to value, with the line of the file
 */
public record RegisterRows(List<Row> rows, List<Problem> problems) {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

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

    /** The days on which the row holds. */
    Validity validity() {
      return Validity.of(date("valid_from"), date("valid_to"));
    }
  }

  /** Reads and checks. */
  public static RegisterRows read(RegisterFile kind, CsvFile received) {
    var csv = received.requiring(List.copyOf(kind.columns().keySet()), List.of());
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
              var codes = kind.codes().get(csvColumn);
              if (codes != null && !codes.contains(text)) {
                String list = String.join(", ", codes);
                problems.add(
                    problem(
                        file,
                        csvRow,
                        csvColumn,
                        Reason.UNKNOWN_CODE,
                        "one of " + list,
                        "次のいずれか：" + list));
                return;
              }
              if (csvColumn.equals("cidr") && !AgentNetworks.isNetwork(text)) {
                problems.add(
                    problem(
                        file,
                        csvRow,
                        csvColumn,
                        Reason.WRONG_TYPE,
                        "an address block such as 192.0.2.0/24",
                        "192.0.2.0/24 のようなアドレスブロック"));
                return;
              }
              typed(file, csvRow, csvColumn, kind.table().column(column).type(), text, problems)
                  .ifPresent(value -> values.put(column, value));
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
    return problems.size() == before ? Optional.of(row) : Optional.empty();
  }

  private static Optional<Object> typed(
      String file,
      CsvRow row,
      String column,
      ColumnType type,
      String text,
      List<Problem> problems) {
    try {
      return switch (type) {
        case STRING -> Optional.of(text);
        case BIGINT -> {
          long number = Long.parseLong(text);
          if (number < 0) {
            throw new NumberFormatException("negative");
          }
          yield Optional.of(number);
        }
        // Not Double.valueOf, which takes NaN and 1d for numbers.
        case DOUBLE -> Optional.of(new BigDecimal(text).doubleValue());
        case BOOLEAN -> {
          if (!text.equals("yes") && !text.equals("no")) {
            throw new IllegalArgumentException(text);
          }
          yield Optional.of(text.equals("yes"));
        }
        case DATE -> {
          var date = LocalDate.parse(text);
          if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            problems.add(
                problem(
                    file,
                    row,
                    column,
                    Reason.DATE_OUT_OF_RANGE,
                    "a date from " + EARLIEST + " to " + LATEST,
                    EARLIEST + " から " + LATEST + " までの日付"));
            yield Optional.empty();
          }
          yield Optional.of(date);
        }
        case TIMESTAMP -> throw new IllegalStateException("No register holds instants.");
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      var expected = expected(type);
      problems.add(problem(file, row, column, Reason.WRONG_TYPE, expected.en(), expected.ja()));
      return Optional.empty();
    }
  }

  private static BilingualText expected(ColumnType type) {
    return switch (type) {
      case BIGINT -> new BilingualText("a whole number from 0", "0以上の整数");
      case DOUBLE -> new BilingualText("a number", "数値");
      case BOOLEAN -> new BilingualText("yes or no", "yes 又は no");
      case DATE -> new BilingualText("a date YYYY-MM-DD", "YYYY-MM-DD の日付");
      case STRING, TIMESTAMP -> new BilingualText("a text", "文字列");
    };
  }

  /** Two rows of one key that overlap in time cannot both hold; the later line is refused. */
  private static boolean isAlone(
      RegisterFile kind,
      String file,
      CsvRow csvRow,
      Row row,
      Map<List<String>, List<Row>> byKey,
      List<Problem> problems) {
    if (kind == RegisterFile.ROADMAP) {
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
