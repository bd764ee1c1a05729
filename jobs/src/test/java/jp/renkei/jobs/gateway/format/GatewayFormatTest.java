package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.renkei.warehouse.definition.DefinitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayFormatTest {
  private static final String TIME = "event_time: {from: t, time: iso_offset}";

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "line: json\\nfields: {method: {from: m}};the field event_time is missing",
        "line: xml\\nfields: {%s};found 'xml'",
        "line: json\\npattern: '{a}'\\nfields: {%s};'pattern' belongs to 'line: text'",
        "line: text\\nfields: {%s};'pattern' belongs to 'line: text'",
        "line: text\\npattern: '{a}'\\nrecords: [/a]\\nfields: {%s};'records' and 'key_values' belong",
        "line: combined\\nprefixes: ['{a} ']\\nfields: {%s};'prefixes' belong to",
        "line: json\\nrecords: [a]\\nfields: {%s};expected a place such as /records/*",
        "line: json\\nfields: {%s, path: {first: [a], from: b}};found 2, expected one of [from, first, join, sum]",
        "line: json\\nfields: {%s, path: {time: clf, from: b}};'time' belongs to event_time and end_time",
        "line: json\\nfields: {%s, path: {unit: ms, from: b}};'unit' does not belong to this field",
        "line: json\\nfields: {%s, user: {secret: true, from: b}};'secret' does not belong to this field",
        "line: json\\nfields: {%s, user: {from: b, in: /a}};'in' belongs to a format with 'records'",
        "line: json\\nrecords: [/a/*]\\nfields: {%s, status: {from: b, in: /a, required: true}};neither required nor times",
        "line: json\\nrecords: [/a/*]\\nfields: {%s, user: {first: [b], in: /a}};'in' belongs to a field that comes from one",
        "line: json\\nfields: {%s, latency_ms: {from: b, unit: sec}};expected a unit of time",
        "line: json\\nfields: {%s, path: {fron: b}};did you mean 'from'",
        "line: json\\nfields: {%s, path: {from: b, absent: [12345678901234567]}};at most 16 characters",
      })
  void saysWhatIsWrong(String text, String message) {
    String whole = "product: sample\n" + text.replace("%s", TIME).replace("\\n", "\n");
    assertThatThrownBy(() -> GatewayFormat.parse("sample.yaml", whole))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(message);
  }

  /** What one file costs: a product with records, wrappers and lists of keys that nobody knew. */
  @Test
  void takesANewProductByItsFileAlone() throws LineRejected {
    var lines =
        Lines.ofFormat(
            "sample",
            """
            product: sample
            line: json
            records: [/batch/*/events/*]
            key_values: {key: n, value: v}
            prefixes: ["{host}: "]
            fields:
              event_time: {from: at, time: epoch_microseconds, clock: end, required: true}
              method: {from: /http/verb}
              latency_ms: {from: /http/took, unit: written}
              client_id: {from: /labels/client, in: "/batch/*"}
            """);
    String line =
        "gw1: {\"batch\":[{\"labels\":[{\"n\":\"client\",\"v\":\"cl-1\"}],\"events\":["
            + "{\"at\":1767571201500000,\"http\":[{\"v\":\"GET\",\"n\":\"verb\"},{\"n\":\"took\",\"v\":\"1.5s\"}]}]}]}";
    var access = lines.read(line);
    assertThat(access.eventMicros).isEqualTo(1_767_571_200_000_000L);
    assertThat(access.method).isEqualTo("GET");
    assertThat(access.clientId).isEqualTo("cl-1");
    assertThat(lines.verdict("gw1 " + line)).isEqualTo("NOT_JSON");
  }

  @Test
  void takesAnOperatorsNamesByTheFeedAlone() throws LineRejected {
    var access =
        Lines.of(
                "kong",
                "fields:",
                "  event_time: {from: /t/end, time: epoch_seconds, clock: end}",
                "  latency_ms: {from: /t/took, unit: us}",
                "  user: /who/sub",
                "  path: /what")
            .read(
                "{\"t\":{\"end\":1767571200.5,\"took\":500000},\"who\":{\"sub\":\"u\"},\"what\":\"/a?b\",\"request\":{\"method\":\"GET\"},\"response\":{\"status\":204}}");
    assertThat(access.eventMicros).isEqualTo(1_767_571_200_000_000L);
    assertThat(access.latencyMs).isEqualTo(500.0);
    assertThat(access.user).isEqualTo("u");
    assertThat(access.path).isEqualTo("/a");
  }

  @Test
  void asksForAnOverriddenFieldAsForTheProducts() {
    var lines = Lines.of("kong", "fields: {event_time: {from: at, time: iso_offset}}");
    assertThat(
            lines.verdict(
                "{\"request\":{\"method\":\"GET\",\"uri\":\"/\"},\"response\":{\"status\":200}}"))
        .isEqualTo("MISSING_FIELD");
  }
}
