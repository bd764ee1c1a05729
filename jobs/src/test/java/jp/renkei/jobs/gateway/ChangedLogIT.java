package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.SparkForTests;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is still being written is taken when it is whole. */
class ChangedLogIT {
  private static final String LINE =
      """
      {"event_time":"2026-01-05T23:59:00+09:00","client_id":"c1","method":"GET","path":"/v1/%d","status":200}
      """;
  @TempDir Path folder;

  private List<String> ingest(List<LandedFile> listed) {
    return GatewayIngest.ingest(
            SparkForTests.session(),
            folder.resolve("warehouse"),
            listed,
            new AccessRegisters(Set.of("ISS1"), List.of(), List.of()),
            PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff"),
            result -> {})
        .stream()
        .map(
            result ->
                "%s %s %s"
                    .formatted(
                        result.file().path().substring("gateway/ISS1/api/".length()),
                        result.state(),
                        result.problems().stream().map(FileProblem::code).toList()))
        .toList();
  }

  private long accesses() {
    Path table = TableFolder.of(folder.resolve("warehouse"), TableName.of("silver.access"));
    return SparkForTests.session().read().format("delta").load(table.toString()).count();
  }

  @Test
  void takesNothingOfALogThatWasWrittenSinceItWasListed() throws IOException {
    var landing = new GatewayLanding(folder.resolve("landing"));
    landing.put("gateway/ISS1/api/feed.yaml", "product: renkei-jsonl\nfront: api\n");
    landing.put("gateway/ISS1/api/a.jsonl", LINE.formatted(1));
    landing.put("gateway/ISS1/api/b.jsonl", LINE.formatted(2));
    landing.put("gateway/ISS1/api/c.jsonl.gz", "\u001f cut off");
    var listed = landing.files();
    landing.put("gateway/ISS1/api/a.jsonl", LINE.formatted(1) + LINE.formatted(3));
    landing.put("gateway/ISS1/api/c.jsonl.gz", "\u001f cut off later");
    assertThat(ingest(listed))
        .containsExactly(
            "a.jsonl REFUSED [CHANGED_WHILE_READ]",
            "b.jsonl TAKEN []",
            "c.jsonl.gz REFUSED [CHANGED_WHILE_READ]");
    assertThat(accesses()).isEqualTo(1);
    assertThat(ingest(landing.files()))
        .containsExactly(
            "a.jsonl TAKEN []", "b.jsonl UNCHANGED []", "c.jsonl.gz REFUSED [DAMAGED_ARCHIVE]");
    assertThat(accesses()).isEqualTo(3);
  }
}
