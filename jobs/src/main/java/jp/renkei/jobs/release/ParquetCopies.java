package jp.renkei.jobs.release;

import static jp.renkei.warehouse.table.DuckDbTables.literal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * The tables of an audience's file once more as Parquet, {@code
 * <audience>/<layer>.<table>.parquet}, for tools that read no DuckDB. Rows are sorted and what
 * depends on when a run was is left out, so that the same content gives the same bytes. Views onto
 * tables outside the file are not copied.
 */
final class ParquetCopies {
  private ParquetCopies() {}

  /**
   * Copies a file's tables.
   *
   * @param file of the audience, complete
   * @param release the folder that the copies' folder is made in
   * @return the copies, in the order of their tables
   */
  static List<Path> write(Path file, Path release, Audience audience) {
    Path folder = release.resolve(audience.code());
    var readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
        var statement = connection.createStatement()) {
      Files.createDirectories(folder);
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      // Several threads would cut the row groups where they happen to be.
      statement.execute("set threads = 1");
      var copies = new ArrayList<Path>();
      for (var table : TableCatalog.builtIn().all()) {
        if (table.audiences().contains(audience.code()) && !table.isViewInRelease()) {
          Path copy = folder.resolve(table.name() + ".parquet");
          statement.execute(
              "copy (%s) to %s (format parquet, compression zstd)"
                  .formatted(rows(table), literal(copy.toString())));
          copies.add(copy);
        }
      }
      return copies;
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot copy " + file + " as Parquet.", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rows(TableDefinition table) {
    var columns = table.contentColumns().stream().map(ColumnDefinition::name).toList();
    return "select %s from %s order by %s"
        .formatted(
            joined(columns.stream()),
            table.name(),
            joined(Stream.concat(table.key().stream(), columns.stream()).distinct()));
  }

  private static String joined(Stream<String> columns) {
    return columns.map(DuckDbTables::quoted).collect(Collectors.joining(", "));
  }
}
