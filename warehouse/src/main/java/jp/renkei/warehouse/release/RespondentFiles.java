package jp.renkei.warehouse.release;

import static jp.renkei.warehouse.table.DuckDbTables.literal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.rules.RespondentRules;
import jp.renkei.warehouse.table.TableDefinition;
import org.duckdb.DuckDBConnection;

/**
 * The files of single respondents in a release: one small DuckDB file for each company that the
 * registers name, with what it may see of itself. They are made from the finished files of the
 * secretariat and the public, so that they cannot say anything else than those two.
 */
public final class RespondentFiles {
  /** Their folder within a release, and what stands before a respondent's id in its manifest. */
  public static final String FOLDER = "respondents";

  /** In bytes. DuckDB's usual block is sixteen times as large, and a file has several. */
  private static final int BLOCK_SIZE = 16_384;

  private static final int AT_ONCE = 2;

  private final Path folder;
  private final DuckDBConnection connection;
  private final List<TableDefinition> tables;
  private final RespondentRows rows;

  /**
   * One respondent's file.
   *
   * @param contentHash SHA-256 over its rows, whatever their order
   */
  public record Written(String respondentId, Path file, String contentHash) {}

  private RespondentFiles(Path folder, DuckDBConnection connection, RespondentRules rules) {
    this.folder = folder;
    this.connection = connection;
    this.tables = rules.tables();
    this.rows = new RespondentRows(rules);
  }

  /** What a respondent's file is called, whatever its id is made of. */
  static String name(String respondentId) {
    return URLEncoder.encode(respondentId, StandardCharsets.UTF_8).replace("*", "%2A") + ".duckdb";
  }

  /**
   * Writes the files of all respondents.
   *
   * @param release the folder that holds the files of the public and the secretariat
   * @return the files, by the respondents' ids
   * @throws IllegalStateException when the rules do not classify every KPI
   */
  public static List<Written> write(Path release) {
    var rules = RespondentRules.builtIn();
    var problems = rules.problems(KpiCatalog.builtIn().all());
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "Cannot write respondents' files: rules/respondent.yaml: "
              + String.join("; ", problems)
              + ".");
    }
    Path folder = release.resolve(FOLDER);
    try (var connection =
        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class)) {
      Files.createDirectories(folder);
      var files = new RespondentFiles(folder, connection, rules);
      files.rows.gather(connection, release);
      return files.write(
          files.rows.contentHashes(connection).entrySet().stream()
              .map(
                  one ->
                      new Written(one.getKey(), folder.resolve(name(one.getKey())), one.getValue()))
              .toList());
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot write respondents' files in " + folder + ".", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Most of the time goes by waiting for the disk, so that some are written at a time. */
  private List<Written> write(List<Written> files) throws SQLException {
    var threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var parts =
          IntStream.range(0, AT_ONCE)
              .mapToObj(part -> (Callable<Void>) () -> writeEvery(AT_ONCE, part, files))
              .toList();
      for (var part : threads.invokeAll(parts)) {
        part.get();
      }
      return files;
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot write respondents' files: interrupted.", e);
    } finally {
      threads.shutdown();
    }
  }

  private Void writeEvery(int step, int first, List<Written> files) throws SQLException {
    try (var own = connection.duplicate();
        var statement = own.createStatement()) {
      for (int i = first; i < files.size(); i += step) {
        var file = files.get(i);
        for (String sql : statements(file, "file" + first)) {
          statement.execute(sql);
        }
      }
    }
    return null;
  }

  /** One transaction for the file: a commit waits for the disk. */
  private List<String> statements(Written file, String database) {
    var statements = new ArrayList<String>();
    statements.add(
        "attach %s as %s (block_size %d, %s)"
            .formatted(literal(file.file().toString()), database, BLOCK_SIZE, FileStorage.OPTION));
    statements.add("begin");
    tables.stream()
        .map(table -> table.name().layer())
        .distinct()
        .forEach(layer -> statements.add("create schema " + database + "." + layer));
    for (var table : tables) {
      statements.add(
          "create table %s.%s as %s"
              .formatted(database, table.name(), rows.of(file.respondentId(), table)));
    }
    statements.add("commit");
    statements.add("detach " + database);
    return statements;
  }
}
