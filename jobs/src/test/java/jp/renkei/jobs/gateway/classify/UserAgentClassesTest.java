package jp.renkei.jobs.gateway.classify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.regex.Pattern;
import jp.renkei.jobs.SharedData;
import jp.renkei.warehouse.definition.Definitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentClassesTest {
  private static final UserAgentClasses CLASSES =
      UserAgentClasses.parse(
          "user-agents.yaml",
          Definitions.read("definitions/rules", ".yaml").get("user-agents.yaml"));

  /** What no person sits before. */
  private static final EnumSet<UserAgentClass> MACHINES =
      EnumSet.complementOf(EnumSet.of(UserAgentClass.BROWSER, UserAgentClass.UNKNOWN));

  @ParameterizedTest(name = "{1}: {0}")
  @CsvSource({
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML; like Gecko) Chrome/126.0.0.0 Safari/537.36, BROWSER",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile/15E148 Safari/604.1, BROWSER",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/126.0.0.0 Safari/537.36, BROWSER_AUTOMATION",
    "python-requests/2.32.3, HTTP_LIBRARY",
    "curl/8.5.0, HTTP_LIBRARY",
    "okhttp/4.12.0, HTTP_LIBRARY",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html), SEARCH_ENGINE",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm), SEARCH_ENGINE",
    "kube-probe/1.30, MONITORING",
    "Feedly/1.0 (+http://www.feedly.com/fetcher.html; like FeedFetcher-Google), FEED_READER",
    "SomeUnheardOfBot/1.0 (+http://example.jp/bot), OTHER_BOT",
    "'', UNKNOWN",
  })
  void knows(String userAgent, UserAgentClass expected) {
    assertThat(CLASSES.of(userAgent)).isEqualTo(expected);
  }

  @Test
  void knowsNothingAboutAMissingAgent() {
    assertThat(CLASSES.of(null)).isEqualTo(UserAgentClass.UNKNOWN);
  }

  /**
   * An independent list of crawlers as the second opinion. Of the 1,955 lines whose agent it lists
   * we call all but two a machine; we call more lines machines than it does, mostly feed readers
   * and tools that it leaves out.
   */
  @Test
  void agreesWithAnIndependentListOnARealLog() throws IOException {
    var patterns = new ArrayList<Pattern>();
    var json =
        new ObjectMapper()
            .readTree(SharedData.path("user-agents/crawler-user-agents.json").toFile());
    json.forEach(entry -> patterns.add(Pattern.compile(entry.get("pattern").asText())));
    var linesByAgent = new HashMap<String, Integer>();
    var log = SharedData.path("gateway-logs/apache-combined/access-10000.log");
    for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
      if (line.endsWith("\"")) {
        int start = line.lastIndexOf('"', line.length() - 2);
        linesByAgent.merge(line.substring(start + 1, line.length() - 1), 1, Integer::sum);
      }
    }
    int listed = 0;
    int missed = 0;
    int added = 0;
    for (var agent : linesByAgent.entrySet()) {
      boolean isListed =
          patterns.stream().anyMatch(pattern -> pattern.matcher(agent.getKey()).find());
      boolean isMachine =
          !agent.getKey().equals("-") && MACHINES.contains(CLASSES.of(agent.getKey()));
      listed += isListed ? agent.getValue() : 0;
      missed += isListed && !isMachine ? agent.getValue() : 0;
      added += !isListed && isMachine ? agent.getValue() : 0;
    }
    assertThat(listed).isEqualTo(1_955);
    assertThat(missed).isLessThanOrEqualTo(2);
    assertThat(added).isLessThanOrEqualTo(760);
  }

  @Test
  void callsNearlyAllKnownCrawlersMachines() throws IOException {
    var json =
        new ObjectMapper()
            .readTree(SharedData.path("user-agents/crawler-user-agents.json").toFile());
    int instances = 0;
    int machines = 0;
    for (var entry : json) {
      for (var instance : entry.get("instances")) {
        instances++;
        machines += MACHINES.contains(CLASSES.of(instance.asText())) ? 1 : 0;
      }
    }
    assertThat(instances).isGreaterThan(2_000);
    assertThat((double) machines / instances).isGreaterThan(0.93);
  }
}
