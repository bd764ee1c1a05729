package jp.renkei.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.SmallWorld;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.release.diff.ReleaseDiff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Landing, its decisions and the pseudonym key give a release again, in an empty warehouse. */
class RebuiltReleaseIT {
  @TempDir private Path folder;

  /** What came between the two releases: a respondent's better answers. */
  private static final String LATER = "surveys/R2026-03_ISS002_2.csv";

  @Test
  void landingKeyAndDecisionsGiveTheSameReleases() throws IOException {
    var all = SmallWorld.copyTo(folder.resolve("all"));
    var world = new SmallWorld(folder.resolve("before"));
    SmallWorld.copy(all.landing(), world.landing());
    Files.delete(world.landing().resolve(LATER));
    world.run();
    var publication =
        new Publication(
            new WarehouseFolder(world.warehouse()),
            world.landing(),
            Clock.systemUTC(),
            release -> {});
    publication.review(1, "佐藤", Optional.of("照合した"));
    publication.publish(1, Publication.Terms.of("第2回検討会"), "鈴木");
    var again = emptyLike(world);
    SmallWorld.copy(world.landing(), again.landing());
    again.run();
    isTheSame(world.release(1), again.release(1));

    all.hand(world, LATER);
    all.hand(again, LATER);
    world.run();
    assertThat(ReleaseDiff.of(world.release(1), world.release(2), Audience.SECRETARIAT).changes())
        .isNotEmpty();
    publication.publish(2, Publication.Terms.of("第2回検討会・訂正版"), "鈴木");
    // The decision comes with the landing that the release is made again from.
    hand(world, again, "-publish-2.yaml");
    again.run();
    isTheSame(world.release(2), again.release(2));
    isTheSame(world.release(1), again.release(1));
    assertThat(again.release(1).life().state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(again.release(2).life().state()).isEqualTo(ReleaseState.PUBLISHED);

    // Said once more by a later run, the same content is a draft like any other.
    assertThat(KeptDecisions.in(again.landing()).find(world.release(2).head().contentHash(), 2))
        .isEmpty();
  }

  private SmallWorld emptyLike(SmallWorld world) throws IOException {
    var again = new SmallWorld(Files.createDirectories(folder.resolve("again")));
    Path key = world.warehouse().resolveSibling("warehouse.key");
    assertThat(key).exists();
    Files.copy(key, again.warehouse().resolveSibling("warehouse.key"));
    return again;
  }

  private static void hand(SmallWorld from, SmallWorld to, String ending) throws IOException {
    try (var decisions = Files.list(from.landing().resolve("decisions"))) {
      for (Path decision : decisions.filter(one -> one.toString().endsWith(ending)).toList()) {
        Files.copy(
            decision, to.landing().resolve("decisions").resolve(decision.getFileName().toString()));
      }
    }
  }

  private static void isTheSame(Release before, Release after) throws IOException {
    assertThat(after.manifest().tableHashes()).isEqualTo(before.manifest().tableHashes());
    assertThat(after.manifest().comparedWith()).isEqualTo(before.manifest().comparedWith());
    assertThat(after.head()).isEqualTo(before.head());
    assertThat(after.life()).isEqualTo(before.life());
    assertThat(copies(before)).hasSizeGreaterThan(50).isEqualTo(copies(after));
    assertThat(ReleaseContent.changes(after)).isEmpty();
  }

  @Test
  void aCopyThatWasChangedIsNamed() throws IOException {
    var world = SmallWorld.copyTo(folder);
    Path copy = world.release(1).folder().resolve("public/gold.kpi_value.parquet");
    assertThat(copy.toFile().setWritable(true)).isTrue();
    Files.write(copy, new byte[] {1});
    assertThat(ReleaseContent.changes(world.release(1)))
        .extracting(ReleaseContent.Change::file)
        .containsExactly(copy);
  }

  private static Map<String, String> copies(Release release) {
    var hashes = new TreeMap<String, String>();
    try (var files = Files.walk(release.folder())) {
      files
          .filter(file -> file.toString().endsWith(".parquet"))
          .forEach(file -> hashes.put(release.folder().relativize(file).toString(), hash(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hashes;
  }

  private static String hash(Path file) {
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
