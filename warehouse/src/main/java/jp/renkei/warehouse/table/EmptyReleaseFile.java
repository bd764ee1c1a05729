package jp.renkei.warehouse.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Writes a DuckDB file with every released table, empty: what jOOQ's classes are generated from.
 */
public final class EmptyReleaseFile {
  private EmptyReleaseFile() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    var file = Path.of(arguments[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("create schema silver");
      statement.execute("create schema gold");
      for (var table : TableCatalog.builtIn().all()) {
        if (!table.audiences().isEmpty()) {
          statement.execute(DuckDbTables.create(table));
        }
      }
    }
  }
}
