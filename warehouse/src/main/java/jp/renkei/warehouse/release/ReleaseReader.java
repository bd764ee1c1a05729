package jp.renkei.warehouse.release;

import static jp.renkei.warehouse.table.DuckDbTables.literal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Reads one audience's file of a release, from any number of threads. The file is opened read-only
 * and shut off from every other file, but for the warehouse's own Delta files that a view of a
 * large table reads.
 */
public final class ReleaseReader implements AutoCloseable {
  // DuckDB's JDBC driver knows no cast of the timestamps that jOOQ would write around parameters.
  private static final Settings SETTINGS =
      new Settings().withParamCastMode(ParamCastMode.NEVER).withRenderCatalog(false);

  private final DuckDBConnection connection;

  private ReleaseReader(DuckDBConnection connection) {
    this.connection = connection;
  }

  static ReleaseReader open(Path warehouse, Path file, Audience audience) {
    if (!Files.exists(file)) {
      throw new IllegalStateException("Cannot open release: there is no file " + file + ".");
    }
    var properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    try {
      var connection =
          DriverManager.getConnection("jdbc:duckdb:" + file, properties)
              .unwrap(DuckDBConnection.class);
      try (var statement = connection.createStatement()) {
        if (isLocked(statement)) {
          // DuckDB shares one instance per file and process: another reader has set it up already.
          return new ReleaseReader(connection);
        }
        statement.execute("set TimeZone = 'Asia/Tokyo'");
        if (audience == Audience.SECRETARIAT) {
          String silver = warehouse.resolve("silver").toString();
          statement.execute("set file_search_path = " + literal(warehouse.toString()));
          statement.execute("set allowed_directories = [" + literal(silver) + ", 'silver/access']");
        }
        statement.execute("set enable_external_access = false");
        statement.execute("set lock_configuration = true");
      }
      return new ReleaseReader(connection);
    } catch (SQLException e) {
      throw new DataAccessException("Cannot open release file " + file + ".", e);
    }
  }

  private static boolean isLocked(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("select current_setting('lock_configuration')")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /** Runs queries on a connection of their own. */
  public <T> T read(Function<DSLContext, T> queries) {
    try (Connection own = connection.duplicate()) {
      return queries.apply(DSL.using(own, SQLDialect.DUCKDB, SETTINGS));
    } catch (SQLException e) {
      throw new DataAccessException("Cannot read release.", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DataAccessException("Cannot close release.", e);
    }
  }
}
