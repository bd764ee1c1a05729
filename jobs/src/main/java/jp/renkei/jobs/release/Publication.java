package jp.renkei.jobs.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.Lease;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.warehouse.definition.YamlFile;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseState;

/**
 * Publishes releases. The decision is kept in landing first, as every input is, then the release's
 * life follows from it.
 */
public final class Publication {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final WarehouseFolder warehouse;
  private final Path landing;
  private final Clock clock;

  public Publication(WarehouseFolder warehouse, Path landing, Clock clock) {
    this.warehouse = warehouse;
    this.landing = landing;
    this.clock = clock;
  }

  /**
   * Publishes a draft or reviewed release; the one published before is superseded.
   *
   * @return the file of the decision
   * @throws DataProblemException when the release is neither
   */
  public Path publish(Release release, String label, String by) {
    try (var lease = Lease.take(warehouse)) {
      requireUnpublished(warehouse.releases().find(release.id()).orElse(release));
      Instant now = clock.instant();
      Path decision = decide(release, label, by, now);
      var store = warehouse.releases();
      // The new one first: a run killed in between leaves two published, never none.
      store.record(release.id(), release.life().published(label, by, now));
      store.all().stream()
          .filter(other -> other.id() != release.id())
          .filter(other -> other.life().state() == ReleaseState.PUBLISHED)
          .forEach(other -> store.record(other.id(), other.life().superseded()));
      return decision;
    }
  }

  private static void requireUnpublished(Release release) {
    var state = release.life().state();
    if (state != ReleaseState.DRAFT && state != ReleaseState.REVIEWED) {
      throw new DataProblemException(
          "公表版 %d は公表できません。状態は %s です。公表できるのは案（DRAFT）だけで、新しい内容があれば ./renkei run が作ります。"
              .formatted(release.id(), state),
          "Cannot publish release %d: it is %s. Only a DRAFT can be published; 'renkei run' makes one when there is anything new."
              .formatted(release.id(), state));
    }
  }

  private Path decide(Release release, String label, String by, Instant now) {
    var decision = new LinkedHashMap<String, Object>();
    decision.put("decision", "PUBLISH");
    decision.put("release", release.id());
    decision.put("content_hash", release.manifest().contentHash());
    decision.put("label", label);
    decision.put("by", by);
    decision.put("at", now.toString());
    try {
      Path folder = Files.createDirectories(landing.resolve("decisions"));
      Path file = folder.resolve(STAMP.format(now) + "-publish-" + release.id() + ".yaml");
      YamlFile.write(file, decision);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
