package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever happens to a file: accepted + rejected + duplicates = lines, and it can be said again.
 */
class GatewayTaskLawsTest {
  private static final String FEED = "product: renkei-jsonl\nfront: api\n";
  private static final PseudonymKey KEY =
      PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff");

  private static List<String> goodLines(int count) {
    var lines = new ArrayList<String>();
    for (int index = 0; index < count; index++) {
      lines.add(
          "{\"event_time\":\"2026-01-05T09:00:%02d+09:00\",\"method\":\"GET\",\"path\":\"/v1/表/%d\",\"status\":200,\"request_id\":\"r%d\"}"
              .formatted(index % 60, index, index));
    }
    return lines;
  }

  private static TaskOutcome run(byte[] bytes) throws IOException {
    Path folder = Files.createTempDirectory("laws");
    try {
      var landing = new GatewayLanding(folder.resolve("landing"));
      landing.put("gateway/ISS1/api/a.jsonl", bytes);
      var shared =
          SharedInputs.of(
              folder.resolve("warehouse").toString(),
              new AccessRegisters(Set.of("ISS1"), List.of(), List.of()),
              KEY);
      var file =
          new GatewayFile(
              landing.file("gateway/ISS1/api/a.jsonl"),
              "ISS1",
              "api",
              FEED,
              GatewayFormat.builtIn().get("renkei-jsonl"),
              "renkei-jsonl",
              "00");
      return GatewayTask.run(LogPart.whole(file), shared);
    } finally {
      try (var tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static long linesIn(byte[] bytes) {
    return Arrays.stream(new String(bytes, StandardCharsets.ISO_8859_1).split("\n"))
        .filter(line -> !line.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r'))
        .count();
  }

  @Property(tries = 60)
  void everyLineIsCountedOnce(@ForAll long seed, @ForAll @IntRange(min = 0, max = 30) int count)
      throws IOException {
    var random = new Random(seed);
    var lines = goodLines(count);
    for (int extra = random.nextInt(5); extra > 0 && count > 0; extra--) {
      lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
    }
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    for (int flips = random.nextInt(6); flips > 0 && bytes.length > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    bytes = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 4 + 1));
    var outcome = run(bytes);
    assertThat(outcome.lines()).isEqualTo(linesIn(bytes));
    assertThat(outcome.accepted() + outcome.rejected() + outcome.duplicates())
        .isEqualTo(outcome.lines());
    assertThat(outcome.accessFiles().get(0).rows()).isEqualTo(outcome.accepted());
    assertThat(outcome.rejectedFiles().stream().mapToLong(file -> file.rows()).sum())
        .isEqualTo(outcome.rejected());
  }

  @Property(tries = 20)
  void oneDamagedLineCostsNoOther(@ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int count)
      throws IOException {
    var random = new Random(seed);
    var lines = goodLines(count);
    int victim = random.nextInt(count);
    String whole = lines.get(victim);
    lines.set(victim, whole.substring(0, 1 + random.nextInt(whole.length() - 1)));
    var outcome = run(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    assertThat(outcome.accepted()).isEqualTo(count - 1L);
    assertThat(outcome.rejected()).isEqualTo(1);
  }

  @Property(tries = 20)
  void repeatedLinesAreDuplicatesWhateverTheirOrder(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int count) throws IOException {
    var lines = goodLines(count);
    lines.addAll(goodLines(count));
    java.util.Collections.shuffle(lines, new Random(seed));
    var outcome = run(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    assertThat(outcome.accepted()).isEqualTo(count);
    assertThat(outcome.duplicates()).isEqualTo(count);
  }
}
