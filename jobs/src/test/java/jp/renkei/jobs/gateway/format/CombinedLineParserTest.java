package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.TreeMap;
import jp.renkei.jobs.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinedLineParserTest {
  private static final String HEAD = "192.0.2.7 - - [05/Jan/2026:09:00:00 +0900] ";
  private final Lines lines = Lines.of("apache-combined");

  @Test
  void readsACombinedLineWithAVirtualHost() throws LineRejected {
    var access =
        lines.read(
            "www.example.jp:443 192.0.2.7 - 山田 太郎 [05/Jan/2026:09:00:00 +0900] "
                + "\"GET /login?next=/a%20b HTTP/1.1\" 200 512 \"https://example.jp/?q=1\" \"Sample \\\"quoted\\\" 1.0\"");
    assertThat(access.eventMicros)
        .isEqualTo(Instant.parse("2026-01-05T00:00:00Z").toEpochMilli() * 1000);
    assertThat(access.clientAddress).isEqualTo("192.0.2.7");
    assertThat(access.user).isEqualTo("山田 太郎");
    assertThat(access.method).isEqualTo("GET");
    assertThat(access.path).isEqualTo("/login");
    assertThat(access.status).isEqualTo(200L);
    assertThat(access.bytesOut).isEqualTo(512L);
    assertThat(access.userAgent).isEqualTo("Sample \\\"quoted\\\" 1.0");
  }

  /** The request and what follows; verdict; method and path. */
  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "\"GET / HTTP/1.0\" 200 10|ACCEPTED|GET|/",
        "\"GET / HTTP/1.0\" 200 10 \"-\" \"-\" 0.004|ACCEPTED|GET|/",
        "\"GET http://example.jp/a/b?c HTTP/1.1\" 200 -|ACCEPTED|GET|/a/b",
        "\"GET /a?cmd=ls -al&x=1\" 400 226|ACCEPTED|GET|/a",
        "\"OPTIONS * HTTP/1.0\" 200 -|ACCEPTED|OPTIONS|*",
        "\"\\x16\\x03\\x01\" 400 226 \"-\" \"-\"|ACCEPTED|-|-",
        "\"HELP\" 400 157 \"-\" \"-\"|ACCEPTED|-|-",
        "\"-\" 408 - \"-\" \"-\"|ACCEPTED|-|-",
        "\"\" 400 0 \"-\" \"-\"|ACCEPTED|-|-",
        "\"GET / HTTP/1.0\" - -|ACCEPTED|GET|/",
        "\"GET / HTTP/1.0\" 99 10|BAD_STATUS|-|-",
        "\"GET / HTTP/1.0\" abc 10|WRONG_TYPE|-|-",
        "\"GET / HTTP/1.0\" 200 -5|NEGATIVE_VALUE|-|-",
        "\"GET / HTTP/1.0\" 200|TRUNCATED_LINE|-|-",
        "\"GET / HTTP/1.0\"|TRUNCATED_LINE|-|-",
        "\"GET / HTT|TRUNCATED_LINE|-|-",
        "\"GET / HTTP/1.0\" 200 10 \"-\" \"Sample|TRUNCATED_LINE|-|-",
        "\"GET / HTTP/1.0\" 200 10 \"-\" \"Sample\\\"|TRUNCATED_LINE|-|-",
        "\"GET / HTTP/1.0\"200 10|NOT_COMBINED|-|-",
        "\"GET /?c=4111-1111-1111-1111 HTTP/1.0\" 200 10|CARD_NUMBER_FOUND|-|-",
        "\"GET / HTTP/1.0\" 200 10 \"/?c=4111111111111111\" \"-\"|CARD_NUMBER_FOUND|-|-",
        "\"GET / HTTP/1.0\" 200 10 \"-\" \"4111\\x201111\\x201111\\x201111\"|CARD_NUMBER_FOUND|-|-",
      })
  void judges(String rest, String verdict, String method, String path) throws LineRejected {
    assertThat(lines.verdict(HEAD + rest)).isEqualTo(verdict);
    if (verdict.equals("ACCEPTED")) {
      var access = lines.read(HEAD + rest);
      assertThat(access.method).isEqualTo(method);
      assertThat(access.path).isEqualTo(path);
    }
  }

  @Test
  void judgesTheHead() throws LineRejected {
    String rest = " \"GET / HTTP/1.0\" 200 10";
    assertThat(lines.verdict("192.0.2.7 - - [05/Foo/2026:09:00:00 +0900]" + rest))
        .isEqualTo("BAD_TIME");
    assertThat(lines.verdict("192.0.2.7 - - [05/Jan/2026:09:00:00 +0900"))
        .isEqualTo("TRUNCATED_LINE");
    assertThat(lines.verdict("192.0.2.7 - ")).isEqualTo("TRUNCATED_LINE");
    assertThat(lines.verdict("192.0.2.7 - 4111111111111111 [05/Jan/2026:09:00:00 +0900]" + rest))
        .isEqualTo("CARD_NUMBER_FOUND");
    assertThat(lines.read("192.0.2.7 - [05/Jan/2026:09:00:00 +0900]" + rest).user).isNull();
  }

  /** The user as logged, and as read. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "\"\";-",
        "[bob];[bob]",
        "[bob] smith;[bob] smith",
        "a\"b;a\"b",
        "\"bob\";\"bob\"",
        "[a] \"b;[a] \"b",
        "]bob[;]bob[",
        "[1;[1",
      })
  void findsTheTimeBehindAnyUser(String user, String read) throws LineRejected {
    var access =
        lines.read(
            "192.0.2.7 - "
                + user
                + " [05/Jan/2026:09:00:00 +0900] \"GET /a?[x] HTTP/1.1\" 200 512 \"-\" \"x\"");
    assertThat(access.user).isEqualTo(read);
    assertThat(access.path).isEqualTo("/a");
    assertThat(access.clientAddress).isEqualTo("192.0.2.7");
  }

  @Test
  void takesALeapSecond() throws LineRejected {
    String rest = " \"GET / HTTP/1.0\" 200 10";
    assertThat(lines.read("192.0.2.7 - - [31/Dec/2016:23:59:60 +0000]" + rest).eventMicros)
        .isEqualTo(Instant.parse("2017-01-01T00:00:00Z").toEpochMilli() * 1000 - 1);
    assertThat(lines.verdict("192.0.2.7 - - [31/Dec/2016:23:59:60 +0900]" + rest))
        .isEqualTo("BAD_TIME");
  }

  @Test
  void takesALineWithBlanksBehindIt() {
    for (String blanks : new String[] {" ", "   "}) {
      assertThat(lines.verdict(HEAD + "\"GET / HTTP/1.0\" 200 10" + blanks)).isEqualTo("ACCEPTED");
      assertThat(lines.verdict(HEAD + "\"GET / HTTP/1.0\" 200 10 \"-\" \"x\"" + blanks))
          .isEqualTo("ACCEPTED");
      assertThat(lines.verdict(HEAD + "\"GET / HTTP/1.0\" 200" + blanks))
          .isEqualTo("TRUNCATED_LINE");
    }
  }

  @Test
  void looksAtEveryBracketOnce() {
    String many = "192.0.2.7 - " + "[ ".repeat(400_000);
    long start = System.nanoTime();
    assertThat(lines.verdict(many)).isEqualTo("TRUNCATED_LINE");
    assertThat(lines.verdict(many + "]")).isEqualTo("BAD_TIME");
    assertThat(lines.verdict(many + "x] y")).isEqualTo("NOT_COMBINED");
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  @Test
  void mapsWhatFollowsTheAgentByTheFeed() throws LineRejected {
    var access =
        Lines.of(
                "nginx-combined",
                "latency_unit: s",
                "fields: {latency_ms: extra1, request_id: extra2}")
            .read(HEAD + "\"GET / HTTP/1.1\" 200 10 \"-\" \"-\" 0.25 \"abc-1\"");
    assertThat(access.latencyMs).isEqualTo(250.0);
    assertThat(access.requestId).isEqualTo("abc-1");
  }

  /** Only the lines of error logs are no access lines; all garbage requests are kept. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "apache-combined, apache-combined/access-10000.log, 9999, TRUNCATED_LINE=1",
    "apache-combined, crowdsec-hub/apache2-logs/apache2-logs.log, 7, NOT_COMBINED=2",
    "apache-combined, crowdsec-hub/apache2-malformed/apache2-logs.log, 11, ''",
    "apache-combined, crowdsec-hub/apache-http-probing/apache-http-probing.log, 77, ''",
    "apache-combined, crowdsec-hub/http-dos-switching-ua/http-dos-switching-ua.log, 15, ''",
    "nginx-combined, crowdsec-hub/nginx_http-logs/nginx_http-logs.log, 8, NOT_COMBINED=1",
    "nginx-combined, crowdsec-hub/nginx-http-malformed/nginx_http-logs.log, 12, ''",
    "nginx-combined, crowdsec-hub/nginx-bad-user-agent/nginx-bad-user-agent.log, 3, ''",
  })
  void losesNoGoodLineOfRealLogs(String product, String file, int accepted, String rejected)
      throws IOException {
    var parser = Lines.of(product);
    var verdicts = new TreeMap<String, Integer>();
    String text = Files.readString(SharedData.path("gateway-logs/" + file));
    text.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> verdicts.merge(parser.verdict(line), 1, Integer::sum));
    assertThat(verdicts.remove("ACCEPTED")).isEqualTo(accepted);
    assertThat(verdicts.toString()).isEqualTo("{" + rejected + "}");
  }
}
