package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseDecision;
import jp.renkei.warehouse.release.ReleaseDecision.Kind;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Until an embargo is over no address at all gives anything of a release, asked for or not. */
class EmbargoEverywhereTest {
  private static final Instant AT = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant UNTIL = AT.plus(Duration.ofDays(1));

  /** Planted in the release under embargo alone. */
  private static final String NAME = "解禁前の名前";

  private static final String LABEL = "解禁前の検討会";
  private static final String FIGURE = "471147";

  /** Addresses that are the same whatever release is shown, or that name two of them. */
  private static final List<String> OF_NO_RELEASE = List.of("/sign-in.*", "/releases/changes.*");

  @TempDir private static Path folder;
  private static final AtomicReference<Instant> NOW = new AtomicReference<>(AT);
  private static RunningServer server;

  @BeforeAll
  static void serve() {
    var warehouse =
        new SampleWarehouse(folder.resolve("warehouse"))
            .release(1)
            .release(
                2,
                queries -> {
                  queries.execute("update silver.issuer set name_ja = name_ja || '" + NAME + "'");
                  queries.execute(
                      "update gold.kpi_value set numerator = " + FIGURE + ", value = " + FIGURE);
                })
            .publish(1, "第1回検討会")
            .publish(2, LABEL, AT.minusSeconds(60), UNTIL);
    var store = warehouse.store();
    store.record(
        1,
        store
            .find(1)
            .orElseThrow()
            .life()
            .after(ReleaseDecision.following(Kind.SUPERSEDE, "事務局", AT.minusSeconds(60), 2)));
    server =
        new RunningServer(
            store,
            Audience.PUBLIC,
            new WebPlaces(folder.resolve("landing"), SampleUsers.write(folder), List.of()),
            new SetClock(NOW));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static SortedMap<String, String> walk() throws IOException {
    return SiteWalk.over(server, address -> address.matches(".*[?&](lang|sort|order)=.*"));
  }

  private static boolean tells(String text) {
    String digits = text.replace(",", "");
    return text.contains(NAME) || text.contains(LABEL) || digits.contains(FIGURE);
  }

  @Test
  void nothingIsToldBeforeAndAllAfterwards() throws IOException {
    NOW.set(AT);
    var before = walk();
    assertThat(before.keySet())
        .contains(
            "/",
            "/issuers",
            "/downloads/renkei.xlsx",
            "/downloads/kpi_value.csv",
            "/api/v1/kpi-values",
            "/charts/scraping_share_by_issuer.csv",
            "/charts/scraping_share_by_issuer.json");
    assertThat(before)
        .hasSizeGreaterThan(30)
        .allSatisfy((address, text) -> assertThat(tells(text)).as(address).isFalse());
    for (String address : before.keySet()) {
      if (OF_NO_RELEASE.stream().noneMatch(address::matches)) {
        asksForIt(address);
      }
    }
    for (String pair : List.of("before=1&after=2", "before=2&after=1", "after=2")) {
      asked("/releases/changes?" + pair);
      asked("/releases/changes.csv?" + pair);
    }

    NOW.set(UNTIL);
    var telling = new TreeSet<String>();
    for (var page : walk().entrySet()) {
      if (tells(page.getValue())) {
        telling.add(page.getKey());
      }
    }
    assertThat(telling)
        .contains(
            "/",
            "/releases",
            "/downloads/renkei.xlsx",
            "/downloads/kpi_value.csv",
            "/api/v1/kpi-values",
            "/charts/scraping_share_by_issuer.csv");
  }

  private static void asksForIt(String address) throws IOException {
    String others =
        List.of(address.substring(address.indexOf('?') + 1).split("&")).stream()
            .filter(parameter -> address.contains("?") && !parameter.startsWith("release="))
            .map(parameter -> parameter + "&")
            .collect(Collectors.joining());
    asked(address.replaceFirst("\\?.*", "") + "?" + others + "release=2");
  }

  private static void asked(String address) throws IOException {
    var answer = server.bytes(address);
    assertThat(answer.statusCode()).as(address).isEqualTo(404);
    assertThat(tells(SiteWalk.text(address, answer.body()))).as(address).isFalse();
  }
}
