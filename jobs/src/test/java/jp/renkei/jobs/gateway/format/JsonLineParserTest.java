package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLineParserTest {
  private static final String GOOD =
      """
      {"event_time":"2026-01-05T09:00:00.123+09:00","client_id":"cl-1","method":"GET",\
      "path":"/v1/statements/1?token=x","status":200,"latency_ms":41.2,"bytes_out":512,"user":"0123456789012345",\
      "request_id":"4111111111111111","client_ip":"192.0.2.7","user_agent":"sample-client/1","attended":true,"environment":"prod"}""";

  private final Lines lines = Lines.of("renkei-jsonl");

  @Test
  void readsEveryField() throws LineRejected {
    var access = lines.read(GOOD);
    assertThat(access.eventMicros)
        .isEqualTo(Instant.parse("2026-01-05T00:00:00.123Z").toEpochMilli() * 1000);
    assertThat(access.clientId).isEqualTo("cl-1");
    assertThat(access.method).isEqualTo("GET");
    assertThat(access.path).isEqualTo("/v1/statements/1");
    assertThat(access.status).isEqualTo(200L);
    assertThat(access.latencyMs).isEqualTo(41.2);
    assertThat(access.bytesOut).isEqualTo(512L);
    assertThat(access.user).isEqualTo("0123456789012345");
    assertThat(access.requestId).as("looks like a card number").startsWith("key-");
    assertThat(access.clientAddress).isEqualTo("192.0.2.7");
    assertThat(access.userAgent).isEqualTo("sample-client/1");
    assertThat(access.attended).isTrue();
    assertThat(access.environment).isEqualTo("prod");
  }

  @Test
  void keepsNothingOfTheLineBefore() throws LineRejected {
    lines.read(GOOD);
    var access =
        lines.read(
            "{\"event_time\":\"2026-01-05T00:00:00Z\",\"method\":\"GET\",\"path\":\"/\",\"status\":0,\"user\":null}");
    assertThat(access.user).isNull();
    assertThat(access.requestId).isNull();
    assertThat(access.attended).isNull();
    assertThat(access.status).isZero();
  }

  /** What is replaced in the good line, by what, and the verdict. */
  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"status\":200;\"status\":0;ACCEPTED",
        "\"status\":200;\"status\":499;ACCEPTED",
        "\"status\":200;\"status\":600;BAD_STATUS",
        "\"status\":200;\"status\":-1;BAD_STATUS",
        "\"status\":200;\"status\":\"200\";WRONG_TYPE",
        "\"status\":200;\"status\":200.0;WRONG_TYPE",
        "\"status\":200;\"status\":2e2;WRONG_TYPE",
        "\"status\":200;\"status\":true;WRONG_TYPE",
        "\"status\":200;\"status\":{};WRONG_TYPE",
        "\"status\":200;\"status\":99999999999999999999;WRONG_TYPE",
        "\"status\":200;\"status\":null;MISSING_FIELD",
        "\"status\":200;\"stat\":200;MISSING_FIELD",
        "\"status\":200;\"status\":200,\"status\":200;DUPLICATE_FIELD",
        "\"status\":200;\"other\":{\"a\":1,\"a\":1},\"status\":200;DUPLICATE_FIELD",
        "\"status\":200;\"other\":[1,{\"deep\":null}],\"status\":200;ACCEPTED",
        "\"status\":200;\"status\":0200;NOT_JSON",
        "\"status\":200;'status':200;NOT_JSON",
        "\"status\":200;\"status\":NaN;NOT_JSON",
        "41.2;-0.5;NEGATIVE_VALUE",
        "41.2;41;ACCEPTED",
        "41.2;1e999;WRONG_TYPE",
        "512;-1;NEGATIVE_VALUE",
        "512;1099511627776;ACCEPTED",
        "512;1099511627777;OUT_OF_RANGE",
        "512;9223372036854775807;OUT_OF_RANGE",
        "41.2;2592000000;ACCEPTED",
        "41.2;2592000000.1;OUT_OF_RANGE",
        "41.2;1e300;OUT_OF_RANGE",
        "512;5.5;WRONG_TYPE",
        "\"GET\";\"\";MISSING_FIELD",
        "\"GET\";7;WRONG_TYPE",
        "true;\"true\";WRONG_TYPE",
        "2026-01-05T09:00:00.123+09:00;2026-01-05T09:00:00.123;BAD_TIME",
        "2026-01-05T09:00:00.123+09:00;2026-02-30T09:00:00Z;BAD_TIME",
        "2026-01-05T09:00:00.123+09:00;2026-01-05T24:00:00Z;BAD_TIME",
        "2026-01-05T09:00:00.123+09:00;1999-01-05T09:00:00Z;TIME_OUT_OF_RANGE",
        "2026-01-05T09:00:00.123+09:00;2026-01-05t09:00:00z;ACCEPTED",
        "2026-01-05T09:00:00.123+09:00;2016-12-31T23:59:60Z;ACCEPTED",
        "2026-01-05T09:00:00.123+09:00;2017-01-01T08:59:60.5+09:00;ACCEPTED",
        "2026-01-05T09:00:00.123+09:00;2026-01-05T09:00:60+09:00;BAD_TIME",
        "2026-01-05T09:00:00.123+09:00;2026-01-05T23:59:61Z;BAD_TIME",
        "2026-01-05T09:00:00.123+09:00;2026-01-05T09:00:00.123456789-0530;ACCEPTED",
        "\"2026-01-05T09:00:00.123+09:00\";1767571200;WRONG_TYPE",
        "cl-1;4111 1111-1111 1111;CARD_NUMBER_FOUND",
        "cl-1;\\u0034111111111111111;CARD_NUMBER_FOUND",
        "/v1/statements/1;/cards/4111%201111%201111%201111;CARD_NUMBER_FOUND",
        "token=x;card=4111111111111111;CARD_NUMBER_FOUND",
        "token=x;card=4111+1111+1111+1111;CARD_NUMBER_FOUND",
        "\"status\":200;\"note\":[\"4111111111111111\"],\"status\":200;CARD_NUMBER_FOUND",
        "\"status\":200;\"4111111111111111\":0,\"status\":200;CARD_NUMBER_FOUND",
        "\"status\":200;\"epoch_ms\":4111111111111111,\"status\":200;ACCEPTED",
        "cl-1;\\ud800;NOT_UTF8",
        "cl-1;\\u0000;NOT_UTF8",
        "cl-1;カード会社;ACCEPTED",
      })
  void judges(String part, String replacement, String verdict) {
    assertThat(GOOD).contains(part);
    assertThat(lines.verdict(GOOD.replace(part, replacement))).isEqualTo(verdict);
  }

  @Test
  void takesALeapSecondAsTheLastMicrosecondOfItsDay() throws LineRejected {
    long last = Instant.parse("2017-01-01T00:00:00Z").toEpochMilli() * 1000 - 1;
    for (String time :
        List.of("2016-12-31T23:59:60Z", "2016-12-31t23:59:60.25z", "2017-01-01T08:59:60+09:00")) {
      var access = lines.read(GOOD.replace("2026-01-05T09:00:00.123+09:00", time));
      assertThat(access.eventMicros).as(time).isEqualTo(last);
    }
  }

  @Test
  void saysInJapaneseWhatWasFoundAndWhatExpected() {
    assertThatThrownBy(() -> lines.read(GOOD.replace("09:00:00.123+09:00", "09:00")))
        .isInstanceOfSatisfying(
            LineRejected.class,
            why -> {
              assertThat(why.found()).isEqualTo("event_time：2026-01-05T09:00");
              assertThat(why.expected()).isEqualTo("時差付きの日時（例：2026-01-05T09:00:00.123+09:00）");
            });
    assertThatThrownBy(() -> lines.read(GOOD.replace("512", "-5")))
        .isInstanceOfSatisfying(
            LineRejected.class, why -> assertThat(why.found()).isEqualTo("bytes_out：-5"));
  }

  @Test
  void refusesWhatIsNotOneObject() {
    assertThat(lines.verdict(GOOD + "x")).isEqualTo("NOT_JSON");
    assertThat(lines.verdict(GOOD + GOOD)).isEqualTo("NOT_JSON");
    assertThat(lines.verdict("[" + GOOD + "]")).isEqualTo("WRONG_TYPE");
    assertThat(lines.verdict("\ufeff" + GOOD)).isEqualTo("NOT_JSON");
    assertThat(lines.verdict(GOOD.substring(0, 100))).isEqualTo("TRUNCATED_LINE");
    assertThat(lines.verdict("{\"a\":".repeat(100) + "1" + "}".repeat(100))).isEqualTo("TOO_LONG");
    assertThat(lines.verdict(GOOD.replace("cl-1", "a\u0000b"))).isEqualTo("NOT_UTF8");
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    for (byte[] wrong :
        List.of(
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0xaf},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0x83, (byte) 0x4a})) {
      String latin = new String(wrong, StandardCharsets.ISO_8859_1);
      byte[] line = GOOD.replace("cl-1", latin).getBytes(StandardCharsets.ISO_8859_1);
      assertThat(lines.verdict(line)).isEqualTo("NOT_UTF8");
    }
  }

  @Test
  void takesAnotherProductByItsFileAlone() throws LineRejected {
    var access =
        Lines.ofFormat(
                "sample",
                """
                product: sample
                line: json
                fields:
                  event_time: {from: ts, time: epoch_seconds, required: true}
                  method: {from: /request/method}
                  path: {from: /request/uri}
                  status: {from: status, number_as_text: true}
                  latency_ms: {from: duration, unit: s}
                  user_agent: {from: /request/headers/User-Agent/0}
                """)
            .read(
                """
                {"ts":1767571200.25,"request":{"method":"GET","uri":"/a?b","headers":{"User-Agent":["x/1","y"]}},\
                "status":"204","duration":0.0125}""");
    assertThat(access.eventMicros).isEqualTo(1_767_571_200_250_000L);
    assertThat(access.path).isEqualTo("/a");
    assertThat(access.status).isEqualTo(204L);
    assertThat(access.latencyMs).isEqualTo(12.5);
    assertThat(access.userAgent).isEqualTo("x/1");
  }

  /** The names of the suite tell: n_ is no JSON, y_ is JSON; neither is an access. */
  @Test
  void agreesWithTheJsonTestSuite() throws IOException {
    Path folder = SharedData.path("hostile/json-test-suite/test_parsing");
    var noJson = Set.of("NOT_JSON", "NOT_UTF8", "TRUNCATED_LINE", "TOO_LONG");
    var wrong = new ArrayList<String>();
    int tested = 0;
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        byte[] bytes = Files.readAllBytes(file);
        String verdict = bytes.length == 0 ? "NOT_JSON" : lines.verdict(bytes);
        boolean isWrong =
            name.startsWith("n_") && !noJson.contains(verdict)
                || name.startsWith("y_")
                    && noJson.contains(verdict)
                    && !name.contains("null") // a NUL and half pairs are JSON, but no text of ours
                    && !name.contains("surrogate")
                || verdict.equals("ACCEPTED");
        tested++;
        if (isWrong) {
          wrong.add(name + " " + verdict);
        }
      }
    }
    assertThat(tested).isGreaterThan(300);
    assertThat(wrong).isEmpty();
  }
}
