package jp.renkei.warehouse.table;

import java.util.stream.Collectors;

/** The tables in DuckDB's words. */
public final class DuckDbTables {
  private DuckDbTables() {}

  /** {@code create table} for one table, with every column nullable, as Delta has them. */
  public static String create(TableDefinition table) {
    return table.columns().stream()
        .map(column -> quoted(column.name()) + " " + column.type().duckDb())
        .collect(Collectors.joining(", ", "create table " + table.name() + " (", ")"));
  }

  /** The column names, quoted and joined by commas. */
  public static String columnList(TableDefinition table) {
    return table.columns().stream()
        .map(column -> quoted(column.name()))
        .collect(Collectors.joining(", "));
  }

  public static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A text as an SQL literal. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
