package jp.renkei.warehouse.release.diff;

import static jp.renkei.warehouse.table.DuckDbTables.literal;
import static jp.renkei.warehouse.table.DuckDbTables.quoted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.jooq.exception.DataAccessException;

/**
 * What an audience reads of two releases, attached to one connection as {@code earlier} and {@code
 * later}. A column that a file lacks, since it came later, reads as null.
 */
final class AttachedFiles implements AutoCloseable {
  static final String EARLIER = "earlier";
  static final String LATER = "later";

  private final Connection connection;
  private final Release before;
  private final Release after;
  private final Audience audience;
  private final Set<String> columns = new HashSet<>();

  private AttachedFiles(Connection connection, Release before, Release after, Audience audience) {
    this.connection = connection;
    this.before = before;
    this.after = after;
    this.audience = audience;
  }

  static AttachedFiles open(Release before, Release after, Audience audience) {
    try {
      var files =
          new AttachedFiles(DriverManager.getConnection("jdbc:duckdb:"), before, after, audience);
      files.attach(EARLIER, before.fileFor(audience));
      files.attach(LATER, after.fileFor(audience));
      files.query(
          "select database_name, schema_name, table_name, column_name from duckdb_columns()"
              + " where database_name in ('earlier', 'later') and table_name not in"
              + " (select view_name from duckdb_views() where not internal)",
          row ->
              files.columns.add(
                  row.getString(1)
                      + "."
                      + row.getString(2)
                      + "."
                      + row.getString(3)
                      + "."
                      + row.getString(4)));
      return files;
    } catch (SQLException e) {
      throw new DataAccessException(
          "Cannot compare releases " + before.id() + " and " + after.id() + ".", e);
    }
  }

  private void attach(String name, Path file) throws SQLException {
    if (!Files.exists(file)) {
      connection.close();
      throw new IllegalStateException("Cannot open release: there is no file " + file + ".");
    }
    try (var statement = connection.createStatement()) {
      statement.execute("attach " + literal(file.toString()) + " as " + name + " (read_only)");
    }
  }

  Release before() {
    return before;
  }

  Release after() {
    return after;
  }

  /** The content hash of a table in the file that is attached; empty where it is not known. */
  private Optional<String> hash(Release release, String table) {
    return Optional.ofNullable(
        release.manifest().tableHashes().get(release.readAs(audience).code() + "/" + table));
  }

  boolean has(String side, String table) {
    return TableCatalog.builtIn().all().stream()
            .anyMatch(one -> one.name().toString().equals(table))
        && columns.stream().anyMatch(column -> column.startsWith(side + "." + table + "."));
  }

  boolean bothHave(String table) {
    return has(EARLIER, table) && has(LATER, table);
  }

  boolean oneHas(String table) {
    return has(EARLIER, table) || has(LATER, table);
  }

  /** Whether the manifests know that a table says the same in both. */
  boolean isKnownToBeTheSame(String table) {
    var old = hash(before, table);
    return old.isPresent() && old.equals(hash(after, table));
  }

  /** Whether the manifests know that a table says something else. */
  boolean isKnownToDiffer(String table) {
    var old = hash(before, table);
    var now = hash(after, table);
    return old.isPresent() && now.isPresent() && !old.equals(now);
  }

  /** {@code select} of a table's columns from a side, as they are named and typed today. */
  String select(String side, String table, List<String> names) {
    var definition = TableCatalog.builtIn().table(TableName.of(table));
    return definition.columns().stream()
        .filter(column -> names.contains(column.name()))
        .map(
            column ->
                (columns.contains(side + "." + table + "." + column.name())
                        ? quoted(column.name())
                        : "cast(null as " + column.type().duckDb() + ")")
                    + " as "
                    + quoted(column.name()))
        .collect(Collectors.joining(", ", "select ", " from " + side + "." + table));
  }

  /** Takes one row of a result. */
  @FunctionalInterface
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  void query(String sql, RowTaker taker) {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        taker.take(rows);
      }
    } catch (SQLException e) {
      throw new DataAccessException("Cannot compare releases: " + sql, e);
    }
  }

  /** One value of each row. */
  <T> List<T> list(String sql, RowReader<T> reader) {
    var list = new ArrayList<T>();
    query(sql, row -> list.add(reader.read(row)));
    return list;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DataAccessException("Cannot close releases.", e);
    }
  }
}
