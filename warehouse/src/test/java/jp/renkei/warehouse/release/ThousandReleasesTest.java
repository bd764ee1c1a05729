package jp.renkei.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.warehouse.release.diff.ReleaseDiff;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse of a thousand releases is opened, listed and compared in under a second each. */
class ThousandReleasesTest {
  private static final int RELEASES = 1_000;

  /** As many rows as the default sample world's secretariat file has, and more. */
  private static final int FIGURES = 60_000;

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
  @TempDir static Path warehouse;

  @BeforeAll
  static void write() throws IOException {
    var given = new GivenReleases(warehouse);
    // As many hashes as a manifest of today has.
    Map<String, String> hashes =
        IntStream.range(0, 120)
            .boxed()
            .collect(
                Collectors.toMap(
                    i -> "secretariat/silver.table" + i, i -> "0123456789abcdef".repeat(4)));
    given.release(1, "d", hashes, figures(0));
    given.release(RELEASES, "d", hashes, figures(1));
    Path first = given.store().folder().resolve("1");
    String manifest = Files.readString(first.resolve("manifest.yaml"));
    for (int id = 2; id < RELEASES; id++) {
      Path folder = Files.createDirectories(given.store().folder().resolve(Integer.toString(id)));
      Files.writeString(
          folder.resolve("manifest.yaml"),
          manifest.replace("release: 1\n", "release: " + id + "\n"));
      for (var audience : Audience.values()) {
        Path file = first.resolve(audience.code() + ".duckdb");
        Files.createLink(folder.resolve(file.getFileName()), file);
      }
    }
    for (int id = 1; id <= RELEASES; id++) {
      var published =
          ReleaseLife.draft()
              .after(ReleaseDecision.review("佐藤", AT.plusSeconds(id)))
              .after(
                  ReleaseDecision.publish(
                      "鈴木",
                      AT.plusSeconds(id),
                      "第" + id + "回検討会",
                      Optional.empty(),
                      Optional.of(Edition.FINAL),
                      Optional.empty(),
                      Optional.of(RevisionReason.REGULAR),
                      Optional.empty()));
      given
          .store()
          .record(
              id,
              id == RELEASES
                  ? published
                  : published.after(
                      ReleaseDecision.following(
                          Kind.SUPERSEDE, "鈴木", AT.plusSeconds(id + 1), id + 1)));
    }
  }

  /** Every tenth figure moved. */
  private static String figures(int moved) {
    return """
        insert into gold.kpi_value (kpi_id, definition_version, entity_level, issuer_id, period_type, period_start, period_end,
                                    numerator, denominator, value, value_state, status, basis, issuer_basis)
        select 'kpi' || (i %% 30), 1, 'ISSUER', 'ISS' || (i // 30), 'POINT', '2026-03-31', '2026-03-31',
               i + (i %% 10 = 0)::int * %1$d, 100000, (i + (i %% 10 = 0)::int * %1$d) / 100000, 'REPORTED', 'FINAL', 'SURVEY', 'THEN'
        from   range(%2$d) as t (i)"""
        .formatted(moved, FIGURES);
  }

  /** The best of three, since other work may hold the processors for a moment. */
  private static Duration time(Runnable work) {
    return IntStream.range(0, 3)
        .mapToObj(
            run -> {
              long start = System.nanoTime();
              work.run();
              return Duration.ofNanos(System.nanoTime() - start);
            })
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  @Test
  void areListedInUnderASecond() {
    assertThat(time(() -> assertThat(new ReleaseStore(warehouse).all()).hasSize(RELEASES)))
        .isLessThan(SECOND);
    // A server asks again with every page.
    var store = new ReleaseStore(warehouse);
    store.all();
    assertThat(
            time(
                () ->
                    assertThat(store.shownAt(AT.plusSeconds(5_000)).orElseThrow().id())
                        .isEqualTo(RELEASES)))
        .isLessThan(Duration.ofMillis(200));
  }

  @Test
  void areOpenedInUnderASecond() {
    var store = new ReleaseStore(warehouse);
    assertThat(
            time(
                () -> {
                  try (var reader = store.newest().orElseThrow().open(Audience.SECRETARIAT)) {
                    assertThat(
                            reader
                                .read(sql -> sql.fetchSingle("select count(*) from gold.kpi_value"))
                                .get(0, Integer.class))
                        .isEqualTo(FIGURES);
                  }
                }))
        .isLessThan(SECOND);
    assertThat(time(() -> assertThat(new ReleaseStore(warehouse).find(1)).isPresent()))
        .isLessThan(SECOND);
  }

  @Test
  void areComparedInUnderASecond() {
    var store = new ReleaseStore(warehouse);
    var first = store.find(1).orElseThrow();
    var last = store.find(RELEASES).orElseThrow();
    assertThat(
            time(
                () ->
                    assertThat(ReleaseDiff.of(first, last, Audience.SECRETARIAT).changes())
                        .hasSize(FIGURES / 10)))
        .isLessThan(SECOND);
  }
}
