package jp.renkei.jobs.check;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;
import org.duckdb.DuckDBConnection;

/** Given versions of the Delta tables as views in a DuckDB of their own, in memory. */
public final class DuckDbTablesOfVersions implements SqlEngine, AutoCloseable {
  private final DuckDBConnection connection;

  private DuckDbTablesOfVersions(DuckDBConnection connection) {
    this.connection = connection;
  }

  /** Opens the tables at the versions; tables without a version are not there. */
  public static DuckDbTablesOfVersions open(
      WarehouseFolder warehouse, SortedMap<TableName, Long> versions) {
    return open(
        versions,
        (table, version) ->
            view(table, DeltaSnapshot.at(warehouse.table(table.name()), version).files(), ""));
  }

  /** The same, silver.access and the tables made of it month by month with rows of some months. */
  static DuckDbTablesOfVersions ofMonths(
      WarehouseFolder warehouse, SortedMap<TableName, Long> versions, Set<LocalDate> months) {
    return open(
        versions,
        (table, version) -> {
          var snapshot = DeltaSnapshot.at(warehouse.table(table.name()), version);
          return MonthsToCheck.isByMonth(table.name())
              ? view(
                  table,
                  MonthsToCheck.files(table.name(), snapshot, months),
                  " where " + MonthsToCheck.condition(table.name(), months))
              : view(table, snapshot.files(), "");
        });
  }

  private static DuckDbTablesOfVersions open(
      SortedMap<TableName, Long> versions, BiFunction<TableDefinition, Long, String> view) {
    try {
      var connection = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
      try (var statement = connection.createStatement()) {
        statement.execute("set TimeZone = 'Asia/Tokyo'");
        for (var layer : List.of("bronze", "silver", "gold")) {
          statement.execute("create schema " + layer);
        }
        for (var entry : versions.entrySet()) {
          var table = TableCatalog.builtIn().table(entry.getKey());
          statement.execute(view.apply(table, entry.getValue()));
        }
      }
      return new DuckDbTablesOfVersions(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot open the Delta tables in DuckDB.", e);
    }
  }

  private static String view(TableDefinition table, List<String> files, String where) {
    if (files.isEmpty()) {
      return DuckDbTables.create(table);
    }
    return "create view "
        + table.name()
        + " as select "
        + DuckDbTables.columnList(table)
        + " from read_parquet("
        + files.stream().map(DuckDbTables::literal).collect(Collectors.joining(", ", "[", "]"))
        + ")"
        + where;
  }

  public Connection connection() {
    return connection;
  }

  @Override
  public List<Map<String, Object>> select(String sql) {
    try (var own = connection.duplicate();
        var statement = own.createStatement();
        var result = statement.executeQuery(sql)) {
      var names = new ArrayList<String>();
      for (int index = 1; index <= result.getMetaData().getColumnCount(); index++) {
        names.add(result.getMetaData().getColumnLabel(index).toLowerCase(Locale.ROOT));
      }
      var rows = new ArrayList<Map<String, Object>>();
      while (result.next()) {
        rows.add(row(result, names));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot run in DuckDB: " + sql, e);
    }
  }

  private static Map<String, Object> row(ResultSet result, List<String> names) throws SQLException {
    var row = new HashMap<String, Object>();
    for (int index = 0; index < names.size(); index++) {
      Object value = result.getObject(index + 1);
      if (value != null) {
        row.put(names.get(index), common(value));
      }
    }
    return row;
  }

  /** The form that {@link SqlEngine} promises, whatever width DuckDB chose for a number. */
  private static Object common(Object value) {
    if (value instanceof BigInteger big) {
      return big.longValueExact();
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value;
  }

  /** A table's rows as values in the order of its columns, as Spark hands them out. */
  public List<List<Object>> rows(TableDefinition table) {
    var rows = new ArrayList<List<Object>>();
    for (var row : select("select " + DuckDbTables.columnList(table) + " from " + table.name())) {
      var values = new ArrayList<Object>();
      for (ColumnDefinition column : table.columns()) {
        values.add(handedOut(row.get(column.name())));
      }
      rows.add(values);
    }
    return rows;
  }

  /** A value of a row of a table in the form in which Spark hands it out. */
  static Object handedOut(Object value) {
    return value instanceof OffsetDateTime at ? (Object) Instant.from(at) : value;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot close DuckDB.", e);
    }
  }
}
