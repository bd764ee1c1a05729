package jp.renkei.jobs.gateway.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a rejected line its structure is kept, and nothing that tells of a person. */
class MaskedLineTest {
  private static final String ROUTE =
      "routes: [{template: \"/v1/statements/{id}\", api_type: STATEMENT_DETAIL}]";
  private static final List<String> PERSONAL =
      List.of(
          "yamada.taro@example.jp",
          "山田太郎",
          "203.0.113.77",
          "2001:db8:85a3::8a2e:370:7334",
          "SECRETTOKEN",
          "p@ss w0rd",
          "4111 1111 1111 1111",
          "080-1234-5678",
          "1980-05-17");

  private static MaskedLine of(String product) {
    var feed = Feed.parse("feed.yaml", "product: " + product + "\nfront: api\n" + ROUTE + "\n");
    String format = GatewayFormat.builtIn().get(product);
    return new MaskedLine(GatewayFormat.parse(product + ".yaml", format).of(feed), feed);
  }

  @Test
  void showsTheStructureOfAJsonLine() {
    assertThat(
            of("renkei-jsonl")
                .of(
                    "{\"event_time\":\"2026-01-05 09:00\",\"method\":\"GET\",\"path\":\"/v1/statements/77?token=x\","
                        + "\"status\": 200,\"latency_ms\":-41.2,\"user\":\"yamada\",\"mail\":[\"a@b\",null,true]}"))
        .isEqualTo(
            "{\"event_time\":\"2026-01-05 09:00\",\"method\":\"GET\",\"path\":\"/v1/statements/***?***\","
                + "\"status\": 999,\"latency_ms\":-99.9,\"user\":\"***\",\"***\":[\"***\",null,true]}");
  }

  @Test
  void showsTheStructureOfACombinedLine() {
    assertThat(
            of("apache-combined")
                .of(
                    "203.0.113.77 - yamada [05/Jan/2026:09:00:00 +0900] \"GET /v1/statements/77?token=x HTTP/1.1\" 200 512 \"https://a/?b\" \"Sample 1.0"))
        .isEqualTo(
            "999.9.999.99 - *** [05/Jan/2026:09:00:00 +0900] \"GET /v1/statements/***?*** HTTP/1.1\" 200 999 \"***\" \"*** 9.9");
  }

  /** Where the personal text stands; also in lines that break off, or are none at all. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"user\":\"%s\"}",
        "{\"event_time\":\"%s\"}",
        "{\"path\":\"/v1/users/%s?a=%s#%s\"}",
        "{\"path\":\"https://%s/%s\"}",
        "{\"%s\":1,\"status\":\"%s\"}",
        "{\"a\":[\"%s\",{\"b\":\"%s\"}],\"a\":\"x\\\"%s\"}",
        "{\"user\":\"%s",
        "{\"user\":%s,\"status\":200}",
        "{'user':'%s'}",
        "{\"a\":\"x\"%s\",\"user\":\"%s\"}",
        "\\\"%s\":%s",
        "%s",
        "%s - %s [05/Jan/2026:09:00:00 +0900] \"GET /%s?%s HTTP/1.1\" %s %s \"%s\" \"%s\" %s",
        "%s - [%s] [%s] \"%s\"",
        "GET /login?mail=%s \"%s",
        "[error] client %s: %s",
      })
  void hidesWhatTellsOfAPerson(String form) {
    for (String product : List.of("renkei-jsonl", "apache-combined", "nginx-combined")) {
      for (String personal : PERSONAL) {
        String masked = of(product).of(form.replace("%s", personal));
        assertThat(masked).doesNotContain(personal);
        for (String part : personal.split("[ @.:-]+")) {
          if (part.length() > 2) {
            assertThat(masked).as("%s of %s", part, personal).doesNotContain(part);
          }
        }
      }
    }
  }

  @Test
  void showsOfAValueItsFormOnly() {
    assertThat(MaskedValue.time("2026-02-30T09:00:00Z")).isEqualTo("2026-02-30T09:00:00Z");
    assertThat(MaskedValue.time("090-1234-5678")).isEqualTo("999-9999-9999");
    assertThat(MaskedValue.time("yamada.taro@example.jp")).isEqualTo("***");
    assertThat(MaskedValue.number("600")).isEqualTo("600");
    assertThat(MaskedValue.number("9012345678")).isEqualTo("9999999999");
    assertThat(MaskedValue.number("山田")).isEqualTo("***");
  }
}
