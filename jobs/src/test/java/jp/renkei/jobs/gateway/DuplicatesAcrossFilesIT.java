package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.renkei.jobs.SparkForTests;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An access that several logs of one issuer and product hold is counted once, whatever arrives
 * when.
 */
class DuplicatesAcrossFilesIT {
  private static final PseudonymKey KEY =
      PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff");
  private static final AccessRegisters REGISTERS =
      new AccessRegisters(Set.of("ISS1", "ISS2"), List.of(), List.of());
  private static final String FEED = "product: renkei-jsonl\nfront: api\n";

  @TempDir Path folder;
  private GatewayLanding landing;

  @BeforeEach
  void makeLanding() throws IOException {
    landing = new GatewayLanding(folder.resolve("landing"));
    landing.put("gateway/ISS1/api/feed.yaml", FEED);
    landing.put("gateway/ISS1/app/feed.yaml", FEED);
    landing.put("gateway/ISS2/api/feed.yaml", FEED);
  }

  private static String line(int index) {
    return "{\"event_time\":\"2026-01-05T09:%02d:%02d+09:00\",\"method\":\"GET\",\"path\":\"/v1/%d\",\"status\":200,\"request_id\":\"r%d\"}\n"
        .formatted(index / 60 % 60, index % 60, index, index);
  }

  private static String lines(int from, int to) {
    var text = new StringBuilder();
    for (int index = from; index < to; index++) {
      text.append(line(index));
    }
    return text.toString();
  }

  private List<String> ingest() throws IOException {
    return ingest(LogPart.LARGEST);
  }

  private List<String> ingest(long largestPart) throws IOException {
    return GatewayIngest.ingest(
            SparkForTests.session(),
            folder.resolve("warehouse"),
            landing.files(),
            REGISTERS,
            KEY,
            largestPart,
            result -> {})
        .stream()
        .map(
            result ->
                "%s %s %d = %d + %d + %d"
                    .formatted(
                        Path.of(result.file().path()).getFileName(),
                        result.state(),
                        result.lines(),
                        result.accepted(),
                        result.rejected(),
                        result.duplicates()))
        .toList();
  }

  private List<String> rows() {
    Path table = TableFolder.of(folder.resolve("warehouse"), TableName.of("silver.access"));
    return SparkForTests.session()
        .read()
        .format("delta")
        .load(table.toString())
        .selectExpr("concat_ws(' ', issuer_id, submission_id, line, request_id, path, event_at)")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void theFileThatBeginsEarlierKeepsWhatBothHold() throws IOException {
    landing.put("gateway/ISS1/api/b.jsonl", lines(0, 10));
    landing.put("gateway/ISS1/app/a.jsonl", lines(6, 14) + "broken\n");
    landing.put("gateway/ISS2/api/c.jsonl", lines(0, 11));
    assertThat(ingest())
        .containsExactly(
            "b.jsonl TAKEN 10 = 10 + 0 + 0",
            "a.jsonl TAKEN 9 = 4 + 1 + 4",
            "c.jsonl TAKEN 11 = 11 + 0 + 0");
    assertThat(rows()).hasSize(25);
    assertThat(ingest()).allMatch(result -> result.contains(" UNCHANGED "));
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() throws IOException {
    landing.put("gateway/ISS1/app/a.jsonl", lines(6, 14));
    assertThat(ingest()).containsExactly("a.jsonl TAKEN 8 = 8 + 0 + 0");
    landing.put("gateway/ISS1/api/b.jsonl", lines(0, 10));
    assertThat(ingest())
        .containsExactly("b.jsonl TAKEN 10 = 10 + 0 + 0", "a.jsonl TAKEN 8 = 4 + 0 + 4");
    var rows = rows();
    assertThat(rows).hasSize(14);
    landing.put("gateway/ISS1/api/z.jsonl", lines(13, 15));
    assertThat(ingest())
        .containsExactly(
            "b.jsonl UNCHANGED 0 = 0 + 0 + 0",
            "z.jsonl TAKEN 2 = 1 + 0 + 1",
            "a.jsonl UNCHANGED 0 = 0 + 0 + 0");
    assertThat(rows()).hasSize(15).containsAll(rows);
  }

  @Test
  void aLogThatIsTakenBackGivesItsLinesToTheOther() throws IOException {
    landing.put("gateway/ISS1/api/b.jsonl", lines(0, 10));
    landing.put("gateway/ISS1/app/a.jsonl", lines(6, 14));
    ingest();
    // A feed that can no longer be read withdraws its logs.
    landing.put("gateway/ISS1/api/feed.yaml", "product: none\nfront: api\n");
    assertThat(ingest())
        .containsExactly("b.jsonl REFUSED 0 = 0 + 0 + 0", "a.jsonl TAKEN 8 = 8 + 0 + 0");
    assertThat(rows()).hasSize(8);
    landing.put("gateway/ISS1/api/feed.yaml", FEED);
    assertThat(ingest())
        .containsExactly("b.jsonl TAKEN 10 = 10 + 0 + 0", "a.jsonl TAKEN 8 = 4 + 0 + 4");
    assertThat(rows()).hasSize(14);
  }

  /** Its rows cannot be made again, so they stay and the newcomer gives way. */
  @Test
  void aLogThatLandingNoLongerHoldsKeepsItsLines() throws IOException {
    landing.put("gateway/ISS1/api/a.jsonl", lines(6, 14));
    ingest();
    Files.delete(folder.resolve("landing/gateway/ISS1/api/a.jsonl"));
    landing.put("gateway/ISS1/api/b.jsonl", lines(0, 10));
    assertThat(ingest()).containsExactly("b.jsonl TAKEN 10 = 6 + 0 + 4");
    assertThat(rows()).hasSize(14);
  }

  /** It gave lines up to the log before it, which must keep them when it is read anew. */
  @Test
  void aLogThatIsGoneHoldsOnlyWhatItKept() throws IOException {
    landing.put("gateway/ISS1/api/b.jsonl", lines(0, 10));
    landing.put("gateway/ISS1/app/a.jsonl", lines(6, 14));
    ingest();
    Files.delete(folder.resolve("landing/gateway/ISS1/app/a.jsonl"));
    landing.put("gateway/ISS1/api/feed.yaml", FEED + "environment: {production: [prod, live]}\n");
    assertThat(ingest()).containsExactly("b.jsonl TAKEN 10 = 10 + 0 + 0");
    assertThat(rows()).hasSize(14);
    landing.put("gateway/ISS1/api/c.jsonl", lines(9, 12));
    assertThat(ingest())
        .containsExactly("b.jsonl UNCHANGED 0 = 0 + 0 + 0", "c.jsonl TAKEN 3 = 0 + 0 + 3");
    assertThat(rows()).hasSize(14);
  }

  @Test
  void aSplitLogGivesTheSameRows() throws IOException {
    var all = new ArrayList<>(List.of(lines(0, 400).split("(?<=\n)")));
    all.addAll(List.of(lines(100, 200).split("(?<=\n)")));
    all.add("\n");
    all.add("broken\r\n");
    Collections.shuffle(all, new Random(1));
    landing.put("gateway/ISS1/api/a.jsonl", String.join("", all) + line(500).strip());
    assertThat(ingest()).containsExactly("a.jsonl TAKEN 502 = 401 + 1 + 100");
    var whole = rows();
    var first = folder;
    folder = Files.createDirectory(folder.resolve("split"));
    Files.createSymbolicLink(folder.resolve("landing"), first.resolve("landing"));
    assertThat(ingest(1_000)).containsExactly("a.jsonl TAKEN 502 = 401 + 1 + 100");
    assertThat(rows()).isEqualTo(whole);
    assertThat(ingest(1_000)).containsExactly("a.jsonl UNCHANGED 0 = 0 + 0 + 0");
  }
}
