package jp.renkei.jobs.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.Lease;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.warehouse.definition.YamlNode;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseManifest;
import jp.renkei.warehouse.release.ReleaseState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is published by a decision that stands in landing. */
class PublicationTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-01T01:02:03Z"), ZoneOffset.UTC);
  @TempDir Path folder;
  private WarehouseFolder warehouse;
  private Publication publication;

  @BeforeEach
  void makeTwoDrafts() throws IOException {
    warehouse = new WarehouseFolder(folder.resolve("warehouse"));
    publication = new Publication(warehouse, folder.resolve("landing"), CLOCK);
    for (int id = 1; id <= 2; id++) {
      Path release =
          Files.createDirectories(warehouse.releases().folder().resolve(Integer.toString(id)));
      warehouse
          .releases()
          .describe(
              release,
              new ReleaseManifest(
                  id,
                  LocalDate.of(2026, 3, 31),
                  "content" + id,
                  new TreeMap<>(Map.of("public/gold.kpi_value", "h")),
                  "definitions",
                  Optional.empty(),
                  new TreeMap<>(Map.of("gold.kpi_value", 1L)),
                  CLOCK.instant(),
                  "code",
                  "unknown"));
    }
  }

  private Release release(int id) {
    return warehouse.releases().find(id).orElseThrow();
  }

  private List<ReleaseState> states() {
    return List.of(release(1).life().state(), release(2).life().state());
  }

  @Test
  void keepsTheDecisionInLanding() throws IOException {
    Path decision = publication.publish(release(1), "第1回検討会", "事務局");
    assertThat(folder.relativize(decision))
        .hasToString("landing/decisions/20260501T010203Z-publish-1.yaml");
    var node = YamlNode.parse("decision", Files.readString(decision));
    assertThat(node.text("decision")).isEqualTo("PUBLISH");
    assertThat(node.integer("release")).isEqualTo(1);
    assertThat(node.text("content_hash")).isEqualTo("content1");
    assertThat(node.text("label")).isEqualTo("第1回検討会");
    assertThat(node.text("by")).isEqualTo("事務局");
    try (var files = Files.list(decision.getParent())) {
      assertThat(files).containsExactly(decision);
    }
  }

  @Test
  void supersedesTheOneBefore() {
    publication.publish(release(1), "第1回検討会", "事務局");
    assertThat(states()).containsExactly(ReleaseState.PUBLISHED, ReleaseState.DRAFT);
    publication.publish(release(2), "第2回検討会", "事務局");
    assertThat(states()).containsExactly(ReleaseState.SUPERSEDED, ReleaseState.PUBLISHED);
    assertThat(release(2).life().label()).hasValue("第2回検討会");
    assertThat(release(1).life().label()).hasValue("第1回検討会");
  }

  @Test
  void refusesOneThatIsPublishedAlready() {
    publication.publish(release(1), "第1回検討会", "事務局");
    assertThatThrownBy(() -> publication.publish(release(1), "再び", "事務局"))
        .isInstanceOf(DataProblemException.class)
        .hasMessageEndingWith(
            "Cannot publish release 1: it is PUBLISHED. Only a DRAFT can be"
                + " published; 'renkei run' makes one when there is anything new.");
  }

  @Test
  void refusesWhileARunIsWriting() {
    try (var held = Lease.take(warehouse)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> publication.publish(release(1), "第1回検討会", "事務局"))
          .hasMessageContaining("Cannot write warehouse ");
    }
    assertThat(states()).containsExactly(ReleaseState.DRAFT, ReleaseState.DRAFT);
  }
}
