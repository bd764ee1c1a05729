package jp.renkei.jobs.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.Sha256;
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

  /**
   * An audience's file that is not what was released.
   *
   * @param table whose rows differ; empty where the file as a whole does
   */
  public record Change(Path file, Optional<String> table) {
    @Override
    public String toString() {
      return file + table.map(name -> ": " + name).orElse("");
    }
  }

  /**
   * What is no longer what the manifest says; nothing in a sound release. Bytes come first: a
   * damaged file is not opened. Of a release whose manifest knows no bytes the rows are compared.
   */
  public static List<Change> changes(Release release) {
    var changes = new ArrayList<Change>();
    for (var audience : Audience.values()) {
      if (!release.isFor(audience)) {
        continue;
      }
      var file = release.file(audience);
      String expected = release.manifest().fileHashes().get(file.getFileName().toString());
      if (!Files.isRegularFile(file) || (expected != null && !expected.equals(sha256(file)))) {
        changes.add(new Change(file, Optional.empty()));
      } else if (expected == null) {
        changes.addAll(changedTables(release, audience));
      }
    }
    changes.addAll(changedCopies(release));
    return changes;
  }

  /** What the manifest names beside the audiences' DuckDB files. */
  private static List<Change> changedCopies(Release release) {
    return release.manifest().fileHashes().entrySet().stream()
        .filter(entry -> entry.getKey().contains("/"))
        .map(
            entry -> {
              Path file = release.folder().resolve(entry.getKey());
              return Files.isRegularFile(file) && entry.getValue().equals(sha256(file))
                  ? Optional.<Change>empty()
                  : Optional.of(new Change(file, Optional.empty()));
            })
        .flatMap(Optional::stream)
        .toList();
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Change> changedTables(Release release, Audience audience) {
    var file = release.file(audience);
    SortedMap<String, String> found;
    try {
      found = hashesOf(file, audience);
    } catch (SQLException e) {
      return List.of(new Change(file, Optional.empty()));
    }
    var expected = new TreeMap<String, String>();
    String prefix = audience.code() + "/";
    release.manifest().tableHashes().tailMap(prefix).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .forEach(
            entry -> expected.put(entry.getKey().substring(prefix.length()), entry.getValue()));
    var tables = new TreeSet<>(expected.keySet());
    tables.addAll(found.keySet());
    return tables.stream()
        .filter(table -> !found.getOrDefault(table, "").equals(expected.getOrDefault(table, "")))
        .map(table -> new Change(file, Optional.of(table)))
        .toList();
  }

  private static SortedMap<String, String> hashesOf(Path file, Audience audience)
      throws SQLException {
    var readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly);
        var statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      return hashes(statement, audience);
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
    return Sha256.of(tableHashes.toString());
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
