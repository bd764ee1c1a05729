package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.renkei.jobs.gateway.classify.UserAgentClass;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real web logs as the members' sites of an issuer, through the whole pipeline. */
class RealLogsIT {
  private static final String FEED =
      """
      product: %s-combined
      front: web
      routes:
        - {template: "/presentations/{name}/", kind: statement}
      """;

  @TempDir private static Path folder;
  private static SmallWorld world;
  private static String realLog;

  @BeforeAll
  static void runWithRealLogs() throws IOException {
    Path log = SharedData.path("gateway-logs/apache-combined/access-10000.log");
    realLog = Files.readString(log, StandardCharsets.ISO_8859_1);
    world = new SmallWorld(folder);
    var sample = SmallWorld.copyTo(folder.resolve("sample"));
    for (String part : List.of("register", "rounds")) {
      sample.hand(world, part);
    }
    feed("apache", "apache", log);
    feed("apache2", "apache", crowdsec("apache2-logs"));
    feed("malformed", "apache", crowdsec("apache2-malformed"));
    feed("nginx", "nginx", crowdsec("nginx_http-logs"));
    feed("nginx-malformed", "nginx", crowdsec("nginx-http-malformed"));
    world.run();
  }

  private static Path crowdsec(String name) throws IOException {
    try (var files = Files.walk(SharedData.path("gateway-logs/crowdsec-hub/" + name))) {
      return files.filter(file -> file.toString().endsWith(".log")).findFirst().orElseThrow();
    }
  }

  private static void feed(String name, String product, Path log) throws IOException {
    Path target = Files.createDirectories(world.landing().resolve("gateway/ISS001/" + name));
    Files.writeString(target.resolve("feed.yaml"), FEED.formatted(product));
    Files.copy(log, target.resolve("access.log"));
  }

  private static Map<String, String> files() {
    var files = new TreeMap<String, String>();
    for (var row :
        world.query(
            "select path, lines, accepted, rejected, duplicates from silver.submission where kind = 'GATEWAY'")) {
      files.put(
          row.get("path").toString().split("/")[2],
          "%s = %s + %s + %s"
              .formatted(
                  row.get("lines"),
                  row.get("accepted"),
                  row.get("rejected"),
                  row.get("duplicates")));
    }
    return files;
  }

  @Test
  void everyLineIsAcceptedButTheOneThatIsCutOff() {
    assertThat(files()).containsEntry("apache", "10000 = 9999 + 1 + 0");
    assertThat(
            world.query("select place, reason from silver.rejected where path like '%/apache/%'"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("reason")).isEqualTo("TRUNCATED_LINE"));
  }

  @Test
  void malformedFilesLoseNoGoodLine() throws IOException {
    for (String name : List.of("apache2", "malformed", "nginx", "nginx-malformed")) {
      Path log = world.landing().resolve("gateway/ISS001/" + name + "/access.log");
      long wellFormed = 0;
      long lines = 0;
      for (String line : Files.readAllLines(log, StandardCharsets.ISO_8859_1)) {
        if (!line.isBlank()) {
          lines++;
          wellFormed += WELL_FORMED.matcher(line).matches() ? 1 : 0;
        }
      }
      var row =
          world
              .query(
                  "select lines, accepted from silver.submission where path like '%/"
                      + name
                      + "/access.log'")
              .get(0);
      assertThat(((Number) row.get("lines")).longValue()).as(name).isEqualTo(lines);
      assertThat(((Number) row.get("accepted")).longValue())
          .as(name)
          .isGreaterThanOrEqualTo(wellFormed);
    }
  }

  /** The combined format at its narrowest: address, time, a request of three words, six fields. */
  private static final Pattern WELL_FORMED =
      Pattern.compile(
          "[0-9a-fA-F.:]+ \\S+ \\S+ \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}\\]"
              + " \"[A-Z]+ /[^ \"\\\\]* HTTP/[0-9.]+\" \\d{3} (\\d+|-) \"[^\"\\\\]*\" \"[^\"\\\\]*\"");

  @Test
  void crawlersToolsAndPeopleAreToldApart() throws IOException {
    var byRule = new TreeMap<String, Long>();
    for (var row :
        world.query(
            "select access_method, count(*) as n from silver.access where feed_id = 'apache' group by all")) {
      byRule.put((String) row.get("access_method"), ((Number) row.get("n")).longValue());
    }
    assertThat(byRule.keySet()).contains("DIRECT", "EXCLUDED");
    assertThat(byRule.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(9_999);
    // The community's list of crawlers, tools among them, is the cross-check for the library.
    long listed = linesOfListedCrawlers();
    assertThat(listed).isEqualTo(1_955);
    long alike = 0;
    long others = 0;
    List<String> lines = realLog.lines().toList();
    for (var row :
        world.query("select line, user_agent_class from silver.access where feed_id = 'apache'")) {
      String line = lines.get(((Number) row.get("line")).intValue() - 1);
      boolean isPerson = row.get("user_agent_class").equals(UserAgentClass.BROWSER.name());
      if (line.endsWith("\"") && isListed(agentOf(line))) {
        alike += isPerson ? 0 : 1;
      } else {
        others += isPerson ? 1 : 0;
      }
    }
    assertThat(alike).as("listed lines that are no person's").isGreaterThan(listed * 95 / 100);
    assertThat(others).as("lines that nobody lists and a person's").isGreaterThan(6_500);
  }

  /** Real agents come in hundreds of spellings; what is stored are names of the list. */
  @Test
  void ofUserAgentsProductAndMajorVersionAreStored() {
    var stored =
        world.query("select distinct user_agent from silver.access where user_agent is not null");
    assertThat(stored).hasSizeBetween(20, 300);
    assertThat(stored)
        .extracting(row -> (String) row.get("user_agent"))
        .contains("Googlebot/2", "{…}")
        .allMatch(agent -> agent.matches("[A-Za-z0-9_ .:-]+(/[0-9]{1,3})?|[{]…[}]"));
  }

  private static final List<Pattern> LISTED = new ArrayList<>();

  private static boolean isListed(String agent) {
    return LISTED.stream().anyMatch(pattern -> pattern.matcher(agent).find());
  }

  private static String agentOf(String line) {
    return line.substring(line.lastIndexOf('"', line.length() - 2) + 1);
  }

  private static long linesOfListedCrawlers() throws IOException {
    for (var crawler :
        new ObjectMapper()
            .readTree(
                Files.readAllBytes(SharedData.path("user-agents/crawler-user-agents.json")))) {
      LISTED.add(Pattern.compile(crawler.get("pattern").asText()));
    }
    return realLog
        .lines()
        .filter(line -> line.endsWith("\""))
        .map(RealLogsIT::agentOf)
        .filter(RealLogsIT::isListed)
        .count();
  }

  @Test
  void dailyFiguresAddUp() {
    var daily =
        world
            .query(
                "select cast(sum(accesses) as bigint) as n, cast(sum(bytes_out) as bigint) as b from gold.access_daily")
            .get(0);
    var rows =
        world
            .query("select count(*) as n, cast(sum(bytes_out) as bigint) as b from silver.access")
            .get(0);
    assertThat(daily).isEqualTo(rows);
  }
}
