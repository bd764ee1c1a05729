package jp.renkei.jobs.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.check.Difference;
import jp.renkei.jobs.check.Verification;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseManifest;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/** Makes the next release from the newest versions of the tables, if it would say anything new. */
public final class ReleaseBuilding {
  private static final String BUILDING = ".building-";
  private static final Set<PosixFilePermission> READ_ONLY =
      PosixFilePermissions.fromString("r--r--r--");

  private final WarehouseFolder warehouse;
  private final Clock clock;
  private final Consumer<String> progress;

  public ReleaseBuilding(WarehouseFolder warehouse, Clock clock, Consumer<String> progress) {
    this.warehouse = warehouse;
    this.clock = clock;
    this.progress = progress;
  }

  /**
   * Verifies and builds.
   *
   * @return the new draft; empty when the newest release says the same already
   * @throws FiguresDifferException when the two engines differ; nothing is released then
   */
  public Optional<Release> build(LocalDate asOf) {
    removeRemains();
    var versions = versions();
    var newest = warehouse.releases().newest();
    if (newest.isPresent() && isMadeOf(newest.get().manifest(), versions, asOf)) {
      return Optional.empty();
    }
    var published = warehouse.releases().newestPublished();
    verify(versions, asOf, published, newest);
    Path building = warehouse.releases().folder().resolve(BUILDING + clock.millis());
    try {
      Files.createDirectories(building);
      var hashes = new TreeMap<String, String>();
      var fileHashes = new TreeMap<String, String>();
      for (var audience : Audience.values()) {
        Path file = building.resolve(audience.code() + ".duckdb");
        new AudienceFile(warehouse, versions, audience)
            .write(file)
            .forEach((table, hash) -> hashes.put(audience.code() + "/" + table, hash));
        Files.setPosixFilePermissions(file, READ_ONLY);
        fileHashes.put(file.getFileName().toString(), Sha256.of(file));
      }
      String contentHash = ReleaseContent.hash(hashes);
      if (newest.isPresent() && newest.get().manifest().contentHash().equals(contentHash)) {
        remove(building);
        return Optional.empty();
      }
      int id = newest.map(Release::id).orElse(0) + 1;
      var manifest =
          new ReleaseManifest(
              id,
              asOf,
              contentHash,
              hashes,
              CodeVersion.definitions(),
              published.map(Release::id),
              named(versions),
              clock.instant(),
              CodeVersion.code(),
              CodeVersion.commit());
      warehouse.releases().describe(building, manifest.withFileHashes(fileHashes));
      Path folder = warehouse.releases().folder().resolve(Integer.toString(id));
      Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
      return warehouse.releases().find(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void verify(
      SortedMap<TableName, Long> versions,
      LocalDate asOf,
      Optional<Release> published,
      Optional<Release> newest) {
    long start = System.nanoTime();
    List<Difference> differences =
        Verification.of(warehouse, versions, asOf, published, verifiedBefore(newest));
    progress.accept(
        "%-22s %5.1f s  %s"
            .formatted(
                "check with DuckDB",
                (System.nanoTime() - start) / 1e9,
                differences.isEmpty() ? "no difference" : differences.size() + " differences"));
    if (!differences.isEmpty()) {
      throw new FiguresDifferException("Cannot make a release", differences);
    }
  }

  /** The versions that the newest release was verified with, if this very code did it. */
  private static SortedMap<TableName, Long> verifiedBefore(Optional<Release> newest) {
    var versions = new TreeMap<TableName, Long>();
    newest
        .map(Release::manifest)
        .filter(manifest -> manifest.codeVersion().equals(CodeVersion.code()))
        .filter(manifest -> manifest.definitionsHash().equals(CodeVersion.definitions()))
        .ifPresent(
            manifest ->
                manifest
                    .tableVersions()
                    .forEach((table, version) -> versions.put(TableName.of(table), version)));
    return versions;
  }

  private SortedMap<TableName, Long> versions() {
    var versions = new TreeMap<TableName, Long>();
    for (var table : TableCatalog.builtIn().all()) {
      DeltaSnapshot.latestVersion(warehouse.table(table.name()))
          .ifPresent(version -> versions.put(table.name(), version));
    }
    return versions;
  }

  private static boolean isMadeOf(
      ReleaseManifest manifest, SortedMap<TableName, Long> versions, LocalDate asOf) {
    return released(manifest.tableVersions()).equals(released(named(versions)))
        && manifest.asOf().equals(asOf)
        && manifest.definitionsHash().equals(CodeVersion.definitions())
        && manifest.codeVersion().equals(CodeVersion.code());
  }

  /** The tables that an audience's file holds; bronze moves with every file, a decision's too. */
  private static SortedMap<String, Long> released(SortedMap<String, Long> versions) {
    var released = new TreeMap<>(versions);
    released
        .keySet()
        .removeIf(table -> TableCatalog.builtIn().table(TableName.of(table)).audiences().isEmpty());
    return released;
  }

  private static SortedMap<String, Long> named(SortedMap<TableName, Long> versions) {
    var named = new TreeMap<String, Long>();
    versions.forEach((table, version) -> named.put(table.toString(), version));
    return named;
  }

  /** What killed runs left behind. */
  private void removeRemains() {
    Path folder = warehouse.releases().folder();
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (entry.getFileName().toString().startsWith(BUILDING)) {
          remove(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path entry : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
