package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.check.Difference;
import jp.renkei.jobs.check.Verification;
import jp.renkei.jobs.release.Publication;
import jp.renkei.jobs.release.ReleaseVerification;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was published stays as it was; what changes afterwards is said to be revised. */
class PublishedFiguresIT {
  private static final String ALL_FIGURES =
      "select kpi_id, entity_level, issuer_id, agent_id, slice, slice_value, period_type, period_start, numerator, denominator, status"
          + " from gold.kpi_value";

  @TempDir private Path folder;

  @Test
  void aFinalFigureThatMovesAfterItsPublicationIsRevised() throws IOException {
    var world = SmallWorld.copyTo(folder);
    publish(world, 1, "第2回検討会");
    assertThat(world.run().release()).as("publishing is no news").isEmpty();

    correctOneAnswer(world);
    var second = world.run().release().orElseThrow();

    var before = byKey(world.release(1));
    var after = byKey(second);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    after.forEach(
        (key, figure) -> {
          boolean moved =
              !List.of(
                      before.get(key).get("numerator") + "",
                      before.get(key).get("denominator") + "")
                  .equals(List.of(figure.get("numerator") + "", figure.get("denominator") + ""));
          boolean wasFinal = before.get(key).get("status").equals("FINAL");
          assertThat(figure.get("status"))
              .as("%s, before %s", figure, before.get(key))
              .isEqualTo(moved && wasFinal ? "REVISED" : before.get(key).get("status"));
        });
    assertThat(after.values())
        .anyMatch(
            figure ->
                figure.get("kpi_id").equals("scraping_share")
                    && figure.get("entity_level").equals("ALL")
                    && figure.get("status").equals("REVISED"));

    publish(world, 2, "第3回検討会");
    assertThat(world.release(1).life().state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(world.release(2).life().state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(world.run().release()).isEmpty();
    assertThatThrownBy(() -> publish(world, 1, "再公表"))
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("it is SUPERSEDED");

    assertThat(verify(world, 1)).as("the first release, from the versions it pins").isEmpty();
    assertThat(verify(world, 2)).isEmpty();
  }

  /** The agent sends its answers once more, with one number corrected. */
  private static void correctOneAnswer(SmallWorld world) throws IOException {
    Path file = world.landing().resolve("surveys/R2026-03_AGT001.csv");
    var lines =
        Files.readAllLines(file).stream()
            .map(line -> line.replaceFirst("2026-04-\\d\\dT[^,]*", "2026-05-19T10:00:00+09:00"))
            .map(line -> line.replaceFirst("(INDIVIDUAL,ISS001,B3_03,)(\\d+)", "$11$2"))
            .toList();
    assertThat(lines).isNotEqualTo(Files.readAllLines(file));
    Files.write(file.resolveSibling("R2026-03_AGT001_correction.csv"), lines);
  }

  private static void publish(SmallWorld world, int id, String label) {
    var warehouse = new WarehouseFolder(world.warehouse());
    new Publication(
            warehouse,
            world.landing(),
            Clock.systemUTC(),
            new ReleaseVerification(warehouse)::confirmForPublication)
        .publish(id, Publication.Terms.of(label), "事務局");
  }

  private static Map<String, Map<String, Object>> byKey(Release release) {
    var byKey = new TreeMap<String, Map<String, Object>>();
    for (var row : SmallWorld.query(release, Audience.SECRETARIAT, ALL_FIGURES)) {
      var key = new TreeMap<>(row);
      key.keySet().removeAll(List.of("numerator", "denominator", "status"));
      byKey.put(key.toString(), row);
    }
    return byKey;
  }

  private static List<Difference> verify(SmallWorld world, int id) {
    var manifest = world.release(id).manifest();
    var versions = new TreeMap<TableName, Long>();
    manifest
        .tableVersions()
        .forEach((table, version) -> versions.put(TableName.of(table), version));
    Optional<Release> published = manifest.comparedWith().map(world::release);
    return Verification.of(
        new WarehouseFolder(world.warehouse()),
        versions,
        manifest.asOf(),
        published,
        Collections.emptySortedMap());
  }
}
