package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every run, whatever came in. */
class RunIT {
  private static final String VALUES = "secretariat/gold.kpi_value";
  @TempDir private Path folder;

  @Test
  void runningTwiceChangesNothing() {
    var world = SmallWorld.copyTo(folder);
    var versions = world.versions();
    var outcome = world.run();
    assertThat(outcome.release()).isEmpty();
    assertThat(outcome.refusals().first()).isNotEmpty();
    assertThat(world.versions()).isEqualTo(versions);
    assertThat(world.releases()).hasSize(1);
  }

  @Test
  void theMemoryOfRunsIsOnlyATimeSaver() throws IOException {
    var world = SmallWorld.copyTo(folder);
    Files.delete(new WarehouseFolder(world.warehouse()).memory());
    assertThat(world.run().release()).isEmpty();
    assertThat(world.releases()).hasSize(1);
  }

  @Test
  void aFileThatCannotBeReadIsToldAndKeepsNothingElseOut() throws IOException {
    var world = SmallWorld.copyTo(folder);
    Path loop = Files.createSymbolicLink(world.landing().resolve("loop"), Path.of("."));
    Files.writeString(world.landing().resolve("targets/調査票A.csv"), "");
    var outcome = world.run();
    assertThat(outcome.release()).isPresent();
    assertThat(outcome.refusals().first())
        .extracting(Refusals.Refusal::path, Refusals.Refusal::reason)
        .contains(tuple("loop", "UNREADABLE"), tuple("targets/調査票A.csv", "EMPTY_FILE"));
    assertThat(world.release(2).manifest().tableHashes().get(VALUES))
        .isNotNull()
        .isEqualTo(world.release(1).manifest().tableHashes().get(VALUES));
    Files.delete(loop);
    assertThat(world.run().refusals().first())
        .extracting(Refusals.Refusal::path)
        .doesNotContain("loop");
  }

  @Test
  void tellsWhatIsNewCausesFirstAndWhoIsLeftOut() throws IOException {
    var world = SmallWorld.copyTo(folder);
    long known = world.run().refusals().count();
    Path issuers = world.landing().resolve("register/issuers.csv");
    Files.writeString(issuers, Files.readString(issuers).replace("\nISS003,", "\nISS93,"));
    Path feed = world.landing().resolve("gateway/ISS001/api/feed.yaml");
    Files.writeString(feed, "product: renkei-jsonl\nfront: api: x\n");
    Files.writeString(world.landing().resolve("memo.txt"), "memo");
    var outcome = world.run();
    var refusals = outcome.refusals();
    assertThat(refusals.newCount()).isGreaterThan(4).isLessThan(refusals.count());
    assertThat(refusals.firstNew().subList(0, 2))
        .allMatch(refusal -> refusal.path().startsWith("register/"));
    assertThat(refusals.firstNew())
        .filteredOn(refusal -> refusal.reason().equals("FEED_INVALID"))
        .extracting(Refusals.Refusal::path, Refusals.Refusal::found)
        .containsExactly(
            tuple("gateway/ISS001/api/feed.yaml", "2行目：YAMLとして読めない書き方"),
            tuple("gateway/ISS001/api/", "使えない gateway/ISS001/api/feed.yaml"));
    assertThat(refusals.firstNew()).extracting(Refusals.Refusal::path).contains("memo.txt");
    assertThat(outcome.leftOut()).singleElement().asString().startsWith("ISS003（");
    var again = world.run();
    assertThat(again.leftOut()).isEmpty();
    assertThat(again.refusals().newCount()).isZero();
    assertThat(again.refusals().count()).isEqualTo(refusals.count()).isGreaterThan(known);
  }

  @Test
  void theOrderOfSubmissionsDoesNotMatter() {
    var all = SmallWorld.copyTo(folder.resolve("at-once"));
    var inTurn = new SmallWorld(folder.resolve("in-turn"));
    // The resubmission comes before what it replaces, the registers after all that needs them.
    all.hand(inTurn, "surveys/R2026-03_ISS002_2.csv");
    all.hand(inTurn, "rounds/R2026-03.yaml");
    inTurn.run();
    handRest(all, inTurn, "surveys");
    handRest(all, inTurn, "rounds");
    handRest(all, inTurn, "gateway/ISS001");
    inTurn.run();
    handRest(all, inTurn, "gateway");
    handRest(all, inTurn, "roadmap");
    inTurn.run();
    handRest(all, inTurn, "");
    inTurn.run();
    assertThat(inTurn.releases().get(0).manifest().tableHashes())
        .isEqualTo(all.release(1).manifest().tableHashes());
    assertThat(inTurn.releases().get(0).manifest().contentHash())
        .isEqualTo(all.release(1).manifest().contentHash());
  }

  private static void handRest(SmallWorld giver, SmallWorld receiver, String folder) {
    try (Stream<Path> tree = Files.walk(giver.landing().resolve(folder))) {
      tree.filter(Files::isRegularFile)
          .map(file -> giver.landing().relativize(file).toString())
          .filter(path -> !Files.exists(receiver.landing().resolve(path)))
          .toList()
          .forEach(path -> giver.hand(receiver, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aMovedWarehouseIsAsGoodAsBefore() {
    SmallWorld.copyTo(folder.resolve("here"));
    SmallWorld.copy(folder.resolve("here"), folder.resolve("there"));
    var moved = new SmallWorld(folder.resolve("there"));
    Object accepted =
        moved
            .query(
                "select cast(sum(accepted) as bigint) as n from silver.submission where kind = 'GATEWAY'")
            .get(0)
            .get("n");
    assertThat(moved.query("select count(*) as n from silver.access").get(0).get("n"))
        .isEqualTo(accepted);
    assertThat(moved.run().release()).isEmpty();
  }

  @Test
  void anEmptyLandingIsNoFaultOfOurs() throws IOException {
    var world = new SmallWorld(folder);
    Files.createDirectories(world.landing());
    assertThatThrownBy(world::run)
        .isInstanceOf(DataProblemException.class)
        .hasMessageContaining("Cannot make a release");
    assertThat(world.releases()).isEqualTo(List.of());
  }

  @Test
  void oneRunAtATime() {
    var world = SmallWorld.copyTo(folder);
    try (var lease = Lease.take(new WarehouseFolder(world.warehouse()))) {
      assertThatThrownBy(world::run)
          .isInstanceOf(DataProblemException.class)
          .hasMessageContaining("another run is writing it");
    }
  }
}
