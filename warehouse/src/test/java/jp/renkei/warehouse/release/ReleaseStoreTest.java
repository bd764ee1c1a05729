package jp.renkei.warehouse.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.DefinitionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases on disk. */
class ReleaseStoreTest {
  private static final Instant AT = Instant.parse("2026-05-01T01:02:03Z");
  @TempDir Path warehouse;
  private ReleaseStore store;

  @BeforeEach
  void openStore() {
    store = new ReleaseStore(warehouse);
  }

  private static ReleaseManifest manifest(int id) {
    return new ReleaseManifest(
        id,
        LocalDate.of(2026, 3, 31),
        "1e5",
        new TreeMap<>(Map.of("public/gold.kpi_value", "0123", "secretariat/gold.kpi_value", "4e2")),
        "77",
        id > 1 ? Optional.of(id - 1) : Optional.empty(),
        new TreeMap<>(Map.of("gold.kpi_value", 3_000_000_000L, "silver.access", 0L)),
        AT,
        "1234",
        "unknown");
  }

  private void make(int id) throws IOException {
    Path building = Files.createDirectories(store.folder().resolve(".building-" + id));
    store.describe(building, manifest(id));
    Files.move(building, store.folder().resolve(Integer.toString(id)));
  }

  @Test
  void isEmptyBeforeTheFirstRelease() {
    assertThat(store.all()).isEmpty();
    assertThat(store.newest()).isEmpty();
    assertThat(store.newestPublished()).isEmpty();
    assertThat(store.find(1)).isEmpty();
  }

  @Test
  void givesBackWhatAManifestSays() throws IOException {
    make(1);
    make(2);
    assertThat(store.find(1).orElseThrow().manifest()).isEqualTo(manifest(1));
    assertThat(store.find(2).orElseThrow().manifest()).isEqualTo(manifest(2));
    assertThat(store.find(2).orElseThrow().life()).isEqualTo(ReleaseLife.draft());
  }

  @Test
  void ordersReleasesByNumber() throws IOException {
    for (int id : new int[] {2, 10, 9}) {
      make(id);
    }
    assertThat(store.all()).extracting(Release::id).containsExactly(10, 9, 2);
    assertThat(store.newest()).map(Release::id).hasValue(10);
  }

  @Test
  void findsTheNewestPublishedOne() throws IOException {
    make(1);
    make(2);
    make(3);
    store.record(1, ReleaseLife.draft().published("第1回検討会", "事務局", AT));
    store.record(2, ReleaseLife.draft().published("第2回検討会: \"案\"", "事務局", AT));
    assertThat(store.newestPublished()).map(Release::id).hasValue(2);
    var life = store.find(2).orElseThrow().life();
    assertThat(life.state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(life.label()).hasValue("第2回検討会: \"案\"");
    assertThat(life.publishedBy()).hasValue("事務局");
    assertThat(life.publishedAt()).hasValue(AT);
  }

  @Test
  void keepsTheLabelOfOneThatIsSuperseded() throws IOException {
    make(1);
    store.record(1, ReleaseLife.draft().published("第1回検討会", "事務局", AT).superseded());
    assertThat(store.find(1).orElseThrow().life().state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(store.find(1).orElseThrow().life().label()).hasValue("第1回検討会");
    assertThat(store.newestPublished()).isEmpty();
  }

  @Test
  void seesNothingOfAKilledRun() throws IOException {
    make(1);
    Path building = Files.createDirectories(store.folder().resolve(".building-99"));
    Files.writeString(building.resolve("public.duckdb"), "half");
    store.describe(building, manifest(2));
    Files.writeString(store.folder().resolve("1").resolve(".123life.yaml"), "state: PUBL");
    assertThat(store.all()).extracting(Release::id).containsExactly(1);
    assertThat(store.find(2)).isEmpty();
  }

  @Test
  void namesTheFileThatIsDamaged() throws IOException {
    make(1);
    Path life = store.folder().resolve("1").resolve("life.yaml");
    Files.writeString(life, "state: PUBLISHED\npublished_at: yesterday\n");
    assertThatThrownBy(store::all)
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            life + ": found 'yesterday', expected an instant such as 2026-01-05T00:00:00Z.");
    Files.writeString(life, "state: LOST\n");
    assertThatThrownBy(store::all)
        .hasMessage(
            life
                + ": 'state': found 'LOST', expected one of [DRAFT, REVIEWED, PUBLISHED,"
                + " SUPERSEDED, WITHDRAWN].");
  }

  @Test
  void refusesAnAudienceThatThereIsNot() {
    assertThat(Audience.of("public")).isEqualTo(Audience.PUBLIC);
    assertThatThrownBy(() -> Audience.of("press"))
        .hasMessage("Cannot read audience: found 'press', expected public or secretariat.");
  }

  @Test
  void refusesToOpenAFileThatIsNotThere() throws IOException {
    make(1);
    var release = store.find(1).orElseThrow();
    assertThatThrownBy(() -> release.open(Audience.PUBLIC))
        .hasMessage("Cannot open release: there is no file " + release.file(Audience.PUBLIC) + ".");
  }
}
