package jp.renkei.jobs.summary;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.privacy.CardNumbers;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * One table of a summary as CSV: a header, lines ended by LF, no quotes; a null is an empty cell.
 * Every cell has a form that holds no free text.
 */
final class SummaryCsv {
  /** So small that no sum over a summary is beyond all measure. */
  private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,12}");

  /** Nothing adds these up. */
  private static final Pattern BYTES = Pattern.compile("0|[1-9][0-9]{0,17}");

  /** The rows in the order of the table's columns, and what is wrong with them. */
  record Rows(List<List<Object>> rows, List<Problem> problems) {}

  private final String path;
  private final SummaryTable kind;
  private final TableDefinition table;
  private final List<List<Object>> rows = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private SummaryCsv(String path, SummaryTable kind) {
    this.path = path;
    this.kind = kind;
    this.table = kind.table();
  }

  /** The text of rows, in a fixed order. */
  static String write(SummaryTable kind, List<List<Object>> rows) {
    var lines =
        rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(value -> Objects.toString(value, ""))
                        .collect(Collectors.joining(",")))
            .sorted();
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(String.join(",", kind.table().columnNames())), lines)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** Reads and checks a text. */
  static Rows read(String path, SummaryTable kind, String text) {
    var csv = new SummaryCsv(path, kind);
    csv.read(text);
    return new Rows(List.copyOf(csv.rows), List.copyOf(csv.problems));
  }

  private void read(String text) {
    var lines = text.split("\n", -1);
    String header = String.join(",", table.columnNames());
    if (!lines[0].equals(header)) {
      problem(1, Reason.MISSING_COLUMN, lines[0], header, header);
      return;
    }
    if (!lines[lines.length - 1].isEmpty()) {
      problem(lines.length, Reason.UNREADABLE, "", "a line feed at the end", "最後の行の改行");
    }
    var keys = new HashSet<List<Object>>();
    for (int index = 1; index < lines.length - 1; index++) {
      read(index + 1, lines[index].split(",", -1), keys);
      if (!problems.isEmpty()) {
        // Made by a program: what is wrong once is wrong on every line.
        return;
      }
    }
  }

  private void read(int line, String[] cells, HashSet<List<Object>> keys) {
    if (cells.length != table.columns().size()) {
      problem(
          line,
          Reason.WRONG_COLUMN_COUNT,
          Integer.toString(cells.length),
          table.columns().size() + " cells",
          table.columns().size() + " 個の値");
      return;
    }
    var row = new ArrayList<Object>();
    var key = new ArrayList<Object>();
    for (int index = 0; index < cells.length; index++) {
      var column = table.columns().get(index);
      row.add(value(line, column, cells[index]));
      if (table.key().contains(column.name())) {
        key.add(row.get(index));
      }
    }
    if (problems.isEmpty() && !keys.add(key)) {
      problem(line, Reason.DUPLICATE_KEY, key.toString(), "each key once", "重複しないキー");
    }
    rows.add(row);
  }

  private Object value(int line, ColumnDefinition column, String text) {
    // Only an agent may be unknown.
    if (text.isEmpty() && column.name().equals("agent_id")) {
      return null;
    }
    return switch (column.type()) {
      case DATE -> date(line, column, text);
      case BIGINT -> {
        var form = column.name().equals("bytes_out") ? BYTES : COUNT;
        if (!form.matcher(text).matches()) {
          wrongType(line, column, text, "a whole number from 0", "0以上の整数");
          yield null;
        }
        yield Long.parseLong(text);
      }
      case BOOLEAN -> {
        if (!text.equals("true") && !text.equals("false")) {
          wrongType(line, column, text, "true or false", "true 又は false");
        }
        yield text.equals("true");
      }
      default -> {
        String form = SummaryTable.FORMS.getOrDefault(column.name(), SummaryTable.ID);
        boolean mayHoldDigits = column.name().equals("sha256");
        if (!text.matches(form) || !mayHoldDigits && CardNumbers.found(text)) {
          wrongType(line, column, CardNumbers.mask(text), "a value like " + form, form + " の形の値");
        }
        yield text;
      }
    };
  }

  private LocalDate date(int line, ColumnDefinition column, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      wrongType(line, column, text, "a date YYYY-MM-DD", "YYYY-MM-DD の日付");
      return null;
    }
  }

  private void wrongType(
      int line, ColumnDefinition column, String found, String expected, String expectedJa) {
    problems.add(
        Problem.error(
            path,
            place(line, column.name()),
            Reason.WRONG_TYPE,
            found,
            new BilingualText(expected, expectedJa),
            SummaryProblems.MAKE_AGAIN));
  }

  private void problem(int line, Reason reason, String found, String expected, String expectedJa) {
    problems.add(
        Problem.error(
            path,
            place(line, ""),
            reason,
            found,
            new BilingualText(expected, expectedJa),
            SummaryProblems.MAKE_AGAIN));
  }

  private Place place(int line, String column) {
    String name = column.isEmpty() ? "" : " " + column;
    return Place.WHOLE_FILE.about(kind.fileName() + ":" + line + name);
  }
}
