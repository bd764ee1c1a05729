package jp.renkei.warehouse.release;

import static jp.renkei.warehouse.table.DuckDbTables.literal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.warehouse.rules.RespondentRules;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import org.duckdb.DuckDBConnection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Reads one audience's file of a release, from any number of threads. The file is opened read-only
 * and shut off from every other file, but for the Delta files of a large table that it has a view
 * of.
 */
public final class ReleaseReader implements AutoCloseable {
  // DuckDB's JDBC driver knows no cast of the timestamps that jOOQ would write around parameters.
  private static final Settings SETTINGS =
      new Settings().withParamCastMode(ParamCastMode.NEVER).withRenderCatalog(false);

  private final DuckDBConnection connection;
  private final Audience audience;
  private final List<String> lacking;

  private ReleaseReader(DuckDBConnection connection, Audience audience, List<String> lacking) {
    this.connection = connection;
    this.audience = audience;
    this.lacking = List.copyOf(lacking);
  }

  static ReleaseReader open(Path warehouse, Path file, Audience audience) {
    var tables =
        TableCatalog.builtIn().all().stream()
            .filter(table -> table.audiences().contains(audience.code()))
            .toList();
    return open(warehouse, file, audience, tables);
  }

  /**
   * The file of one respondent, which is as little the secretariat's as the public's is. It is
   * opened for each reading, so that two may come at a time; only one may shut it off.
   */
  static synchronized ReleaseReader openRespondent(Path warehouse, Path file) {
    return open(warehouse, file, Audience.PUBLIC, RespondentRules.builtIn().tables());
  }

  private static ReleaseReader open(
      Path warehouse, Path file, Audience audience, List<TableDefinition> tables) {
    if (!Files.exists(file)) {
      throw new IllegalStateException("Cannot open release: there is no file " + file + ".");
    }
    try {
      var connection = connect("jdbc:duckdb:" + file, true);
      try (var statement = connection.createStatement()) {
        var older = OlderFile.of(statement, tables);
        var lacking = older.lacking();
        if (lacking.isEmpty()) {
          // DuckDB shares one instance per file and process: another reader may have set it up.
          if (!isLocked(statement)) {
            shutOff(statement, warehouse, audience);
          }
          return new ReleaseReader(connection, audience, lacking);
        }
        connection.close();
        return overOlder(warehouse, file, audience, older, lacking);
      }
    } catch (SQLException e) {
      throw new DataAccessException("Cannot open release file " + file + ".", e);
    }
  }

  private static ReleaseReader overOlder(
      Path warehouse, Path file, Audience audience, OlderFile older, List<String> lacking)
      throws SQLException {
    var connection = connect("jdbc:duckdb:", false);
    try (var statement = connection.createStatement()) {
      if (audience == Audience.SECRETARIAT) {
        statement.execute("set file_search_path = " + literal(warehouse.toString()));
      }
      older.showIn(statement, file);
      shutOff(statement, warehouse, audience);
    }
    return new ReleaseReader(connection, audience, lacking);
  }

  private static DuckDBConnection connect(String address, boolean isReadOnly) throws SQLException {
    var properties = new Properties();
    properties.setProperty("duckdb.read_only", Boolean.toString(isReadOnly));
    return DriverManager.getConnection(address, properties).unwrap(DuckDBConnection.class);
  }

  /** From every other file, and from being set up otherwise. */
  private static void shutOff(Statement statement, Path warehouse, Audience audience)
      throws SQLException {
    statement.execute("set TimeZone = 'Asia/Tokyo'");
    if (audience == Audience.SECRETARIAT) {
      statement.execute("set file_search_path = " + literal(warehouse.toString()));
      statement.execute("set allowed_directories = " + foldersBehindViews(statement, warehouse));
    }
    statement.execute("set enable_external_access = false");
    statement.execute("set lock_configuration = true");
  }

  /**
   * The folders of the large tables that this very file has views of. DuckDB asks for each twice:
   * as the view names it, below the warehouse, and as it was found. The rest of the warehouse must
   * stay out of reach of whoever may write SQL.
   */
  private static String foldersBehindViews(Statement statement, Path warehouse)
      throws SQLException {
    var views = new HashSet<String>();
    try (var rows =
        statement.executeQuery(
            "select schema_name || '.' || view_name from duckdb_views() where not internal")) {
      while (rows.next()) {
        views.add(rows.getString(1));
      }
    }
    return TableCatalog.builtIn().all().stream()
        .filter(table -> table.isViewInRelease() && views.contains(table.name().toString()))
        .map(table -> table.name().layer() + "/" + table.name().table() + "/")
        .flatMap(folder -> Stream.of(folder, warehouse + "/" + folder))
        .map(DuckDbTables::literal)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static boolean isLocked(Statement statement) throws SQLException {
    try (var row = statement.executeQuery("select current_setting('lock_configuration')")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * Tables and columns that today's releases have and this one has not; they read as empty. {@code
   * gold.data_quality}, {@code gold.kpi_value.value_low}.
   */
  public List<String> lacking() {
    return lacking;
  }

  /** Whose file it reads; of a respondent's own file the public, whose rules hold for it. */
  public Audience audience() {
    return audience;
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
