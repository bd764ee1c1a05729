package jp.renkei.surveys;

import static jp.renkei.surveys.CsvFile.MESSAGES;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.surveys.Problem.Reason;

/** Takes one decoded CSV text apart, strictly, and collects what is wrong with it. */
final class CsvParsing {
  private static final int MOST_PROBLEMS = 1_000;
  private static final int MOST_COLUMNS = 1_000;

  /** Twenty respondents with all their counterparties; small heaps hold them and their faults. */
  private static final int MOST_ROWS = 100_000;

  private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");
  private final String name;
  private final TextDecoding decoded;
  private final List<Problem> problems = new ArrayList<>();
  private final List<CsvRow> rows = new ArrayList<>();
  private final List<CsvRow> brokenRows = new ArrayList<>();
  private List<String> columns = List.of();
  private Map<String, Integer> positions = Map.of();
  private long received;
  private long lastLine;

  CsvParsing(String name, TextDecoding decoded) {
    this.name = name;
    this.decoded = decoded;
  }

  CsvFile file() {
    if (isText()) {
      parse();
    }
    return new CsvFile(
        name, Optional.of(decoded.charset()), columns, rows, brokenRows, received, problems);
  }

  /** A NUL never stands in a text: the file is something else, or was damaged. */
  private boolean isText() {
    int nul = decoded.text().indexOf('\0');
    if (nul >= 0) {
      long line = 1 + decoded.text().substring(0, nul).chars().filter(c -> c == '\n').count();
      add(
          Place.line(line),
          Reason.UNREADABLE,
          MESSAGES.text("found.nul"),
          "expected.text",
          "remedy.save_as_csv");
    }
    return nul < 0;
  }

  private void parse() {
    var reader =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    try (var records = reader.ofCsvRecord(decoded.text())) {
      for (CsvRecord record : records) {
        lastLine = record.getStartingLineNumber();
        if (columns.isEmpty()) {
          if (!header(record)) {
            return;
          }
        } else if (!row(record)) {
          return;
        }
      }
    } catch (CsvParseException e) {
      add(
          Place.line(startOfRecord(e)),
          Reason.UNREADABLE,
          MESSAGES.text("found.broken_quotes"),
          "expected.csv",
          "remedy.check_quotes");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (columns.isEmpty() && problems.isEmpty()) {
      add(
          Place.WHOLE_FILE,
          Reason.EMPTY_FILE,
          BilingualText.NONE,
          "expected.header",
          "remedy.add_header");
    }
  }

  private boolean header(CsvRecord record) {
    Place place = Place.line(record.getStartingLineNumber());
    if (record.getFieldCount() > MOST_COLUMNS) {
      var found = MESSAGES.text("found.columns", record.getFieldCount());
      add(place, Reason.TOO_LARGE, found, "expected.few_columns", "remedy.add_header");
      return false;
    }
    var separator = otherSeparator(record);
    if (separator.isPresent()) {
      var found = MESSAGES.text("found.separator." + separator.get());
      add(place, Reason.WRONG_SEPARATOR, found, "expected.comma", "remedy.separate_by_commas");
      return false;
    }
    columns = record.getFields().stream().map(String::strip).toList();
    var seen = new HashSet<String>();
    for (String column : columns) {
      if (column.isEmpty()) {
        add(
            place,
            Reason.MISSING_VALUE,
            BilingualText.NONE,
            "expected.column_name",
            "remedy.name_column");
      } else if (!seen.add(column)) {
        var found = new BilingualText(column, column);
        add(place, Reason.DUPLICATE_COLUMN, found, "expected.column_once", "remedy.name_column");
      }
    }
    var byName = new HashMap<String, Integer>();
    for (int i = 0; i < columns.size(); i++) {
      byName.putIfAbsent(columns.get(i), i);
    }
    positions = Map.copyOf(byName);
    return true;
  }

  /** Spreadsheets save with semicolons or tabs too: then the whole header is one column's name. */
  private static Optional<String> otherSeparator(CsvRecord record) {
    if (record.getFieldCount() > 1) {
      return Optional.empty();
    }
    String header = record.getField(0);
    if (header.indexOf('\t') >= 0) {
      return Optional.of("tab");
    }
    return header.indexOf(';') >= 0 ? Optional.of("semicolon") : Optional.empty();
  }

  private boolean row(CsvRecord record) {
    List<String> values = record.getFields();
    if (values.stream().allMatch(String::isBlank)) {
      return true;
    }
    received++;
    Place place = Place.line(record.getStartingLineNumber());
    if (received > MOST_ROWS) {
      var found = MESSAGES.text("found.rows", received);
      add(place, Reason.TOO_LARGE, found, "expected.few_rows", "remedy.split_file");
      return false;
    }
    var row = new CsvRow(record.getStartingLineNumber(), positions, values);
    if (values.size() == columns.size()) {
      rows.add(row);
      return true;
    }
    if (problems.size() >= MOST_PROBLEMS) {
      add(
          place,
          Reason.TOO_MANY_PROBLEMS,
          BilingualText.NONE,
          "expected.few_problems",
          "remedy.mend_first");
      return false;
    }
    brokenRows.add(row);
    problems.add(CsvFile.wrongColumnCount(name, row, columns.size()));
    return true;
  }

  /** FastCSV tells it in its message only; without that, the record is one of the next lines. */
  private long startOfRecord(CsvParseException e) {
    Matcher line = LINE.matcher(String.valueOf(e.getMessage()));
    return line.find() ? Long.parseLong(line.group(1)) : lastLine + 1;
  }

  private void add(
      Place place, Reason reason, BilingualText found, String expected, String remedy) {
    problems.add(
        Problem.error(name, place, reason, found, MESSAGES.text(expected), MESSAGES.text(remedy)));
  }
}
