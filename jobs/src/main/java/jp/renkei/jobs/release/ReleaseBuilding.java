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
import jp.renkei.jobs.check.DuckDbTablesOfVersions;
import jp.renkei.jobs.check.Verification;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.release.disclosure.DisclosureControl;
import jp.renkei.jobs.release.disclosure.EarlierReleases;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseDecision;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.warehouse.release.ReleaseLife;
import jp.renkei.warehouse.release.ReleaseManifest;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.RespondentFiles;
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
  private final KeptDecisions decisions;

  /**
   * Building in a warehouse.
   *
   * @param decisions those of landing: a release that was decided on in a warehouse that is made
   *     again is what it was
   */
  public ReleaseBuilding(
      WarehouseFolder warehouse, Clock clock, Consumer<String> progress, KeptDecisions decisions) {
    this.warehouse = warehouse;
    this.clock = clock;
    this.progress = progress;
    this.decisions = decisions;
  }

  /**
   * Verifies and builds.
   *
   * @return the new draft; empty when the newest release says the same already, unless that is a
   *     draft that can no longer be published as it was made
   * @throws FiguresDifferException when the two engines differ; nothing is released then
   */
  public Optional<Release> build(LocalDate asOf) {
    removeRemains();
    var versions = versions();
    var newest = warehouse.releases().newest();
    var published = warehouse.releases().newestPublished();
    var valid =
        newest
            .filter(release -> !Transitions.isOutdated(release, published))
            .map(Release::manifest);
    if (valid.filter(manifest -> isMadeOf(manifest, versions, asOf)).isPresent()) {
      return Optional.empty();
    }
    verify(versions, asOf, published, newest);
    Path building = warehouse.releases().folder().resolve(BUILDING + clock.millis());
    try {
      Files.createDirectories(building);
      var hashes = new TreeMap<String, String>();
      var fileHashes = new TreeMap<String, String>();
      var control = disclosureControl(versions, asOf);
      for (var audience : Audience.values()) {
        Path file = building.resolve(audience.code() + ".duckdb");
        new AudienceFile(warehouse, versions, audience, control)
            .write(file)
            .forEach((table, hash) -> hashes.put(audience.code() + "/" + table, hash));
        freeze(building, file, fileHashes);
      }
      writeRespondentFiles(building, hashes, fileHashes);
      String contentHash = ReleaseContent.hash(hashes);
      if (valid.filter(manifest -> manifest.contentHash().equals(contentHash)).isPresent()) {
        remove(building);
        return Optional.empty();
      }
      for (var audience : Audience.values()) {
        Path file = building.resolve(audience.code() + ".duckdb");
        for (Path copy : ParquetCopies.write(file, building, audience)) {
          freeze(building, copy, fileHashes);
        }
      }
      int last = newest.map(Release::id).orElse(0);
      var former = decisions.find(contentHash, last);
      int id = former.map(KeptDecisions.Former::id).orElse(last + 1);
      var manifest =
          new ReleaseManifest(
              id,
              asOf,
              contentHash,
              hashes,
              CodeVersion.definitions(),
              published.map(Release::id),
              named(versions),
              former.flatMap(KeptDecisions.Former::createdAt).orElseGet(clock::instant),
              CodeVersion.code(),
              CodeVersion.commit());
      warehouse.releases().describe(building, manifest.withFileHashes(fileHashes));
      Path folder = warehouse.releases().folder().resolve(Integer.toString(id));
      Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
      former.ifPresent(one -> resume(id, one.life()));
      return warehouse.releases().find(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeRespondentFiles(
      Path building, SortedMap<String, String> hashes, SortedMap<String, String> fileHashes)
      throws IOException {
    long start = System.nanoTime();
    var written = RespondentFiles.write(building);
    for (var one : written) {
      hashes.put(RespondentFiles.FOLDER + "/" + one.respondentId(), one.contentHash());
      freeze(building, one.file(), fileHashes);
    }
    progress.accept(
        "%-22s %5.1f s  %d files"
            .formatted("respondents' files", (System.nanoTime() - start) / 1e9, written.size()));
  }

  /** What it was before; where it stands as published again, another one no longer does. */
  private void resume(int id, ReleaseLife life) {
    var store = warehouse.releases();
    var publication = life.last(Kind.PUBLISH);
    if (life.state() == ReleaseState.PUBLISHED && publication.isPresent()) {
      var taken = publication.get();
      store.all().stream()
          .filter(other -> other.id() != id)
          .filter(other -> other.life().state() == ReleaseState.PUBLISHED)
          .forEach(
              other ->
                  store.record(
                      other.id(),
                      other
                          .life()
                          .after(
                              ReleaseDecision.following(
                                  Kind.SUPERSEDE, taken.by(), taken.at(), id))));
    }
    store.record(id, life);
  }

  private static void freeze(Path release, Path file, SortedMap<String, String> hashes)
      throws IOException {
    Files.setPosixFilePermissions(file, READ_ONLY);
    hashes.put(release.relativize(file).toString().replace('\\', '/'), Sha256.of(file));
  }

  private DisclosureControl disclosureControl(SortedMap<TableName, Long> versions, LocalDate asOf) {
    long start = System.nanoTime();
    try (var tables = DuckDbTablesOfVersions.open(warehouse, withoutBronze(versions))) {
      var earlier = EarlierReleases.read(warehouse.releases().everOpen(), tables);
      var control = DisclosureControl.of(tables, asOf, earlier);
      progress.accept(
          "%-22s %5.1f s  %d figures suppressed"
              .formatted("disclosure control", (System.nanoTime() - start) / 1e9, control.count()));
      return control;
    }
  }

  /** Figures are made of silver and gold alone; in bronze every log has a file of its own. */
  private static SortedMap<TableName, Long> withoutBronze(SortedMap<TableName, Long> versions) {
    var some = new TreeMap<>(versions);
    some.keySet().removeIf(table -> table.layer().equals("bronze"));
    return some;
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
