package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What the quick way takes, Jackson takes too and to the same values; the usual line it takes. */
class PlainJsonReaderTest {
  /** Bytes that matter to JSON, so that a change of one often leaves the line JSON. */
  private static final byte[] TELLING =
      "{}[]\":,\\ \t\r0123456789.-+eEtfnulabcxyz/\u0000\u001f\u007f"
          .getBytes(StandardCharsets.US_ASCII);

  private static final List<String> LINES =
      List.of(
          "{\"event_time\":\"2026-01-05T09:00:00.123+09:00\",\"client_id\":\"c\",\"method\":\"GET\",\"path\":\"/v1/statements/1\",\"status\":200,\"latency_ms\":41.2,\"bytes_out\":512,\"user\":\"u\",\"request_id\":\"r\",\"client_ip\":\"192.0.2.1\",\"user_agent\":\"a b\",\"attended\":true,\"environment\":\"prod\"}",
          "{ \"status\" : 200, \"path\":\"/\" ,\"method\":\"GET\", \"event_time\":\"2026-01-05T00:00:00Z\",\"attended\":null}",
          "{\"event_time\":\"2026-01-05T00:00:00Z\",\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"latency_ms\":0.1,\"bytes_out\":109951162777}");

  private static JsonLineParser parser(String product) {
    var feed = Feed.parse("feed.yaml", "product: " + product + "\nfront: api\n");
    var format =
        GatewayFormat.parse(product + ".yaml", GatewayFormat.builtIn().get(product)).of(feed);
    return new JsonLineParser(format.fields(), new FieldValues(feed.zone()), null);
  }

  private static List<String> samples(String product) {
    try {
      return Files.readAllLines(Path.of("src/test/resources/gateway-samples", product + ".txt"))
          .stream()
          .filter(line -> line.startsWith("< {"))
          .map(line -> line.substring(2))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean agree(JsonLineParser parser, byte[] line) {
    var plain = new AccessLine();
    if (isBad(line) || !parser.readPlain(line, 0, line.length, plain)) {
      return false;
    }
    var any = new AccessLine();
    try {
      parser.readAny(line, 0, line.length, any);
    } catch (LineRejected e) {
      throw new AssertionError(
          "Taken, and refused by Jackson: " + new String(line, StandardCharsets.ISO_8859_1), e);
    }
    // Two that are no numbers say the same.
    assertThat(plain)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(any);
    return true;
  }

  /** Only lines of ASCII without NUL come that far. */
  private static boolean isBad(byte[] line) {
    for (byte b : line) {
      if (b <= 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void takesTheUsualLine() {
    var parser = parser("renkei-jsonl");
    for (String line : LINES) {
      assertThat(agree(parser, line.getBytes(StandardCharsets.US_ASCII))).as(line).isTrue();
    }
  }

  @Test
  void leavesEverythingElseToJackson() {
    var parser = parser("renkei-jsonl");
    String line = LINES.get(2);
    for (String other :
        List.of(
            line.replace("GET", "G\\u0045T"),
            line.replace("200", "2e2"),
            line.replace("200", "-0"),
            line.replace("200", "0200"),
            line.replace("200", "200.0"),
            line.replace("0.1", ".1"),
            line.replace("0.1", "1."),
            line.replace("\"status\"", "\"unknown\""),
            line.replace("\"status\":200", "\"status\":200,\"status\":200"),
            line.replace("200", "[200]"),
            line.replace("200,", "200,,"),
            line.replace("}", ",}"),
            line + "}",
            line + "{}",
            line.substring(0, line.length() - 1),
            "",
            "{",
            "[]")) {
      byte[] bytes = other.getBytes(StandardCharsets.US_ASCII);
      assertThat(parser.readPlain(bytes, 0, bytes.length, new AccessLine())).as(other).isFalse();
    }
  }

  @Property(tries = 300)
  void takesNothingThatJacksonRefuses(@ForAll long seed) {
    var random = new Random(seed);
    int taken = 0;
    for (String product :
        List.of("renkei-jsonl", "kong", "traefik-json", "wso2", "aws-api-gateway")) {
      var parser = parser(product);
      var lines = new ArrayList<>(LINES);
      lines.addAll(samples(product));
      for (int count = 0; count < 100; count++) {
        byte[] line = lines.get(random.nextInt(lines.size())).getBytes(StandardCharsets.UTF_8);
        taken += agree(parser, changed(line, random)) ? 1 : 0;
      }
    }
    assertThat(taken).as("lines taken, or nothing was compared").isPositive();
  }

  private static byte[] changed(byte[] line, Random random) {
    byte[] changed = line.clone();
    for (int count = random.nextInt(4); count > 0; count--) {
      int place = random.nextInt(changed.length);
      switch (random.nextInt(4)) {
        case 0 -> changed[place] = TELLING[random.nextInt(TELLING.length)];
        case 1 -> changed[place] ^= (byte) (1 << random.nextInt(7));
        case 2 -> {
          byte[] longer = new byte[changed.length + 1];
          System.arraycopy(changed, 0, longer, 0, place);
          longer[place] = TELLING[random.nextInt(TELLING.length)];
          System.arraycopy(changed, place, longer, place + 1, changed.length - place);
          changed = longer;
        }
        default -> {
          byte[] shorter = Arrays.copyOf(changed, changed.length - 1);
          System.arraycopy(changed, place + 1, shorter, place, shorter.length - place);
          changed = shorter.length == 0 ? changed : shorter;
        }
      }
    }
    return changed;
  }
}
