package jp.renkei.surveys;

import java.util.List;
import java.util.Map;

/**
 * One record of a CSV file: the line it begins on and its values as they stand there.
 *
 * @param columns column name to position, shared by all rows of a file
 */
public record CsvRow(long line, Map<String, Integer> columns, List<String> values) {

  /** The value without blanks around it; empty for a blank cell or a column the file lacks. */
  public String text(String column) {
    return raw(column).strip();
  }

  /** The value exactly as it stands in the file; empty for a column the file or the row lacks. */
  public String raw(String column) {
    Integer position = columns.get(column);
    return position == null || position >= values.size() ? "" : values.get(position);
  }

  public Place place(String column) {
    return Place.line(line).about(column);
  }
}
