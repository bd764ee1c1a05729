package jp.renkei.webapi.sql;

import java.io.IOException;
import java.util.List;

/** Prints the rows of a result as they come. */
public interface RowPrinter {
  /**
   * A column.
   *
   * @param isNumber whether its values are numbers, which a table sets to the right
   */
  record Column(String name, boolean isNumber) {}

  void begin(List<Column> columns) throws IOException;

  /** One row; a missing value is null, as JDBC has it. */
  void row(List<Object> values) throws IOException;

  void end() throws IOException;
}
