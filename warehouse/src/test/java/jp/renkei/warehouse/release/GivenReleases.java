package jp.renkei.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;

/** Releases written by hand: every table of today, and the rows that a test gives. */
public final class GivenReleases {
  private final ReleaseStore store;

  public GivenReleases(Path warehouse) {
    this.store = new ReleaseStore(warehouse);
  }

  public ReleaseStore store() {
    return store;
  }

  /** A release that holds what the statements make of empty tables. */
  public Release release(int id, String... statements) {
    return release(id, "definitions", Map.of(), statements);
  }

  /**
   * The same with hashes of tables.
   *
   * @param hashes by audience and table
   */
  public Release release(
      int id, String definitions, Map<String, String> hashes, String... statements) {
    Path folder = store.folder().resolve(Integer.toString(id));
    try {
      Files.createDirectories(folder);
      for (var audience : Audience.values()) {
        write(folder.resolve(audience.code() + ".duckdb"), audience, List.of(statements));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    store.describe(
        folder,
        new ReleaseManifest(
            id,
            LocalDate.of(2026, 3, 31),
            "content" + id,
            new TreeMap<>(hashes),
            definitions,
            Optional.empty(),
            new TreeMap<>(),
            Instant.parse("2026-05-01T00:00:00Z"),
            "code",
            "unknown"));
    return store.find(id).orElseThrow();
  }

  private static void write(Path file, Audience audience, List<String> statements) {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("create schema silver");
      statement.execute("create schema gold");
      var absent = new ArrayList<String>();
      for (var table : TableCatalog.builtIn().all()) {
        if (table.audiences().contains(audience.code())) {
          statement.execute(DuckDbTables.create(table));
        } else {
          absent.add(table.name().toString());
        }
      }
      for (String sql : statements) {
        if (absent.stream().noneMatch(table -> sql.contains(table + " "))) {
          statement.execute(sql);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
