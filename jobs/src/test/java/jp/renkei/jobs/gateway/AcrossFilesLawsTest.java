package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.renkei.jobs.delta.CommittedSources;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Two logs of any product, shuffled, cut short, bits flipped and lines repeated in both: together
 * they give what one log with the lines of both would give.
 */
class AcrossFilesLawsTest {
  @Provide
  Arbitrary<String> products() {
    return Arbitraries.of(GatewayFormat.builtIn().keySet());
  }

  private record Counts(long lines, long accepted, long rejected, long duplicates) {
    Counts {
      assertThat(accepted + rejected + duplicates).isEqualTo(lines);
    }

    static Counts of(List<TaskOutcome> outcomes) {
      var counts = TaskOutcome.merged(outcomes.get(0).file(), outcomes);
      return new Counts(counts.lines(), counts.accepted(), counts.rejected(), counts.duplicates());
    }
  }

  @Property(tries = 84)
  void twoLogsGiveWhatOneWould(@ForAll("products") String product, @ForAll long seed)
      throws IOException {
    var random = new Random(seed);
    byte[] first = feed(product, random);
    byte[] second = feed(product, random);
    var both = new ByteArrayOutputStream();
    both.write(first);
    both.write('\n');
    both.write(second);
    assertThat(counts(product, first, second)).isEqualTo(counts(product, both.toByteArray()));
  }

  private static byte[] feed(String product, Random random) throws IOException {
    var lines = new ArrayList<>(FormatSample.of(product).stream().map(FormatSample::raw).toList());
    for (int copies = random.nextInt(lines.size()); copies > 0; copies--) {
      lines.add(lines.get(random.nextInt(lines.size())));
    }
    Collections.shuffle(lines, random);
    byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    for (int flips = random.nextInt(6); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 4));
  }

  /** What the logs give together, those of the later ones without what earlier ones hold. */
  private static Counts counts(String product, byte[]... logs) throws IOException {
    Path folder = Files.createTempDirectory("laws");
    try {
      var shared =
          SharedInputs.of(
              folder.resolve("warehouse").toString(),
              new AccessRegisters(Set.of("ISS1"), List.of(), List.of()),
              PseudonymKey.ofHexadecimal("test", "00112233445566778899aabbccddeeff"));
      var landing = new GatewayLanding(folder.resolve("landing"));
      Map<String, TaskOutcome> outcomes = new HashMap<>();
      Map<String, GatewayFile> landed = new HashMap<>();
      for (int index = 0; index < logs.length; index++) {
        String path = "gateway/ISS1/api/" + index + ".log";
        landing.put(path, logs[index]);
        var file =
            new GatewayFile(
                landing.file(path),
                "ISS1",
                "api",
                "product: " + product + "\nfront: api\n",
                GatewayFormat.builtIn().get(product),
                product,
                "00");
        landed.put(file.file().sha256(), file);
        outcomes.put(file.file().sha256(), GatewayTask.run(LogPart.whole(file), shared));
      }
      var none = CommittedSources.of(folder.resolve("none"));
      var duplicates = new DuplicatesAcrossFiles(shared.warehouse(), landed, none);
      for (var check : duplicates.checks(landed.values())) {
        var part = LogPart.whole(check.file());
        outcomes.put(
            check.file().file().sha256(), GatewayTask.runAgain(part, check.part(0), shared));
      }
      return Counts.of(List.copyOf(outcomes.values()));
    } finally {
      try (var tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
