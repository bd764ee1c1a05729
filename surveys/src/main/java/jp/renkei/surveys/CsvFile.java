package jp.renkei.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.renkei.surveys.Problem.Reason;

/**
 * A CSV file as it arrived: header and rows with their line numbers, whatever its encoding, and all
 * that is wrong with it. Never throws on what a file holds. Rows with too many or too few values
 * are broken: each is a problem too; blank rows are nowhere.
 *
 * @param charset the encoding the content was told to be in, for example {@code windows-31j}; empty
 *     when none fits
 * @param brokenRows rows with too many or too few values; which value belongs to which column is
 *     not certain
 * @param receivedRows rows that are not blank, the unusable ones among them, the header not
 */
public record CsvFile(
    String name,
    Optional<String> charset,
    List<String> columns,
    List<CsvRow> rows,
    List<CsvRow> brokenRows,
    long receivedRows,
    List<Problem> problems) {
  static final Messages MESSAGES = Messages.load(CsvFile.class, "problems");

  public CsvFile {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    brokenRows = List.copyOf(brokenRows);
    problems = List.copyOf(problems);
  }

  /** A file of which nothing could be read. */
  public static CsvFile empty(String name, List<Problem> problems) {
    return new CsvFile(name, Optional.empty(), List.of(), List.of(), List.of(), 0, problems);
  }

  /** Says that a row has not as many values as there are columns. */
  public static Problem wrongColumnCount(String name, CsvRow row, int columns) {
    return Problem.error(
        name,
        Place.line(row.line()),
        Reason.WRONG_COLUMN_COUNT,
        MESSAGES.text("found.values", row.values().size()),
        MESSAGES.text("expected.column_count", columns),
        MESSAGES.text("remedy.column_count"));
  }

  /** Reads a file with any header. */
  public static CsvFile read(String name, byte[] content) {
    if (isWorkbook(content)) {
      return empty(name, List.of(notText(name, "found.workbook")));
    }
    return TextDecoding.of(content)
        .map(decoded -> new CsvParsing(name, decoded).file())
        .orElseGet(() -> undecodable(name, content));
  }

  /** Reads a file whose columns are known; see {@link #requiring}. */
  public static CsvFile read(
      String name, byte[] content, List<String> required, List<String> optional) {
    return read(name, content).requiring(required, optional);
  }

  /**
   * The same file with its columns checked. A required column that is missing, and a column that is
   * neither required nor optional, are errors; the order of columns is free.
   */
  public CsvFile requiring(List<String> required, List<String> optional) {
    if (columns.isEmpty()) {
      return this;
    }
    var problems = new ArrayList<Problem>();
    var known = new ArrayList<>(required);
    known.addAll(optional);
    for (String column : required) {
      if (!columns.contains(column)) {
        problems.add(
            Problem.error(
                name,
                Place.line(1),
                Reason.MISSING_COLUMN,
                String.join(",", columns),
                MESSAGES.text("expected.column", column),
                MESSAGES.text("remedy.add_column", column)));
      }
    }
    for (String column : columns) {
      if (!known.contains(column)) {
        problems.add(
            Problem.error(
                name,
                Place.line(1),
                Reason.UNKNOWN_COLUMN,
                column,
                MESSAGES.text("expected.known_column", String.join(", ", known)),
                MESSAGES.text("remedy.rename_column")));
      }
    }
    problems.addAll(this.problems);
    return new CsvFile(name, charset, columns, rows, brokenRows, receivedRows, problems);
  }

  public boolean hasErrors() {
    return Problem.anyError(problems);
  }

  /** What is wrong with a file of that many bytes, which its reader can ask before reading it. */
  public static Optional<Problem> tooLarge(String name, long bytes) {
    return tooLarge(name, bytes, TextDecoding.LARGEST_BYTES);
  }

  static Optional<Problem> tooLarge(String name, long bytes, long most) {
    return bytes <= most
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                name,
                Place.WHOLE_FILE,
                Reason.TOO_LARGE,
                MESSAGES.text("found.bytes", bytes),
                MESSAGES.text("expected.size", most),
                MESSAGES.text("remedy.split_file")));
  }

  private static CsvFile undecodable(String name, byte[] content) {
    Problem problem =
        tooLarge(name, content.length).orElseGet(() -> notText(name, "found.no_encoding"));
    return empty(name, List.of(problem));
  }

  /** What every zip and every old Office file begins with. */
  private static boolean isWorkbook(byte[] content) {
    return content.length >= 4
        && ((content[0] == 'P' && content[1] == 'K' && content[2] <= 8 && content[3] <= 8)
            || (content[0] == (byte) 0xD0 && content[1] == (byte) 0xCF));
  }

  private static Problem notText(String name, String found) {
    return Problem.error(
        name,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        MESSAGES.text(found),
        MESSAGES.text("expected.encoding"),
        MESSAGES.text("remedy.save_as_csv"));
  }
}
