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
import java.util.List;
import java.util.Random;
import java.util.Set;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happens to a feed of any product, every line is counted once: accepted + rejected +
 * duplicates = lines.
 */
class FormatLawsTest {
  private static final Set<String> KEEPS_SEVERAL = keepsSeveral();

  private static Set<String> keepsSeveral() {
    var products = new java.util.TreeSet<String>();
    for (String product : GatewayFormat.builtIn().keySet()) {
      if (new FormatTrial(product).parser().holdsSeveral()) {
        products.add(product);
      }
    }
    return products;
  }

  @Provide
  Arbitrary<String> products() {
    return Arbitraries.of(GatewayFormat.builtIn().keySet());
  }

  /** What one pass over a file counts, and what it hands on. */
  private static final class Pass implements LogReading.Taker {
    private final LogReading reading = new LogReading();
    private final List<String> handedOn = new ArrayList<>();
    private long taken;
    private long refused;

    static Pass over(String product, byte[] bytes) throws IOException {
      Path file = Files.createTempFile("laws", ".log");
      try {
        Files.write(file, bytes);
        var pass = new Pass();
        var parser = new FormatTrial(product).parser();
        try (var log = LogLines.open(file, parser.longestLine())) {
          pass.reading.read(log, parser, pass);
        }
        return pass;
      } finally {
        Files.delete(file);
      }
    }

    @Override
    public void accepted(AccessBatch accesses) {
      for (int index = 0; index < accesses.size(); index++) {
        var access = accesses.access(index);
        taken++;
        handedOn.add(
            "%d %d %s %s"
                .formatted(accesses.number(index), access.eventMicros, access.method, access.path));
      }
    }

    @Override
    public void rejected(LogReading.Rejected rejected) {
      refused++;
      handedOn.add(rejected.number() + " " + rejected.why().reason());
      assertThat(rejected.start()).isBetween(0, rejected.end());
      assertThat(rejected.end()).isLessThanOrEqualTo(rejected.bytes().length);
    }

    long total() {
      return reading.accepted() + reading.rejected() + reading.duplicates();
    }
  }

  private static List<byte[]> sampleLines(String product) {
    return FormatSample.of(product).stream()
        .map(sample -> sample.raw().getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static long recordsOf(String product, byte[] line) {
    return new FormatTrial(product).results(line).size();
  }

  @Property(tries = 210)
  void everyLineIsCountedOnce(@ForAll("products") String product, @ForAll long seed)
      throws IOException {
    var random = new Random(seed);
    var lines = new ArrayList<>(sampleLines(product));
    for (int copies = random.nextInt(2 * lines.size()); copies > 0; copies--) {
      lines.add(lines.get(random.nextInt(lines.size())));
    }
    Collections.shuffle(lines, random);
    byte[] bytes = joined(lines);
    for (int flips = random.nextInt(8); flips > 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    bytes = Arrays.copyOf(bytes, bytes.length - random.nextInt(bytes.length / 4));
    var pass = Pass.over(product, bytes);
    assertThat(pass.total()).isEqualTo(pass.reading.lines());
    assertThat(pass.taken).isEqualTo(pass.reading.accepted());
    assertThat(pass.refused).isEqualTo(pass.reading.rejected());
    long physical = linesIn(bytes);
    if (KEEPS_SEVERAL.contains(product)) {
      assertThat(pass.reading.lines()).isGreaterThanOrEqualTo(physical);
    } else {
      assertThat(pass.reading.lines()).isEqualTo(physical);
    }
    assertThat(Pass.over(product, bytes).handedOn).as("said again").isEqualTo(pass.handedOn);
  }

  /** Counted apart: lines that nobody touched keep their verdicts, whatever stands around them. */
  @Property(tries = 105)
  void oneDamagedLineCostsNoOther(@ForAll("products") String product, @ForAll long seed)
      throws IOException {
    var random = new Random(seed);
    var lines = new ArrayList<>(sampleLines(product));
    Collections.shuffle(lines, random);
    byte[] victim = lines.remove(0);
    long expected = 0;
    for (byte[] line : lines) {
      expected += recordsOf(product, line);
    }
    byte[] damaged = Arrays.copyOf(victim, 1 + random.nextInt(victim.length - 1));
    damaged[random.nextInt(damaged.length)] = (byte) 0xff;
    long most = recordsOf(product, victim) + 1;
    lines.add(random.nextInt(lines.size() + 1), damaged);
    var pass = Pass.over(product, joined(lines));
    assertThat(pass.reading.lines() - expected).isBetween(1L, most);
    assertThat(pass.total()).isEqualTo(pass.reading.lines());
  }

  @Property(tries = 63)
  void repeatedLinesAreDuplicatesWhateverTheirOrder(
      @ForAll("products") String product, @ForAll long seed) throws IOException {
    var once = sampleLines(product);
    var lines = new ArrayList<>(once);
    lines.addAll(once);
    Collections.shuffle(lines, new Random(seed));
    var first = Pass.over(product, joined(once));
    var pass = Pass.over(product, joined(lines));
    assertThat(pass.reading.lines()).isEqualTo(2 * first.reading.lines());
    assertThat(pass.reading.rejected()).isEqualTo(2 * first.reading.rejected());
    // What has no request id is never called a duplicate.
    assertThat(pass.reading.accepted() + pass.reading.duplicates())
        .isEqualTo(2 * (first.reading.accepted() + first.reading.duplicates()));
    assertThat(pass.reading.accepted()).isGreaterThanOrEqualTo(first.reading.accepted());
  }

  private static byte[] joined(List<byte[]> lines) throws IOException {
    var bytes = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      bytes.write(line);
      bytes.write('\n');
    }
    return bytes.toByteArray();
  }

  private static long linesIn(byte[] bytes) {
    return Arrays.stream(new String(bytes, StandardCharsets.ISO_8859_1).split("\n"))
        .filter(line -> !line.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r'))
        .count();
  }
}
