package jp.renkei.surveys;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Rows as a CSV file (RFC 4180) that people open with a spreadsheet: a byte order mark, by which
 * Excel knows UTF-8, then a line per row, its cells as {@link CsvCell} writes them.
 */
public final class CsvText {
  private final StringBuilder text = new StringBuilder("\uFEFF");

  /** A file with its first line, the names of the columns. */
  public CsvText(Collection<String> columns) {
    row(columns);
  }

  public CsvText row(Collection<?> cells) {
    text.append(cells.stream().map(CsvCell::of).collect(Collectors.joining(",", "", "\r\n")));
    return this;
  }

  /** In UTF-8. */
  public byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
