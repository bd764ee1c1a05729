package jp.renkei.webapi.sql;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.renkei.surveys.CsvCell;

/**
 * CSV (RFC 4180, UTF-8). For programs a missing value is an empty field and an empty text is {@code
 * ""}; for Excel there is a byte order mark, and no text that it would run as a formula.
 */
final class CsvPrinter implements RowPrinter {
  private final Appendable out;
  private final String start;
  private final Function<Object, String> field;

  private CsvPrinter(Appendable out, String start, Function<Object, String> field) {
    this.out = out;
    this.start = start;
    this.field = field;
  }

  static CsvPrinter forPrograms(Appendable out) {
    return new CsvPrinter(out, "", value -> value == null ? "" : quoted(CellText.of(value)));
  }

  static CsvPrinter forExcel(Appendable out) {
    return new CsvPrinter(
        out,
        "\uFEFF",
        value ->
            value == null || value instanceof Number
                ? CsvCell.of(value)
                : CsvCell.of(CellText.of(value)));
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    out.append(start);
    line(columns.stream().map(column -> field.apply(column.name())).toList());
  }

  @Override
  public void row(List<Object> values) throws IOException {
    line(values.stream().map(field).collect(Collectors.toList()));
  }

  @Override
  public void end() {}

  private void line(List<String> fields) throws IOException {
    out.append(String.join(",", fields)).append("\r\n");
  }

  private static String quoted(String text) {
    boolean needsQuotes =
        text.isEmpty()
            || text.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
