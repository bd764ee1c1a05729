package jp.renkei.jobs.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import jp.renkei.warehouse.definition.YamlFile;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseDecision;

/** Keeps what was decided about releases in landing: a file each, never changed afterwards. */
final class DecisionLanding {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path landing;

  DecisionLanding(Path landing) {
    this.landing = landing;
  }

  /**
   * Keeps a decision.
   *
   * @param twoPersons whether the two-person rule was on when it was taken
   * @return its file
   */
  Path put(Release release, ReleaseDecision decision, boolean twoPersons) {
    var content = new LinkedHashMap<String, Object>();
    content.put("release", release.id());
    // A number alone could name another release in a warehouse that is made again.
    content.put("content_hash", release.manifest().contentHash());
    content.put("created_at", release.head().createdAt().toString());
    content.put("as_of", release.manifest().asOf().toString());
    content.putAll(decision.toYaml());
    content.put("two_person_rule", twoPersons);
    try {
      Path folder = Files.createDirectories(landing.resolve("decisions"));
      Path file = free(folder, release.id(), decision);
      YamlFile.write(file, content);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two decisions of one second are two files. */
  private static Path free(Path folder, int release, ReleaseDecision decision) {
    String stem = stamp(decision.at()) + "-" + kind(decision) + "-" + release;
    Path file = folder.resolve(stem + ".yaml");
    for (int another = 2; Files.exists(file); another++) {
      file = folder.resolve(stem + "-" + another + ".yaml");
    }
    return file;
  }

  private static String stamp(Instant at) {
    return STAMP.format(at);
  }

  private static String kind(ReleaseDecision decision) {
    return decision.kind().name().toLowerCase(Locale.ROOT);
  }
}
