package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.format.RejectReason;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs with personal data in refused lines, with absurd numbers, or with wrong figures at all. */
class WrongLogsIT {
  private static final String GOOD =
      "{\"event_time\":\"2026-03-05T09:00:00+09:00\",\"client_id\":\"c\",\"method\":\"GET\",\"path\":\"/v1/p?token=SECRETTOKEN\","
          + "\"status\":200,\"latency_ms\":1,\"bytes_out\":5,\"user\":\"yamada.taro@example.jp\",\"client_ip\":\"203.0.113.77\","
          + "\"x\":\"山田太郎 2001:db8:85a3::8a2e:370:7334 PASSWORT7 090-1234-5678\"}";
  private static final String FEED = "product: renkei-jsonl\nfront: api\n";
  private static final List<String> PERSONAL =
      List.of(
          "yamada",
          "taro@",
          "example.jp",
          "山田",
          "203.0.113.77",
          "db8:85a3",
          "SECRETTOKEN",
          "PASSWORT7",
          "1234-5678",
          "4111111111111111",
          "4111 1111");

  @TempDir Path folder;

  private static byte[] hostileLines() {
    String time = "2026-03-05T09:00:00+09:00";
    var lines =
        List.of(
            GOOD.replace("yamada", "ya\\u0000mada"),
            GOOD + "x",
            GOOD.replace("\"x\":", "\"user\":"),
            GOOD.replace("\"status\":200,", ""),
            GOOD.replace("\"status\":200", "\"status\":\"yamada.taro@example.jp\""),
            GOOD.replace(time, "yamada.taro@example.jp 203.0.113.77 SECRETTOKEN"),
            GOOD.replace(time, "1999-03-05T09:00:00+09:00"),
            GOOD.replace("\"status\":200", "\"status\":4111111111111111"),
            GOOD.replace(":5,", ":-4111111111111111,"),
            GOOD.replace(":5,", ":9223372036854775807,"),
            GOOD.substring(0, GOOD.indexOf("PASSWORT7") + 9),
            GOOD.replace("山田太郎", "x".repeat(1 << 20)),
            GOOD.replace("山田太郎", "4111 1111 1111 1111"));
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static Path register(SmallWorld world) throws IOException {
    Path feed = Files.createDirectories(world.landing().resolve("gateway/ISS001/hostile"));
    Files.writeString(feed.resolve("feed.yaml"), FEED);
    return feed;
  }

  private static void put(SmallWorld world, String name, byte[] bytes) throws IOException {
    Files.write(register(world).resolve(name), bytes);
  }

  @Test
  void nothingPersonalOfARefusedLineIsKept() throws IOException {
    var world = SmallWorld.copyTo(folder);
    put(world, "a.jsonl", hostileLines());
    Path web = Files.createDirectories(world.landing().resolve("gateway/ISS001/hostile-web"));
    Files.writeString(web.resolve("feed.yaml"), "product: apache-combined\nfront: web\n");
    Files.writeString(
        web.resolve("a.log"),
        "[error] [client 203.0.113.77] yamada.taro@example.jp SECRETTOKEN PASSWORT7 failed\n"
            + "203.0.113.77 - yamada [05/Mar/2026:09:00:00 +0900] \"GET /?token=SECRETTOKEN HTTP/1.1\" 4111111111111111 5\n");
    Path mesh = Files.createDirectories(world.landing().resolve("gateway/ISS001/hostile-mesh"));
    Files.writeString(mesh.resolve("feed.yaml"), "product: envoy\nfront: api\n");
    Files.writeString(
        mesh.resolve("a.log"),
        "[2026-03-05T09:00:00Z] \"- - -\" 0 - 1 2 3 - \"203.0.113.77\" \"PASSWORT7\" \"-\" \"yamada.taro@example.jp\" \"-\"\n"
            + "[2026-03-05T09:00:00Z] \"GET /?token=SECRETTOKEN HTTP/1.1\" 200 yamada taro@ 1 2 3 - \"-\" \"-\" \"-\" \"-\" \"-\"\n");
    assertThat(world.run().release()).isPresent();

    var rejected =
        world.query(
            "select reason, found, raw_masked from silver.rejected where path like '%hostile%'");
    // Every line, and the three files of which no line is good.
    assertThat(rejected).hasSize(13 + 2 + 2 + 3);
    var reasons = new TreeSet<String>();
    rejected.forEach(row -> reasons.add((String) row.get("reason")));
    var all = new TreeSet<String>();
    for (var reason : RejectReason.values()) {
      all.add(reason.name());
    }
    all.remove("DAMAGED_ARCHIVE");
    all.add("MOST_LINES_REJECTED");
    assertThat(reasons).isEqualTo(all);
    var bronze =
        SparkForTests.session()
            .read()
            .format("delta")
            .load(world.warehouse().resolve("bronze/rejected_line").toString())
            .collectAsList();
    for (String personal : PERSONAL) {
      assertThat(rejected.toString()).doesNotContain(personal);
      assertThat(bronze.toString()).doesNotContain(personal);
    }
    for (var audience : Audience.values()) {
      assertNothingPersonalIn(world.release(2), audience);
    }
  }

  private static void assertNothingPersonalIn(Release release, Audience audience)
      throws IOException {
    String bytes =
        new String(Files.readAllBytes(release.file(audience)), StandardCharsets.ISO_8859_1);
    assertThat(PERSONAL)
        .noneMatch(
            personal ->
                bytes.contains(
                    new String(
                        personal.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    for (var table :
        SmallWorld.query(
            release,
            audience,
            "select table_schema || '.' || table_name as name from information_schema.tables")) {
      String rows =
          SmallWorld.query(release, audience, "select * from " + table.get("name")).toString();
      assertThat(PERSONAL).as("%s", table).noneMatch(rows::contains);
    }
  }

  /** As the runbook says: another ending takes a log out, and the figures are those of before. */
  @Test
  void aWrongLogIsTakenOutAgainWithoutATrace() throws IOException {
    var world = SmallWorld.copyTo(folder);
    // A feed lowers the coverage from the day it is registered, with or without logs.
    register(world);
    world.run();
    var figures = figures(world);
    put(
        world,
        "a.jsonl",
        (GOOD.replace(":5,", ":" + AccessLine.LARGEST_BYTES_OUT + ",") + "\n")
            .repeat(3)
            .getBytes(StandardCharsets.UTF_8));
    assertThat(world.run().release()).isPresent();
    assertThat(figures(world)).isNotEqualTo(figures);

    Path log = world.landing().resolve("gateway/ISS001/hostile/a.jsonl");
    Files.move(log, log.resolveSibling("a.jsonl.withdrawn"));
    Files.writeString(log.resolveSibling(".DS_Store"), "hidden");
    assertThat(world.run().refusals().first())
        .filteredOn(refusal -> refusal.path().contains("hostile"))
        .extracting(Refusals.Refusal::path, Refusals.Refusal::reason, Refusals.Refusal::found)
        .containsExactly(
            tuple(
                "gateway/ISS001/hostile/a.jsonl.withdrawn", "UNKNOWN_ENDING", "a.jsonl.withdrawn"));
    assertThat(figures(world)).isEqualTo(figures);

    Files.delete(log.resolveSibling("a.jsonl.withdrawn"));
    world.run();
    assertThat(figures(world)).isEqualTo(figures);
  }

  /** What the newest release says of accesses and KPIs. */
  private static List<String> figures(SmallWorld world) {
    var figures = new ArrayList<String>();
    world
        .releases()
        .get(0)
        .manifest()
        .tableHashes()
        .forEach(
            (table, hash) -> {
              if (table.matches(".*(access_daily|fetch_month|kpi_value)")) {
                figures.add(table + " " + hash);
              }
            });
    assertThat(figures).hasSizeGreaterThanOrEqualTo(3);
    return figures;
  }
}
