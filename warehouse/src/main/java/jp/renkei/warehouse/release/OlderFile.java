package jp.renkei.warehouse.release;

import static jp.renkei.warehouse.table.DuckDbTables.literal;
import static jp.renkei.warehouse.table.DuckDbTables.quoted;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * A release file of before some table or column was added, so that today's queries can read it:
 * what it lacks is there and empty. The file itself stays as it was released.
 *
 * @param tables those that such a file has today
 * @param columns every column that it has, {@code schema.table.column}
 */
record OlderFile(List<TableDefinition> tables, Set<String> columns) {

  /** Looks at an opened file. */
  static OlderFile of(Statement statement, List<TableDefinition> tables) throws SQLException {
    var columns = new HashSet<String>();
    try (var rows =
        statement.executeQuery(
            "select schema_name || '.' || table_name || '.' || column_name from duckdb_columns()"
                + " where not internal")) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return new OlderFile(tables, columns);
  }

  /** Tables and, of those that are there, columns that a file of today has and this one has not. */
  List<String> lacking() {
    var lacking = new ArrayList<String>();
    for (var table : tables) {
      if (!has(table)) {
        lacking.add(table.name().toString());
        continue;
      }
      table.columns().stream()
          .map(column -> table.name() + "." + column.name())
          .filter(column -> !columns.contains(column))
          .forEach(lacking::add);
    }
    return lacking;
  }

  /** Puts the file, as files are today, into an empty database that it is attached to. */
  void showIn(Statement statement, Path file) throws SQLException {
    statement.execute("attach " + literal(file.toString()) + " as released (read_only)");
    statement.execute("create schema silver");
    statement.execute("create schema gold");
    for (var table : tables) {
      statement.execute(has(table) ? view(table) : DuckDbTables.create(table));
    }
  }

  private boolean has(TableDefinition table) {
    return columns.stream().anyMatch(column -> column.startsWith(table.name() + "."));
  }

  private String view(TableDefinition table) {
    return table.columns().stream()
        .map(
            column ->
                columns.contains(table.name() + "." + column.name())
                    ? quoted(column.name())
                    : "cast(null as " + column.type().duckDb() + ") as " + quoted(column.name()))
        .collect(
            Collectors.joining(
                ", ",
                "create view " + table.name() + " as select ",
                " from released." + table.name()));
  }
}
