package jp.renkei.jobs.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeMap;
import jp.renkei.jobs.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real logs of gateways: every line is counted, and what is refused is no access. */
class RealLogsOfGatewaysTest {
  private static final class Counts implements LogReading.Taker {
    private final TreeMap<String, Integer> reasons = new TreeMap<>();

    @Override
    public void accepted(AccessBatch accesses) {}

    @Override
    public void rejected(LogReading.Rejected rejected) {
      reasons.merge(rejected.why().reason().name(), 1, Integer::sum);
    }
  }

  /** Product, file, lines, accepted, and the reasons for the rest. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "aws-alb, aws-alb-logs/aws-alb-logs.log, 14, 14, {}",
    "caddy, caddy-logs/caddy-logs.log, 11, 10, {MISSING_FIELD=1}",
    "traefik-json, traefik_json/traefik_json.log, 7, 6, {NOT_JSON=1}",
    "envoy-json, envoy-logs/envoy.log, 10, 6, {NOT_JSON=4}",
    "envoy, envoy-logs/envoy.log, 10, 4, {NOT_OF_FORMAT=6}",
    "envoy-json, envoy-http-bad-user-agent/envoy-http-bad-user-agent.log, 2, 2, {}",
    "apache-vhost-combined, apache2-logs/apache2-logs.log, 9, 7, {NOT_COMBINED=2}",
    "nginx-combined, nginx_http-logs/nginx_http-logs.log, 9, 8, {NOT_COMBINED=1}",
  })
  void losesNoLine(String product, String file, long lines, long accepted, String reasons)
      throws IOException {
    var log = SharedData.path("gateway-logs/crowdsec-hub/" + file);
    var reading = new LogReading();
    var counts = new Counts();
    var parser = new FormatTrial(product).parser();
    try (var open = LogLines.open(log, parser.longestLine())) {
      reading.read(open, parser, counts);
    }
    try (var all = Files.lines(log)) {
      assertThat(all.filter(line -> !line.isBlank()).count()).isEqualTo(lines);
    }
    assertThat(reading.lines()).isEqualTo(lines);
    assertThat(reading.accepted() + reading.rejected() + reading.duplicates()).isEqualTo(lines);
    assertThat(counts.reasons).hasToString(reasons);
    assertThat(reading.accepted() + reading.duplicates()).isEqualTo(accepted);
  }
}
