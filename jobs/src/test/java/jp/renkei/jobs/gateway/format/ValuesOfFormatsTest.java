package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units, clocks, marks and lists, as format files state them. */
class ValuesOfFormatsTest {
  private static Lines json(String fields) {
    return Lines.ofFormat(
        "sample",
        "product: sample\nline: json\nfields:\n  event_time: {from: t, time: iso_offset}\n"
            + fields);
  }

  private static final String AT = "{\"t\":\"2026-01-05T00:00:10Z\",";

  @ParameterizedTest(name = "{1} {0} are {2} ms")
  @CsvSource({
    "ns, 41200000, 41.2",
    "us, 41200, 41.2",
    "ms, 41.2, 41.2",
    "s, 0.25, 250.0",
    "written, '\"0.041s\"', 41.0",
    "written, '\"1m2.5s\"', 62500.0",
    "written, '\"357.313µs\"', 0.357",
    "ms, 41.04111111111111111, 41.041",
    "written, '\"12ms\"', 12.0",
    "written, '\"1h\"', 3600000.0",
  })
  void readsEveryUnit(String unit, String raw, double milliseconds) throws LineRejected {
    var access =
        json("  latency_ms: {from: d, unit: " + unit + "}\n").read(AT + "\"d\":" + raw + "}");
    assertThat(access.latencyMs).isEqualTo(milliseconds);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'\"\"', WRONG_TYPE",
    "'\"12\"', WRONG_TYPE",
    "'\"s\"', WRONG_TYPE",
    "'\"12 ms\"', WRONG_TYPE",
    "'\"1.2.3s\"', WRONG_TYPE",
    "'\"12days\"', WRONG_TYPE",
    "12, WRONG_TYPE",
    "'\"-1s\"', NEGATIVE_VALUE",
    "'\"999999h\"', OUT_OF_RANGE",
  })
  void refusesWhatIsNoLatencyWithItsUnit(String raw, String verdict) {
    assertThat(json("  latency_ms: {from: d, unit: written}\n").verdict(AT + "\"d\":" + raw + "}"))
        .isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "epoch_seconds, 1767571200",
    "epoch_seconds, 1767571200.0",
    "epoch_milliseconds, 1767571200000",
    "epoch_milliseconds, 1767571200000.0",
    "epoch_microseconds, 1767571200000000",
    "epoch_nanoseconds, 1767571200000000999",
    "iso_offset, '\"2026-01-05T09:00:00+09:00\"'",
    "iso_local, '\"2026-01-05T09:00:00\"'",
    "clf, '\"05/Jan/2026:09:00:00 +0900\"'",
  })
  void readsEveryFormOfTime(String form, String raw) throws LineRejected {
    var access =
        Lines.ofFormat(
                "sample",
                "product: sample\nline: json\nfields:\n  event_time: {from: t, time: "
                    + form
                    + "}\n")
            .read("{\"t\":" + raw + "}");
    assertThat(access.eventMicros)
        .isEqualTo(Instant.parse("2026-01-05T00:00:00Z").toEpochMilli() * 1_000);
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "epoch_nanoseconds, 0, TIME_OUT_OF_RANGE",
    "epoch_nanoseconds, 1767571200000000000.5, WRONG_TYPE",
    "epoch_milliseconds, 1767571200, TIME_OUT_OF_RANGE",
    "epoch_milliseconds, 99999999999999999, TIME_OUT_OF_RANGE",
    "epoch_microseconds, '\"1767571200000000\"', WRONG_TYPE",
  })
  void refusesTimesOfAnotherForm(String form, String raw, String verdict) {
    var lines =
        Lines.ofFormat(
            "sample",
            "product: sample\nline: json\nfields:\n  event_time: {from: t, time: " + form + "}\n");
    assertThat(lines.verdict("{\"t\":" + raw + "}")).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{1} of {0} is {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "203.0.113.7;first;203.0.113.7",
        "203.0.113.7, 10.0.0.1;first;203.0.113.7",
        "203.0.113.7, 10.0.0.1;last;10.0.0.1",
        "203.0.113.7, 10.0.0.1;last_public;203.0.113.7",
        "1.1.1.1, 203.0.113.7, 172.16.0.1, 172.31.9.9;last_public;203.0.113.7",
        "1.1.1.1, 172.32.0.1, 100.64.0.1, 169.254.1.1;last_public;172.32.0.1",
        "2001:db8::7, fd00::1, [fe80::1]:80, ::1;last_public;2001:db8::7",
        "192.168.1.1,10.0.0.50;last_public;10.0.0.50",
        "unknown, 203.0.113.7;first;unknown",
        ",;last_public;''",
      })
  void picksOneAddressOfSeveral(String raw, String list, String address) throws LineRejected {
    var access =
        json("  client_ip: {from: a, list: " + list + "}\n").read(AT + "\"a\":\"" + raw + "\"}");
    assertThat(access.clientAddress).isEqualTo(address);
  }

  @Test
  void putsPartsTogetherWhateverTheirOrder() throws LineRejected {
    var lines =
        json(
            "  path: {join: [context, template], absent: [\"-\"]}\n"
                + "  latency_ms: {sum: [a, b], unit: s}\n"
                + "  status: {first: [s, u], number_as_text: true, absent: [\"-\"]}\n");
    var access =
        lines.read(
            AT
                + "\"template\":\"/x\",\"s\":\"-\",\"b\":0.5,\"context\":\"/v1\",\"u\":200,\"a\":1}");
    assertThat(access.path).isEqualTo("/v1/x");
    assertThat(access.latencyMs).isEqualTo(1_500.0);
    assertThat(access.status).isEqualTo(200L);
    var other = lines.read(AT + "\"context\":\"-\",\"template\":\"/x\",\"b\":0.5}");
    assertThat(other.path).isEqualTo("/x");
    assertThat(other.latencyMs).as("nothing is left of the line before").isNaN();
    assertThat(other.status).isEqualTo(AccessLine.NO_NUMBER);
    assertThat(lines.verdict(AT + "\"a\":\"1\",\"b\":1}")).isEqualTo("WRONG_TYPE");
    assertThat(lines.verdict(AT + "\"context\":true}")).isEqualTo("WRONG_TYPE");
    assertThat(lines.verdict(AT + "\"context\":7}")).isEqualTo("ACCEPTED");
    assertThat(lines.verdict(AT + "\"context\":\"/4111111111111111\",\"template\":\"22\"}"))
        .as("digits behind it hide no card number")
        .isEqualTo("CARD_NUMBER_FOUND");
  }

  @Test
  void storesOfASecretADigestThatAnOperatorCanMake() throws LineRejected {
    var access = json("  client_id: {from: k, secret: true}\n").read(AT + "\"k\":\"secret-key\"}");
    // printf %s secret-key | sha256sum | cut -c1-32 | tr 0-9 g-p
    assertThat(access.clientId).isEqualTo("key-oldbehldnlefpjgocnaegfjjcnajikcc");
  }
}
