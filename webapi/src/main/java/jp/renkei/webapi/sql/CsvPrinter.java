package jp.renkei.webapi.sql;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** CSV (RFC 4180, UTF-8); a missing value is an empty field, an empty text is {@code ""}. */
final class CsvPrinter implements RowPrinter {
  private final Appendable out;

  CsvPrinter(Appendable out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) throws IOException {
    line(columns.stream().map(column -> quoted(column.name())).toList());
  }

  @Override
  public void row(List<Object> values) throws IOException {
    line(
        values.stream()
            .map(value -> value == null ? "" : quoted(CellText.of(value)))
            .collect(Collectors.toList()));
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
