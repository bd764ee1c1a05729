package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.renkei.jobs.SparkForTests;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables hold what would be made of landing anew, and what landing no longer holds. */
class RefusedLogsIT {
  private static final PseudonymKey KEY =
      PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff");
  private static final Set<String> BOTH = Set.of("ISS1", "ISS2");
  private static final String FEED = "product: renkei-jsonl\nfront: api\n";

  @TempDir Path folder;
  private GatewayLanding landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = new GatewayLanding(folder.resolve("landing"));
    landing.put("gateway/ISS1/api/feed.yaml", FEED).put("gateway/ISS1/api/a.jsonl", log(1, 3));
    landing.put("gateway/ISS2/api/feed.yaml", FEED).put("gateway/ISS2/api/a.jsonl", log(2, 2));
  }

  /** Good lines and a bad one. */
  private static String log(int seed, int lines) {
    var text = new StringBuilder("no JSON\n");
    for (int index = 0; index < lines; index++) {
      text.append(
          "{\"event_time\":\"2026-01-05T09:00:%02d+09:00\",\"method\":\"GET\",\"path\":\"/%d\",\"status\":200}\n"
              .formatted(index, seed));
    }
    return text.toString();
  }

  private String ingest(Set<String> issuers) throws IOException {
    return ingest(issuers, landing.files());
  }

  /** One word per log: its state and its problems. */
  private String ingest(Set<String> issuers, List<LandedFile> files) {
    var told = new ArrayList<String>();
    for (var result :
        GatewayIngest.ingest(
            SparkForTests.session(),
            folder.resolve("warehouse"),
            files,
            new AccessRegisters(issuers, List.of(), List.of()),
            KEY,
            result -> {})) {
      told.add(
          result.problems().isEmpty()
              ? result.state().name()
              : result.problems().get(0).code().name());
    }
    return String.join(" ", told);
  }

  private Path table(String name) {
    return TableFolder.of(folder.resolve("warehouse"), TableName.of(name));
  }

  /** Rows of accesses, files and rejected lines. */
  private String rows() {
    var counts = new ArrayList<String>();
    for (String name : List.of(GatewayFile.ACCESS, GatewayFile.FILES, GatewayFile.REJECTED)) {
      long rows =
          SparkForTests.session().read().format("delta").load(table(name).toString()).count();
      counts.add(Long.toString(rows));
    }
    return String.join(" ", counts);
  }

  private Map<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    for (String name : List.of(GatewayFile.ACCESS, GatewayFile.FILES, GatewayFile.REJECTED)) {
      versions.put(name, DeltaSnapshot.latestVersion(table(name)).orElseThrow());
    }
    return versions;
  }

  @Test
  void rowsLeaveWithTheirIssuerAndComeBackWithIt() throws IOException {
    assertThat(ingest(BOTH)).isEqualTo("TAKEN TAKEN");
    assertThat(rows()).isEqualTo("5 2 2");
    assertThat(ingest(Set.of("ISS2"))).isEqualTo("UNKNOWN_ISSUER UNCHANGED");
    assertThat(rows()).isEqualTo("2 1 1");
    var versions = versions();
    assertThat(ingest(Set.of("ISS2"))).isEqualTo("UNKNOWN_ISSUER UNCHANGED");
    assertThat(versions()).isEqualTo(versions);
    assertThat(ingest(BOTH)).isEqualTo("TAKEN UNCHANGED");
    assertThat(rows()).isEqualTo("5 2 2");
    assertThat(ingest(BOTH)).isEqualTo("UNCHANGED UNCHANGED");
  }

  @Test
  void rowsLeaveWithAFeedThatIsBrokenOrGoneAndComeBackWithIt() throws IOException {
    ingest(BOTH);
    Path feed = folder.resolve("landing/gateway/ISS1/api/feed.yaml");
    Files.writeString(feed, "product: renkei-jsonl\nfront: mobile\n");
    assertThat(ingest(BOTH)).isEqualTo("FEED_INVALID UNCHANGED");
    assertThat(rows()).isEqualTo("2 1 1");
    Files.delete(feed);
    assertThat(ingest(BOTH)).isEqualTo("FEED_MISSING UNCHANGED");
    assertThat(rows()).isEqualTo("2 1 1");
    landing.put("gateway/ISS1/api/feed.yaml", FEED);
    assertThat(ingest(BOTH)).isEqualTo("TAKEN UNCHANGED");
    assertThat(rows()).isEqualTo("5 2 2");
  }

  @Test
  void rowsOfLogsThatLandingNoLongerHoldsStay() throws IOException {
    ingest(BOTH);
    Files.delete(folder.resolve("landing/gateway/ISS1/api/a.jsonl"));
    assertThat(ingest(Set.of("ISS2"))).isEqualTo("UNCHANGED");
    assertThat(rows()).isEqualTo("5 2 2");
  }

  @Test
  void aSecondCopyInAWrongPlaceTakesNothingOut() throws IOException {
    ingest(BOTH);
    landing.put("gateway/ISS1/api/a.jsonl.bak", log(1, 3));
    landing.put("gateway/ISS9/api/a.jsonl", log(1, 3));
    assertThat(ingest(BOTH)).isEqualTo("UNCHANGED UNKNOWN_ENDING UNCHANGED UNKNOWN_ISSUER");
    assertThat(rows()).isEqualTo("5 2 2");
  }

  @Test
  void aLogIsTakenOutByGivingItAnotherEnding() throws IOException {
    ingest(BOTH);
    Path log = folder.resolve("landing/gateway/ISS1/api/a.jsonl");
    Files.move(log, log.resolveSibling("a.jsonl.withdrawn"));
    assertThat(ingest(BOTH)).isEqualTo("UNKNOWN_ENDING UNCHANGED");
    assertThat(rows()).isEqualTo("2 1 1");
    Files.delete(log.resolveSibling("a.jsonl.withdrawn"));
    assertThat(ingest(BOTH)).isEqualTo("UNCHANGED");
    assertThat(rows()).isEqualTo("2 1 1");
  }

  @Test
  void aDamagedArchiveIsTakenWhenItIsFoundToBeNone() throws IOException {
    landing.put("gateway/ISS1/api/b.jsonl.gz", log(3, 4));
    assertThat(ingest(BOTH)).isEqualTo("TAKEN DAMAGED_ARCHIVE TAKEN");
    assertThat(rows()).isEqualTo("5 2 3");
    Path log = folder.resolve("landing/gateway/ISS1/api/b.jsonl.gz");
    Files.move(log, log.resolveSibling("b.jsonl"));
    assertThat(ingest(BOTH)).isEqualTo("UNCHANGED TAKEN UNCHANGED");
    assertThat(rows()).isEqualTo("9 3 3");
    Files.move(log.resolveSibling("b.jsonl"), log);
    assertThat(ingest(BOTH)).isEqualTo("UNCHANGED DAMAGED_ARCHIVE UNCHANGED");
    assertThat(rows()).isEqualTo("5 2 3");
  }

  @Test
  void nothingIsLeftOfADamagedArchiveThatWasReplaced() throws IOException {
    byte[] whole = LogLinesTest.gzip(log(3, 4).getBytes(StandardCharsets.UTF_8));
    Path log = folder.resolve("landing/gateway/ISS1/api/b.jsonl.gz");
    Files.write(log, Arrays.copyOf(whole, whole.length / 2));
    assertThat(ingest(BOTH)).isEqualTo("TAKEN DAMAGED_ARCHIVE TAKEN");
    assertThat(rows()).isEqualTo("5 2 3");
    Files.write(log, whole);
    assertThat(ingest(BOTH)).isEqualTo("UNCHANGED TAKEN UNCHANGED");
    assertThat(rows()).isEqualTo("9 3 3");
  }

  @Test
  void oneFileThatCannotBeReadStopsNoOther() throws IOException {
    byte[] whole = LogLinesTest.gzip(log(4, 50).getBytes(StandardCharsets.UTF_8));
    landing.put("gateway/ISS1/api/cut.log.GZ", Arrays.copyOf(whole, whole.length / 2));
    var files = new ArrayList<>(landing.files());
    Files.createDirectories(folder.resolve("landing/gateway/ISS1/api/folder.log"));
    for (String name : List.of("folder.log", "gone.log")) {
      files.add(
          new LandedFile(
              folder.resolve("landing/gateway/ISS1/api/" + name).toUri(),
              "gateway/ISS1/api/" + name,
              "%064x".formatted(name.length()),
              10,
              Instant.EPOCH,
              SubmissionKind.GATEWAY));
    }
    for (String first : List.of("TAKEN", "UNCHANGED")) {
      assertThat(ingest(BOTH, files))
          .isEqualTo(first + " DAMAGED_ARCHIVE UNREADABLE UNREADABLE " + first);
      assertThat(rows()).isEqualTo("5 2 3");
    }
  }

  @Test
  void aFeedThatCannotBeReadStopsNoOther() throws IOException {
    var files = new ArrayList<>(landing.files());
    Path feed = folder.resolve("landing/gateway/ISS1/api/feed.yaml");
    Files.delete(feed);
    Files.createDirectory(feed);
    assertThat(ingest(BOTH, files)).isEqualTo("UNREADABLE TAKEN");
    assertThat(rows()).isEqualTo("2 1 1");
  }
}
