package jp.renkei.warehouse.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One numbered, immutable set of figures, and what people decided about it. The manifest is read
 * when it is first asked for: a list of a thousand releases needs the {@link #head} alone.
 */
public final class Release {
  private final Path warehouse;
  private final Path folder;
  private final ReleaseHead head;
  private final ReleaseLife life;
  private final Supplier<ReleaseManifest> reading;
  private Optional<ReleaseManifest> manifest = Optional.empty();

  /** A release whose manifest has been read already. */
  public Release(Path warehouse, Path folder, ReleaseManifest manifest, ReleaseLife life) {
    this(warehouse, folder, ReleaseHead.of(manifest), life, () -> manifest);
  }

  Release(
      Path warehouse,
      Path folder,
      ReleaseHead head,
      ReleaseLife life,
      Supplier<ReleaseManifest> reading) {
    this.warehouse = warehouse;
    this.folder = folder;
    this.head = head;
    this.life = life;
    this.reading = reading;
  }

  public int id() {
    return head.id();
  }

  /** The folder that holds its files. */
  public Path folder() {
    return folder;
  }

  /** The releases of the same warehouse. */
  public ReleaseStore store() {
    return new ReleaseStore(warehouse);
  }

  /** What a list says of it. */
  public ReleaseHead head() {
    return head;
  }

  /** What it was made of. */
  public synchronized ReleaseManifest manifest() {
    if (manifest.isEmpty()) {
      manifest = Optional.of(reading.get());
    }
    return manifest.orElseThrow();
  }

  public ReleaseLife life() {
    return life;
  }

  /** The same release with another life, such as it has for whoever may not know all of it. */
  public Release with(ReleaseLife other) {
    return new Release(warehouse, folder, head, other, this::manifest);
  }

  /** The DuckDB file of an audience, which older releases may not have. */
  public Path file(Audience audience) {
    return folder.resolve(audience.code() + ".duckdb");
  }

  /** Whether the release was made for the audience; older ones have fewer files. */
  public boolean isFor(Audience audience) {
    return manifest().tableHashes().keySet().stream()
        .anyMatch(table -> table.startsWith(audience.code() + "/"));
  }

  /**
   * The audience whose file an audience reads: its own, or the public's in a release of before the
   * associations had files of their own.
   */
  public Audience readAs(Audience audience) {
    boolean isOfPublic = audience.isUnderDisclosureControl() && !Files.exists(file(audience));
    return isOfPublic ? Audience.PUBLIC : audience;
  }

  /** The DuckDB file that an audience reads. */
  public Path fileFor(Audience audience) {
    return file(readAs(audience));
  }

  /** Opens what an audience reads; close it when the release is no longer shown. */
  public ReleaseReader open(Audience audience) {
    return ReleaseReader.open(warehouse, fileFor(audience), audience);
  }

  /**
   * The DuckDB file of one respondent, with what it may see of itself beyond the public's file. It
   * need not be there: older releases have none, and none is of a respondent that came later.
   */
  public Path respondentFile(String respondentId) {
    return folder.resolve(RespondentFiles.FOLDER).resolve(RespondentFiles.name(respondentId));
  }

  /** Whether it has files of respondents; releases of before they were made have none. */
  public boolean hasRespondentFiles() {
    return Files.isDirectory(folder.resolve(RespondentFiles.FOLDER));
  }

  /**
   * Opens what a respondent may see of itself; close it after use.
   *
   * @return empty where the release has no file of it
   */
  public Optional<ReleaseReader> openRespondent(String respondentId) {
    var file = respondentFile(respondentId);
    return Files.isRegularFile(file)
        ? Optional.of(ReleaseReader.openRespondent(warehouse, file))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "release " + id() + " in " + folder;
  }
}
