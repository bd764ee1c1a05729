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
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
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

  private static ReleaseLife published(String label, Instant at) {
    return published(label, at, Optional.empty());
  }

  private static ReleaseLife published(String label, Instant at, Optional<Instant> embargo) {
    return ReleaseLife.draft()
        .after(
            ReleaseDecision.publish(
                "事務局",
                at,
                label,
                Optional.empty(),
                Optional.empty(),
                embargo,
                Optional.empty(),
                Optional.empty()));
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
    store.record(1, published("第1回検討会", AT));
    store.record(2, published("第2回検討会: \"案\"", AT));
    assertThat(store.newestPublished()).map(Release::id).hasValue(2);
    var life = store.find(2).orElseThrow().life();
    assertThat(life.state()).isEqualTo(ReleaseState.PUBLISHED);
    assertThat(life.label()).hasValue("第2回検討会: \"案\"");
    assertThat(life.publishedBy()).hasValue("事務局");
    assertThat(life.publishedAt()).hasValue(AT);
  }

  /** What somebody may hold does not come back by being superseded or withdrawn. */
  @Test
  void findsThoseThatWereEverOpen() throws IOException {
    for (int id = 1; id <= 7; id++) {
      make(id);
    }
    var later = AT.plusSeconds(3_600);
    var supersede = ReleaseDecision.following(Kind.SUPERSEDE, "事務局", later, 2);
    var withdraw = ReleaseDecision.withdraw("事務局", AT.plusSeconds(60), "誤り");
    store.record(1, published("第1回検討会", AT).after(supersede));
    store.record(2, published("第2回検討会", AT));
    store.record(3, published("第3回検討会", AT).after(withdraw));
    store.record(4, published("第4回検討会", AT, Optional.of(later)).after(withdraw));
    store.record(5, published("第5回検討会", AT, Optional.of(later)));
    store.record(6, ReleaseLife.draft().after(ReleaseDecision.review("佐藤", AT)));
    assertThat(store.everOpen()).extracting(Release::id).containsExactly(5, 3, 2, 1);
  }

  @Test
  void keepsTheLabelOfOneThatIsSuperseded() throws IOException {
    make(1);
    store.record(
        1, published("第1回検討会", AT).after(ReleaseDecision.following(Kind.SUPERSEDE, "事務局", AT, 2)));
    assertThat(store.find(1).orElseThrow().life().state()).isEqualTo(ReleaseState.SUPERSEDED);
    assertThat(store.find(1).orElseThrow().life().label()).hasValue("第1回検討会");
    assertThat(store.newestPublished()).isEmpty();
  }

  @Test
  void keepsEverythingThatWasDecided() throws IOException {
    make(1);
    var life =
        ReleaseLife.draft()
            .after(ReleaseDecision.review("佐藤", AT).withReason("数値を前回と照合: 良"))
            .after(
                ReleaseDecision.publish(
                    "鈴木",
                    AT.plusSeconds(60),
                    "第2回検討会",
                    Optional.of("第2回"),
                    Optional.of(Edition.PRELIMINARY),
                    Optional.of(AT.plusSeconds(3_600)),
                    Optional.of(RevisionReason.CORRECTION),
                    Optional.of("範囲の誤り")))
            .after(ReleaseDecision.following(Kind.SUPERSEDE, "鈴木", AT.plusSeconds(90), 2))
            .after(ReleaseDecision.withdraw("佐藤", AT.plusSeconds(100), "別の誤り"));
    store.record(1, life);
    assertThat(new ReleaseStore(warehouse).find(1).orElseThrow().life()).isEqualTo(life);
    assertThat(life.state()).isEqualTo(ReleaseState.WITHDRAWN);
    assertThat(life.reviewers()).containsExactly("佐藤");
  }

  /** Lives of before all decisions were kept. */
  @Test
  void readsALifeWithoutHistory() throws IOException {
    make(1);
    Files.writeString(
        store.folder().resolve("1").resolve("life.yaml"),
        "state: PUBLISHED\nlabel: 第1回検討会\npublished_by: 事務局\npublished_at: " + AT + "\n");
    assertThat(store.find(1).orElseThrow().life()).isEqualTo(published("第1回検討会", AT));
  }

  @Test
  void showsTheOneBeforeUntilAnEmbargoIsOver() throws IOException {
    make(1);
    make(2);
    var until = AT.plusSeconds(3_600);
    store.record(
        1,
        published("第1回", AT.minusSeconds(60))
            .after(ReleaseDecision.following(Kind.SUPERSEDE, "事務局", AT, 2)));
    store.record(2, published("第2回", AT, Optional.of(until)));
    assertThat(store.newestPublished()).map(Release::id).hasValue(2);
    assertThat(store.shownAt(AT.minusSeconds(61))).isEmpty();
    assertThat(store.shownAt(until.minusNanos(1))).map(Release::id).hasValue(1);
    assertThat(store.shownAt(until)).map(Release::id).hasValue(2);
    var withdrawn = store.find(2).orElseThrow().life();
    store.record(2, withdrawn.after(ReleaseDecision.withdraw("事務局", until, "誤り")));
    assertThat(store.shownAt(until)).map(Release::id).hasValue(1);
  }

  /** The second is still under embargo when its correction is published for everybody. */
  @Test
  void anEmbargoThatEndsPutsNothingInFrontOfItsCorrection() throws IOException {
    for (int id = 1; id <= 3; id++) {
      make(id);
    }
    var until = AT.plusSeconds(3_600);
    var corrected = AT.plusSeconds(60);
    store.record(
        1,
        published("第1回", AT.minusSeconds(60))
            .after(ReleaseDecision.following(Kind.SUPERSEDE, "事務局", AT, 2)));
    store.record(
        2,
        published("第2回", AT, Optional.of(until))
            .after(ReleaseDecision.following(Kind.SUPERSEDE, "事務局", corrected, 3)));
    store.record(3, published("第2回・訂正", corrected));
    assertThat(store.shownAt(AT)).map(Release::id).hasValue(1);
    assertThat(store.shownAt(corrected)).map(Release::id).hasValue(3);
    assertThat(store.shownAt(until)).map(Release::id).hasValue(3);
  }

  /** Whoever reaches the warehouse by a link is under its rule too. */
  @Test
  void readsTheTwoPersonRuleBehindALink(@TempDir Path data) throws IOException {
    Path folder = Files.createDirectories(data.resolve("real").resolve("warehouse"));
    Files.writeString(
        folder.resolveSibling("warehouse.release-rules.yaml"), "two_person_rule: true\n");
    Path link = Files.createSymbolicLink(data.resolve("link"), folder);
    assertThat(ReleaseRules.of(link)).isEqualTo(new ReleaseRules(true));
    assertThat(new ReleaseStore(link).rules()).isEqualTo(new ReleaseRules(true));
    Files.move(
        folder.resolveSibling("warehouse.release-rules.yaml"),
        link.resolveSibling("link.release-rules.yaml"));
    assertThat(ReleaseRules.of(link)).isEqualTo(new ReleaseRules(true));
  }

  @Test
  void readsTheTwoPersonRuleBesideTheWarehouse(@TempDir Path data) throws IOException {
    Path folder = data.resolve("warehouse");
    assertThat(ReleaseRules.of(folder)).isEqualTo(new ReleaseRules(false));
    Path rules = data.resolve("warehouse.release-rules.yaml");
    Files.writeString(rules, "two_person_rule: true\n");
    assertThat(ReleaseRules.of(folder)).isEqualTo(new ReleaseRules(true));
    Files.writeString(rules, "two_person_rule: maybe\n");
    assertThatThrownBy(() -> ReleaseRules.of(folder))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("two_person_rule");
    Files.writeString(rules, "two_persons: true\n");
    assertThatThrownBy(() -> ReleaseRules.of(folder)).hasMessageContaining("two_persons");
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
        .hasMessage(
            "Cannot read audience: found 'press', expected one of public, issuer_association, agent_association, secretariat.");
  }

  @Test
  void refusesToOpenAFileThatIsNotThere() throws IOException {
    make(1);
    var release = store.find(1).orElseThrow();
    assertThatThrownBy(() -> release.open(Audience.PUBLIC))
        .hasMessage("Cannot open release: there is no file " + release.file(Audience.PUBLIC) + ".");
  }
}
