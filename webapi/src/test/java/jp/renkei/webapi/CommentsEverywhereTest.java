package jp.renkei.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.webapi.fixture.SampleWarehouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a company says of a figure stands beside it wherever it is shown: a comment with words of
 * its own is planted on every figure of a company, and every address that a link leads to is read.
 */
class CommentsEverywhereTest {
  /** What is planted: {@code <side:level:issuer:agent:kpi:slice value:period type:start>}. */
  private static final Pattern PLANTED = Pattern.compile("said:[A-Z]+:[A-Za-z0-9_:-]+:end");

  private static final List<String> WITHOUT_FIGURES_OF_COMPANIES =
      List.of(
          "/international",
          "/quality",
          "/roadmap(\\?.*)?",
          "/policy",
          // Rows of the evidence, of which no figure is one.
          "/explain\\.csv\\?.*",
          "/definitions",
          "/disclosure",
          "/releases",
          "/downloads",
          "/downloads/kpi_progress\\.csv",
          "/downloads/tabulations\\.xlsx",
          "/surveys",
          "/surveys/tables",
          "/sign-in(\\?.*)?",
          "/assets/.*",
          "/charts/(?!scraping_share_by_issuer)[a-z0-9_]+(\\.[a-z]+)?");

  @TempDir private static Path folder;
  private static SampleWarehouse warehouse;
  private static final Map<Audience, RunningServer> SERVERS = new EnumMap<>(Audience.class);

  @BeforeAll
  static void serve() {
    warehouse =
        new SampleWarehouse(folder.resolve("warehouse"))
            .release(1, CommentsEverywhereTest::plant)
            .publish(1, "第2回検討会");
    for (var audience : List.of(Audience.PUBLIC, Audience.SECRETARIAT)) {
      SERVERS.put(
          audience,
          new RunningServer(
              warehouse.store(),
              audience,
              new WebPlaces(folder.resolve("landing"), SampleUsers.write(folder), List.of())));
    }
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(RunningServer::close);
  }

  private static void plant(DSLContext queries) {
    boolean isSecretariats =
        queries.fetch("select 1 from silver.issuer where issuer_id = 'ISS003'").isNotEmpty();
    for (String issuer : isSecretariats ? List.of("ISS001", "ISS003") : List.of("ISS001")) {
      figure(queries, "PAIR", "'" + issuer + "'", "'AGT001'", "null", "null");
      figure(queries, "PAIR", "'" + issuer + "'", "'AGT001'", "'segment'", "'INDIVIDUAL'");
    }
    figure(queries, "AGENT", "null", "'AGT001'", "null", "null");
    for (String side : List.of("ISSUER", "AGENT")) {
      queries.execute(
          """
          insert into gold.kpi_comment (kpi_id, definition_version, entity_level, issuer_id, agent_id, slice, slice_value,
                                        period_type, period_start, period_end, basis, side, comment, stated_on)
          select distinct kpi_id, definition_version, entity_level, issuer_id, agent_id, slice, slice_value,
                          period_type, period_start, period_end, basis, '%1$s',
                          concat_ws(':', 'said', '%1$s', entity_level, coalesce(issuer_id, ''), coalesce(agent_id, ''), kpi_id,
                                    coalesce(slice_value, ''), period_type, period_start, 'end'),
                          date '2026-05-02'
          from   gold.kpi_value
          where  entity_level in ('%1$s', 'PAIR')"""
              .formatted(side));
    }
  }

  private static void figure(
      DSLContext queries,
      String level,
      String issuer,
      String agent,
      String slice,
      String sliceValue) {
    queries.execute(
        """
        insert into gold.kpi_value (kpi_id, definition_version, entity_level, issuer_id, agent_id, slice, slice_value,
                                    period_type, period_start, period_end, value, value_state, status, basis, issuer_basis)
        values ('linked_account_count', 1, '%s', %s, %s, %s, %s, 'POINT', '2026-03-31', '2026-03-31', 4711, 'REPORTED',
                'FINAL', 'SURVEY', 'THEN')"""
            .formatted(level, issuer, agent, slice, sliceValue));
  }

  private static Set<String> planted(Audience audience) {
    try (var reader = warehouse.store().find(1).orElseThrow().open(audience)) {
      return reader.read(
          queries ->
              new TreeSet<>(
                  queries
                      .fetch("select comment from gold.kpi_comment")
                      .getValues(0, String.class)));
    }
  }

  @Test
  void standsBesideTheFigureOnEveryAddressThatShowsItToTheSecretariat() throws IOException {
    var found = walk(Audience.SECRETARIAT);
    var all = planted(Audience.SECRETARIAT);
    assertThat(all).hasSizeGreaterThan(100).anyMatch(one -> one.contains(":ISS003:"));
    everySurface(found, all, true);
  }

  @Test
  void standsBesideTheFigureOnEveryAddressThatShowsItToThePublic() throws IOException {
    var found = walk(Audience.PUBLIC);
    var all = planted(Audience.PUBLIC);
    everySurface(found, all, false);
    assertThat(found.values())
        .allSatisfy(said -> assertThat(said).noneMatch(one -> one.contains(":ISS003:")));
  }

  /** What was found on each address is what the figures shown there have beside them. */
  private static void everySurface(
      Map<String, Set<String>> found, Set<String> all, boolean hasConnections) {
    assertThat(found.keySet())
        .contains(
            "/issuers",
            "/issuers/ISS001",
            "/downloads/renkei.xlsx",
            "/downloads/kpi_value.csv",
            "/api/v1/kpi-values",
            "/charts/scraping_share_by_issuer.csv",
            "/charts/scraping_share_by_issuer.svg",
            "/charts/scraping_share?issuer=ISS001",
            "/charts/scraping_share.json?issuer=ISS001",
            "/charts/scraping_share.xlsx?issuer=ISS001");
    found.forEach(
        (address, said) ->
            assertThat(said)
                .as(address)
                .isEqualTo(
                    all.stream()
                        .filter(shownAt(address, hasConnections))
                        .collect(Collectors.toCollection(TreeSet::new))));
  }

  private static Predicate<String> shownAt(String address, boolean hasConnections) {
    if (WITHOUT_FIGURES_OF_COMPANIES.stream().anyMatch(address::matches)) {
      return said -> false;
    }
    if (address.matches("/downloads/(renkei\\.xlsx|kpi_value\\.csv)|/api/v1/kpi-values")) {
      return said -> true;
    }
    if (address.startsWith("/explain?")) {
      return ExplainedFigure.said(address);
    }
    if (address.equals("/issuers")) {
      return said ->
          said.matches(
              "said:ISSUER:ISSUER:.*:(api_connection_count:|scraping_share:|two_side_match_rate:"
                  + "|linked_account_count:(API|SCRAPING)):POINT:2026-03-31:end");
    }
    var issuer = Pattern.compile("/issuers/(ISS[0-9]+)").matcher(address);
    if (issuer.matches()) {
      String id = ":" + issuer.group(1) + ":";
      return said ->
          said.contains(id)
              && (said.contains(":ISSUER" + id)
                  || hasConnections && issuer.group(1).equals("ISS001"));
    }
    var trend =
        Pattern.compile("/charts/([a-z0-9_]+)(\\.[a-z]+)?\\?issuer=(ISS[0-9]+)").matcher(address);
    if (trend.matches()) {
      String of = "said:ISSUER:ISSUER:" + trend.group(3) + "::" + trend.group(1) + ":";
      return said -> said.startsWith(of);
    }
    if (address.equals("/") || address.startsWith("/charts/scraping_share_by_issuer")) {
      return said -> said.matches("said:ISSUER:ISSUER:.*:scraping_share::POINT:2026-03-31:end");
    }
    throw new AssertionError(
        address + ": say here whether this address shows figures of companies, and which.");
  }

  @Test
  void ofAPairEachSideReadsTheOthersWordsAndNobodyElseDoes() {
    var server = SERVERS.get(Audience.PUBLIC);
    // Answers for ISS003 and AGT001.
    assertThat(VisitorClient.signedIn(server, "group", SampleUsers.PASSWORD).get("/figures").body())
        .contains("said:ISSUER:PAIR:ISS001:AGT001:linked_account_count::", "カード会社")
        .doesNotContain("said:ISSUER:ISSUER:ISS001:");
    assertThat(
            said(
                VisitorClient.signedIn(server, "keyaki", SampleUsers.PASSWORD)
                    .get("/figures")
                    .body()))
        .isEmpty();
  }

  /** Every address that links lead to from the first page, and what stands there. */
  private static Map<String, Set<String>> walk(Audience audience) throws IOException {
    var found = new TreeMap<String, Set<String>>();
    // Another language or order shows the same.
    SiteWalk.over(
            SERVERS.get(audience),
            address -> address.matches(".*[?&](lang|sort|order|name|release)=.*"))
        .forEach((address, text) -> found.put(address, said(text)));
    return found;
  }

  private static Set<String> said(String text) {
    return PLANTED
        .matcher(text)
        .results()
        .map(one -> one.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
