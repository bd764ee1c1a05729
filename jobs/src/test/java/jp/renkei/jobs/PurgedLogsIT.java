package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs that landing no longer holds follow new registers and rules, as far as is known of them. */
class PurgedLogsIT {
  private static final String WEB =
      "product: renkei-jsonl\nfront: web\nroutes:\n  - {template: \"/login\", kind: login}\n";
  private static final String API =
      "product: renkei-jsonl\nfront: api\nroutes:\n  - {template: \"/v1/points\", api_type: POINT_BALANCE}\n";

  @TempDir Path folder;

  private static String web(String id, String address) {
    return ("{\"event_time\":\"2026-03-05T09:00:00+09:00\",\"method\":\"POST\",\"path\":\"/login\",\"status\":302,\"latency_ms\":1,"
            + "\"request_id\":\"%s\",\"client_ip\":\"%s\",\"user_agent\":\"Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
            + " AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36\"}\n")
        .formatted(id, address);
  }

  private static String api(String client, String path) {
    return ("{\"event_time\":\"2026-03-05T09:00:00+09:00\",\"client_id\":\"%s\",\"method\":\"GET\",\"path\":\"%s\","
            + "\"status\":200,\"latency_ms\":1,\"user\":\"u\",\"request_id\":\"0123456789abcdef0%d\"}\n")
        .formatted(client, path, client.length() + path.length());
  }

  private static Path put(SmallWorld world, String feed, String yaml, String lines)
      throws IOException {
    Path place = Files.createDirectories(world.landing().resolve("gateway/ISS001/" + feed));
    Files.writeString(place.resolve("feed.yaml"), yaml);
    return Files.writeString(place.resolve("a.jsonl"), lines);
  }

  private static void append(SmallWorld world, String register, String line) throws IOException {
    Path file = world.landing().resolve("register/" + register);
    Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + line + "\n");
  }

  private static List<String> decided(SmallWorld world, String feed) throws IOException {
    return world
        .query(
            "select line, rule_id, access_method, agent_id, route_kind from silver.access"
                + " where feed_id = '"
                + feed
                + "' order by line")
        .stream()
        .map(PurgedLogsIT::text)
        .toList();
  }

  private static String text(Map<String, Object> row) {
    return "%s %s %s %s"
        .formatted(
            row.get("line"), row.get("access_method"), row.get("agent_id"), row.get("route_kind"));
  }

  @Test
  void followNewNetworksAliasesAndRoutesAndAreReadAgainWhenTheyComeBack() throws IOException {
    var world = SmallWorld.copyTo(folder);
    String webLines = web("a1", "100.64.1.5") + web("a2", "100.64.2.5") + web("a3", "100.64.3.5");
    Path web = put(world, "purged-web", WEB, webLines);
    Path api =
        put(
            world,
            "purged-api",
            API,
            api("new-client", "/v1/points") + api("other", "/v1/cards/7"));
    assertThat(world.run().release()).isPresent();
    assertThat(decided(world, "purged-web"))
        .containsExactly("1 DIRECT null login", "2 DIRECT null login", "3 DIRECT null login");
    assertThat(decided(world, "purged-api"))
        .containsExactly("1 UNKNOWN null POINT_BALANCE", "2 UNKNOWN null OTHER");

    Files.delete(web);
    Files.delete(api);
    append(world, "agent_networks.csv", "AGT001,100.64.1.0/24,,");
    append(world, "agent_networks.csv", "AGT002,100.64.2.128/25,,");
    append(world, "client_aliases.csv", "ISS001,new-client,AGT002,,");
    Files.writeString(
        api.resolveSibling("feed.yaml"),
        API + "  - {template: \"/v1/{kind}/{id}\", api_type: CARD_LIST}\n");
    assertThat(world.run().release()).isPresent();
    // The whole block of the first is an agent's, a half of the second's, nothing of the third's.
    assertThat(decided(world, "purged-web"))
        .containsExactly("1 SCRAPING AGT001 login", "2 DIRECT null login", "3 DIRECT null login");
    assertThat(decided(world, "purged-api"))
        .containsExactly("1 API AGT002 POINT_BALANCE", "2 UNKNOWN null CARD_LIST");
    assertThat(
            world.query(
                "select finding_id, rows, found from gold.log_finding where feed_id like 'purged%' and finding_id = 'log_stale_rules'"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.get("rows")).isEqualTo(1L);
              assertThat((String) finding.get("found")).contains("以前の登録簿による分類のままのアクセス 1 件");
            });
    assertThat(world.run().release()).as("nothing has changed").isEmpty();

    Files.writeString(web, webLines);
    append(world, "agent_networks.csv", "AGT002,100.64.2.5,,");
    assertThat(world.run().release()).isPresent();
    assertThat(decided(world, "purged-web"))
        .containsExactly(
            "1 SCRAPING AGT001 login", "2 SCRAPING AGT002 login", "3 DIRECT null login");
    assertThat(world.query("select * from gold.log_finding where finding_id = 'log_stale_rules'"))
        .isEmpty();
  }
}
