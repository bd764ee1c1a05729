package jp.renkei.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.YamlFile;

/**
 * The releases of a warehouse: the numbered folders below {@code <warehouse>/releases}. What was
 * read of a release is kept until its files change, so that of a thousand one is read anew.
 */
public final class ReleaseStore {
  private static final String MANIFEST = "manifest.yaml";
  private static final String LIFE = "life.yaml";

  private final Path warehouse;
  private final Map<Integer, Kept> kept = new ConcurrentHashMap<>();

  /** A release as it was read, and the marks of the files it was read from. */
  private record Kept(Mark manifest, Mark life, Release release) {}

  /** Changes whenever a file does: every writer puts a new file in the place of the old one. */
  private record Mark(Object file, FileTime changed, long size) {
    static Mark of(Path path) throws IOException {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Mark(
          String.valueOf(attributes.fileKey()), attributes.lastModifiedTime(), attributes.size());
    }
  }

  public ReleaseStore(Path warehouse) {
    this.warehouse = warehouse.toAbsolutePath().normalize();
  }

  public Path folder() {
    return warehouse.resolve("releases");
  }

  /** How its releases are decided on. */
  public ReleaseRules rules() {
    return ReleaseRules.of(warehouse);
  }

  /** All releases, the newest first. */
  public List<Release> all() {
    return ids().parallelStream().map(this::read).toList();
  }

  /** The numbers of all releases, the newest first. */
  private List<Integer> ids() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder())) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("[1-9][0-9]{0,8}"))
          .map(Integer::valueOf)
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest release of any state. */
  public Optional<Release> newest() {
    return ids().stream().findFirst().map(this::read);
  }

  /** The one that stands as published, whether or not its embargo is over. */
  public Optional<Release> newestPublished() {
    return all().stream()
        .filter(release -> release.life().state() == ReleaseState.PUBLISHED)
        .findFirst();
  }

  /**
   * Those whose files others than the secretariat hold, or will once their embargo is over, the
   * newest first: nobody gives back what was superseded or withdrawn.
   */
  public List<Release> everOpen() {
    return all().stream().filter(release -> release.life().isEverOpen()).toList();
  }

  /**
   * The one that everybody is shown at a time: of those that are open, the one published last.
   * While a newer one is under embargo this is the one before; an embargo that ends does not put a
   * release in front of its correction.
   */
  public Optional<Release> shownAt(Instant time) {
    return all().stream()
        .filter(release -> release.life().isOpenAt(time))
        .max(
            Comparator.comparing(
                    (Release release) -> release.life().publishedAt().orElse(Instant.EPOCH))
                .thenComparing(Release::id));
  }

  public Optional<Release> find(int id) {
    Path entry = folder().resolve(Integer.toString(id));
    return Files.exists(entry.resolve(MANIFEST)) ? Optional.of(read(id)) : Optional.empty();
  }

  /** Writes the manifest and a draft's life into a folder that is about to become a release. */
  public void describe(Path building, ReleaseManifest manifest) {
    YamlFile.write(building.resolve(MANIFEST), manifest.toYaml());
    YamlFile.write(building.resolve(LIFE), ReleaseLife.draft().toYaml());
  }

  /** Records what was decided about a release. */
  public void record(int id, ReleaseLife life) {
    YamlFile.write(folder().resolve(Integer.toString(id)).resolve(LIFE), life.toYaml());
  }

  private Release read(int id) {
    Path entry = folder().resolve(Integer.toString(id));
    Path manifest = entry.resolve(MANIFEST);
    Path lifeFile = entry.resolve(LIFE);
    try {
      var manifestMark = Mark.of(manifest);
      var lifeMark = Mark.of(lifeFile);
      var before = kept.get(id);
      if (before != null
          && before.manifest().equals(manifestMark)
          && before.life().equals(lifeMark)) {
        return before.release();
      }
      var life = ReleaseLife.parse(lifeFile.toString(), Files.readString(lifeFile));
      var release =
          ReleaseHead.find(Files.readString(manifest))
              .map(head -> new Release(warehouse, entry, head, life, () -> parsed(manifest)))
              .orElseGet(() -> new Release(warehouse, entry, parsed(manifest), life));
      kept.put(id, new Kept(manifestMark, lifeMark, release));
      return release;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReleaseManifest parsed(Path file) {
    try {
      return ReleaseManifest.parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
