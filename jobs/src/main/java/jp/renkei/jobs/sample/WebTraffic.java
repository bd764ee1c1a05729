package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Lines of one members' site in one month, in the combined format: members' own visits, scraping
 * from the agents' networks in proportion to the accounts they still scrape, programs from
 * elsewhere on the login and statement routes, and robots.
 */
final class WebTraffic {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss '+0900'", Locale.ENGLISH);
  private static final List<String> OTHER_PATHS =
      List.of("/", "/campaign", "/help", "/assets/site.js", "/assets/site.css", "/terms");

  private interface Visitor {
    String line(LocalDateTime time);
  }

  private final Chance chance;
  private final YearMonth month;
  private final Weighted<Visitor> visitors = new Weighted<>();

  WebTraffic(SampleTruth truth, Feed feed, YearMonth month, Chance chance) {
    this.chance = chance;
    this.month = month;
    LocalDate date = month.atEndOfMonth();
    double scrapedWithoutApi = 1;
    for (TrueAgent agent : truth.agents()) {
      for (TrueCell cell : truth.cellsOf(feed.issuer(), agent, date)) {
        visitors.add((double) cell.scrapingAccountsOn(date), time -> scraping(time, agent));
        scrapedWithoutApi += cell.scrapedAccounts();
      }
    }
    // Members come as before, however far the agents have moved to the API.
    visitors.add(scrapedWithoutApi, this::member);
    visitors.add(scrapedWithoutApi * 0.03, this::program);
    visitors.add(scrapedWithoutApi * 0.05, this::robot);
  }

  String line(LocalDateTime time) {
    return visitors.draw(chance).line(time);
  }

  private String scraping(LocalDateTime time, TrueAgent agent) {
    // Some agents drive a real browser; their networks give them away.
    String userAgent =
        chance.pick(
            agent.number() % 2 == 0 && !agent.networks().isEmpty()
                ? UserAgents.BROWSERS
                : UserAgents.PROGRAMS);
    return memberRoute(time, Addresses.ofAgent(agent, chance), userAgent);
  }

  private String program(LocalDateTime time) {
    return memberRoute(time, Addresses.ofOthers(chance), chance.pick(UserAgents.PROGRAMS));
  }

  private String member(LocalDateTime time) {
    String address = Addresses.ofMember(chance);
    String userAgent = chance.pick(UserAgents.BROWSERS);
    return chance.happens(60)
        ? memberRoute(time, address, userAgent)
        : combined(time, address, "-", "GET " + chance.pick(OTHER_PATHS), 200, userAgent);
  }

  private String robot(LocalDateTime time) {
    String path = chance.happens(80) ? "/" : chance.pick(OTHER_PATHS);
    return combined(
        time, Addresses.ofOthers(chance), "-", "GET " + path, 200, chance.pick(UserAgents.ROBOTS));
  }

  private String memberRoute(LocalDateTime time, String address, String userAgent) {
    if (chance.happens(45)) {
      int status = chance.happens(93) ? 302 : chance.happens(80) ? 401 : 503;
      return combined(time, address, "-", "POST /login", status, userAgent);
    }
    String user = "u" + chance.between(1, 99_999);
    String request = "GET /statement/" + month.minusMonths(chance.between(0, 3));
    return combined(time, address, user, request, chance.happens(97) ? 200 : 404, userAgent);
  }

  private String combined(
      LocalDateTime time,
      String address,
      String user,
      String request,
      int status,
      String userAgent) {
    return String.format(
        Locale.ROOT,
        "%s - %s [%s] \"%s HTTP/1.1\" %d %d \"-\" \"%s\"",
        address,
        user,
        TIME.format(time),
        request,
        status,
        chance.between(200, 60_000),
        userAgent);
  }
}
