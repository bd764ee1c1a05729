package jp.renkei.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.sample.SampleOptions;
import jp.renkei.jobs.sample.SampleStory;
import jp.renkei.jobs.sample.SampleWorld;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableCatalog;

/**
 * A small sample world and the warehouse that one run makes of it. Both are made once in a test
 * run; every test works on a copy of its own.
 */
public final class SmallWorld {
  public static final SampleOptions OPTIONS = new SampleOptions(20260331L, 14, 5, 4, 3_000);

  private static Optional<SmallWorld> original = Optional.empty();
  private static SampleStory story = new SampleStory();

  private final Path folder;

  /** A world in a folder, which may be empty still. */
  public SmallWorld(Path folder) {
    this.folder = folder;
  }

  /** A copy of the world after its first run. */
  public static SmallWorld copyTo(Path folder) {
    var world = new SmallWorld(folder);
    copy(original().folder, folder);
    return world;
  }

  /** What is planted in it. */
  public static SampleStory story() {
    original();
    return story;
  }

  private static synchronized SmallWorld original() {
    if (original.isEmpty()) {
      try {
        var world = new SmallWorld(Files.createTempDirectory("renkei-small-world"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(world.folder)));
        story = SampleWorld.write(world.landing(), OPTIONS);
        world.run();
        original = Optional.of(world);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return original.get();
  }

  public Path landing() {
    return folder.resolve("landing");
  }

  public Path warehouse() {
    return folder.resolve("warehouse");
  }

  public Run.Outcome run() {
    return Run.run(
        SparkForTests.session(),
        landing(),
        warehouse(),
        Optional.empty(),
        Clock.systemUTC(),
        message -> {});
  }

  public Release release(int id) {
    return releases().stream().filter(release -> release.id() == id).findFirst().orElseThrow();
  }

  public List<Release> releases() {
    return new WarehouseFolder(warehouse()).releases().all();
  }

  /** The Delta version of every table. */
  public SortedMap<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    for (var table : TableCatalog.builtIn().all()) {
      DeltaSnapshot.latestVersion(new WarehouseFolder(warehouse()).table(table.name()))
          .ifPresent(version -> versions.put(table.name().toString(), version));
    }
    return versions;
  }

  /** Rows of a query against the secretariat's file of the newest release, column name to value. */
  public List<Map<String, Object>> query(String sql) {
    return query(releases().get(0), Audience.SECRETARIAT, sql);
  }

  public static List<Map<String, Object>> query(Release release, Audience audience, String sql) {
    try (var reader = release.open(audience)) {
      return reader.read(jooq -> new ArrayList<>(jooq.fetch(sql).intoMaps()));
    }
  }

  /** Moves a file of landing, or a whole folder of it, to the same place in another landing. */
  public void hand(SmallWorld receiver, String path) {
    copy(landing().resolve(path), receiver.landing().resolve(path));
  }

  public static void copy(Path from, Path to) {
    try (Stream<Path> tree = Files.walk(from)) {
      for (Path source : tree.toList()) {
        Path target = to.resolve(from.relativize(source).toString());
        if (Files.isDirectory(source)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(source, target);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path entry : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
