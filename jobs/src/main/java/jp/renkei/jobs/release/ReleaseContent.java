package jp.renkei.jobs.release;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * What the files of a release say, as hashes: of every table of every audience, and of them all.
 * Views onto tables outside the file are not among them.
 */
public final class ReleaseContent {
  private ReleaseContent() {}

  /** A table of an audience's file whose rows are not those that were released. */
  public record Change(Path file, String table) {
    @Override
    public String toString() {
      return file + ": " + table;
    }
  }

  /** The tables that are no longer what the manifest says; none in a sound release. */
  public static List<Change> changes(Release release) {
    var changes = new ArrayList<Change>();
    for (var audience : Audience.values()) {
      var file = release.file(audience);
      var found = hashesOf(file, audience);
      var expected = new TreeMap<String, String>();
      String prefix = audience.code() + "/";
      release.manifest().tableHashes().tailMap(prefix).entrySet().stream()
          .takeWhile(entry -> entry.getKey().startsWith(prefix))
          .forEach(
              entry -> expected.put(entry.getKey().substring(prefix.length()), entry.getValue()));
      var tables = new TreeSet<>(expected.keySet());
      tables.addAll(found.keySet());
      tables.stream()
          .filter(table -> !found.getOrDefault(table, "").equals(expected.getOrDefault(table, "")))
          .forEach(table -> changes.add(new Change(file, table)));
    }
    return changes;
  }

  private static SortedMap<String, String> hashesOf(Path file, Audience audience) {
    var readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
        var statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      return hashes(statement, audience);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot read release file " + file + ".", e);
    }
  }

  /** Per table of the audience, SHA-256 over its rows in the order of all columns. */
  static SortedMap<String, String> hashes(Statement statement, Audience audience)
      throws SQLException {
    var hashes = new TreeMap<String, String>();
    for (var table : TableCatalog.builtIn().all()) {
      if (table.audiences().contains(audience.code()) && !table.isViewInRelease()) {
        hashes.put(table.name().toString(), hash(statement, table));
      }
    }
    return hashes;
  }

  /** One hash over the hashes of all tables, keyed by audience and table. */
  static String hash(SortedMap<String, String> tableHashes) {
    return CodeVersion.sha256(tableHashes.toString());
  }

  private static String hash(Statement statement, TableDefinition table) throws SQLException {
    String columns =
        table.contentColumns().stream()
            .map(ColumnDefinition::name)
            .map(DuckDbTables::quoted)
            .collect(Collectors.joining(", "));
    String sql =
        "select cast(row(%s) as varchar) as line from %s order by line"
            .formatted(columns, table.name());
    try (var rows = statement.executeQuery(sql)) {
      var digest = MessageDigest.getInstance("SHA-256");
      while (rows.next()) {
        digest.update(rows.getString(1).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
