package jp.renkei.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.YamlFile;

/** The releases of a warehouse: the numbered folders below {@code <warehouse>/releases}. */
public final class ReleaseStore {
  private static final String MANIFEST = "manifest.yaml";
  private static final String LIFE = "life.yaml";

  private final Path warehouse;

  public ReleaseStore(Path warehouse) {
    this.warehouse = warehouse.toAbsolutePath().normalize();
  }

  public Path folder() {
    return warehouse.resolve("releases");
  }

  /** All releases, the newest first. */
  public List<Release> all() {
    if (!Files.isDirectory(folder())) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder())) {
      return entries
          .filter(entry -> entry.getFileName().toString().matches("[1-9][0-9]*"))
          .map(this::read)
          .sorted(Comparator.comparingInt(Release::id).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The newest release of any state. */
  public Optional<Release> newest() {
    return all().stream().findFirst();
  }

  public Optional<Release> newestPublished() {
    return all().stream()
        .filter(release -> release.life().state() == ReleaseState.PUBLISHED)
        .findFirst();
  }

  public Optional<Release> find(int id) {
    Path entry = folder().resolve(Integer.toString(id));
    return Files.exists(entry.resolve(MANIFEST)) ? Optional.of(read(entry)) : Optional.empty();
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

  private Release read(Path entry) {
    try {
      var manifest = entry.resolve(MANIFEST);
      var life = entry.resolve(LIFE);
      return new Release(
          warehouse,
          entry,
          ReleaseManifest.parse(manifest.toString(), Files.readString(manifest)),
          ReleaseLife.parse(life.toString(), Files.readString(life)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
