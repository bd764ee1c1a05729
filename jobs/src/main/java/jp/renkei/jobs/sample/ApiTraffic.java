package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Lines of one API gateway in one month (renkei-jsonl): agents call in proportion to their accounts
 * at the issuer; beside them a client that no alias explains and sandbox traffic. Every twentieth
 * feed or so cannot tell attended calls, so that the field is left out of its lines.
 */
final class ApiTraffic {
  /** An API route as feed.yaml declares it. */
  record Route(String template, String apiType, int weight) {}

  static final List<Route> DECLARED_ROUTES =
      List.of(
          new Route("/v1/statements/{id}", "STATEMENT_DETAIL", 60),
          new Route("/v1/billings/{month}", "BILLING_AMOUNT", 18),
          new Route("/v1/points", "POINT_BALANCE", 10),
          new Route("/v1/cards", "CARD_LIST", 10));

  private static final String UNDECLARED_PATH = "/v1/health";
  private static final int PLACE_WITHOUT_ATTENDED = 6;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+09:00'", Locale.ROOT);

  /** Who calls: a client id with its agent, and how many users it has. */
  private record Caller(
      String clientId, TrueAgent agent, String environment, long users, boolean hasAlias) {}

  private final Feed feed;
  private final Chance chance;
  private final YearMonth month;
  private final Weighted<Caller> callers = new Weighted<>();
  private final Weighted<Route> routes = new Weighted<>();
  private final Weighted<Integer> statuses =
      new Weighted<Integer>()
          .add(940, 200)
          .add(12, 401)
          .add(6, 403)
          .add(14, 404)
          .add(10, 429)
          .add(4, 499)
          .add(8, 500)
          .add(6, 503);
  private final double medianLatency;
  private long linesWithoutAlias;

  ApiTraffic(SampleTruth truth, Feed feed, YearMonth month, Chance chance) {
    this.feed = feed;
    this.month = month;
    this.chance = chance;
    medianLatency = 70 + 25 * (feed.issuer().number() % 9);
    DECLARED_ROUTES.forEach(route -> routes.add(route.weight(), route));
    routes.add(2, new Route(UNDECLARED_PATH, "", 2));
    addCallers(truth);
  }

  private void addCallers(SampleTruth truth) {
    LocalDate date = month.atEndOfMonth();
    ClientIds clients = new ClientIds(truth.options().seed());
    double all = 1;
    for (TrueAgent agent : truth.agents()) {
      for (TrueCell cell : truth.cellsOf(feed.issuer(), agent, date)) {
        long accounts = cell.apiAccountsOn(date);
        // Calls of small agents are kept visible beside those of the large ones.
        double weight = accounts == 0 ? 0 : 5 + StrictMath.sqrt((double) accounts);
        String id = clients.on(cell, date);
        boolean hasAlias = !ClientIds.isForgotten(cell);
        callers.add(weight, new Caller(id, agent, "prod", accounts, hasAlias));
        all += weight;
      }
    }
    TrueAgent first = truth.agents().get(0);
    callers.add(all * 0.02, new Caller("cl-unlisted", first, "prod", 20, false));
    callers.add(all * 0.03, new Caller("cl-sandbox", first, "sandbox", 5, true));
  }

  String line(LocalDateTime time) {
    Caller caller = callers.draw(chance);
    if (!caller.hasAlias()) {
      linesWithoutAlias++;
    }
    Route route = routes.draw(chance);
    int status = statuses.draw(chance);
    // A server that fails has mostly waited before; one that refuses answers at once.
    double median = status >= 500 ? medianLatency * 12 : status >= 400 ? 15 : medianLatency;
    double latency = Math.min(60_000, chance.longTailed(median, 0.7));
    long user = chance.between(1, (int) Math.min(caller.users() + 1, 1_000_000));
    String attended =
        feed.place() % 20 == PLACE_WITHOUT_ATTENDED
            ? ""
            : "\"attended\":%s,".formatted(chance.happens(30));
    // No run of 13 digits anywhere: a letter stands between the halves of the request id.
    return String.format(
        Locale.ROOT,
        "{\"event_time\":\"%s\",\"client_id\":\"%s\",\"method\":\"GET\",\"path\":\"%s\","
            + "\"status\":%d,\"latency_ms\":%.1f,\"bytes_out\":%d,\"user\":\"u%s-%d\","
            + "\"request_id\":\"%s-z%s\",\"client_ip\":\"%s\",\"user_agent\":\"%s\","
            + "%s\"environment\":\"%s\"}",
        TIME.format(time),
        caller.clientId(),
        path(route),
        status,
        latency,
        status == 200 ? chance.between(300, 9_000) : chance.between(40, 200),
        caller.agent().id().substring(3),
        user,
        chance.hex(),
        chance.hex(),
        Addresses.ofAgent(caller.agent(), chance),
        caller.agent().number() % 2 == 0
            ? "okhttp/4.12.0"
            : "Apache-HttpClient/4.5.14 (Java/17.0.9)",
        attended,
        caller.environment());
  }

  /** Lines of clients that no alias explains, in production, since this object was made. */
  long linesWithoutAlias() {
    return linesWithoutAlias;
  }

  private String path(Route route) {
    return route
        .template()
        .replace("{id}", Integer.toString(chance.between(1, 99_999)))
        .replace("{month}", month.toString());
  }
}
