package jp.renkei.jobs.release.disclosure;

import java.util.Map;
import java.util.stream.Collectors;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableDefinition;

/** A row's key as one text, the same in Java and in DuckDB. */
final class RowKey {
  static final String SEPARATOR = "\u001f";

  private RowKey() {}

  /** The key of a row, given by column name. */
  static String of(TableDefinition table, Map<String, Object> row) {
    return table.key().stream()
        .map(column -> row.containsKey(column) ? row.get(column).toString() : "")
        .collect(Collectors.joining(SEPARATOR));
  }

  /** SQL that gives the key of a row of the table. */
  static String sql(TableDefinition table) {
    return table.key().stream()
        .map(column -> "coalesce(cast(" + DuckDbTables.quoted(column) + " as varchar), '')")
        .collect(Collectors.joining(", ", "concat_ws(chr(31), ", ")"));
  }
}
