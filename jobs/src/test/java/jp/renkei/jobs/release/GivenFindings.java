package jp.renkei.jobs.release;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;

/** A secretariat's file that holds nothing but findings, which is what a publication asks for. */
public final class GivenFindings {
  private GivenFindings() {}

  /**
   * Writes it into a release's folder.
   *
   * @param rows values of gold.data_quality, each in brackets
   */
  public static void in(Path release, String... rows) {
    Path file = release.resolve(Audience.SECRETARIAT.code() + ".duckdb");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("create schema gold");
      statement.execute(DuckDbTables.create(TableCatalog.builtIn().table("gold.data_quality")));
      for (String row : rows) {
        statement.execute("insert into gold.data_quality values " + row);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
