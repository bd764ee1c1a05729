package jp.renkei.jobs.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The folder metrics/: one issuer hands over no logs but states weekly figures in the shape of CDR
 * Get Metrics v5, over the last quarter. Plants a week that is missing, a file whose stages of
 * abandonment do not add up, a day that two files state differently, and a file that is refused.
 */
final class MetricsFiles {
  private static final int WEEKS = 12;
  private static final int MISSING_WEEK = 5;
  private static final int CONTRADICTING_WEEK = 8;
  private static final int HOURS = 24;
  private static final List<String> TIERS =
      List.of("unauthenticated", "highPriority", "lowPriority", "unattended", "largePayload");
  private static final List<String> STAGES =
      List.of(
          "preIdentification",
          "preAuthentication",
          "preAccountSelection",
          "preAuthorisation",
          "rejected",
          "failedTokenExchange");

  private final SampleTruth truth;
  private final LandingFolder landing;
  private final SampleStory story;

  MetricsFiles(SampleTruth truth, LandingFolder landing, SampleStory story) {
    this.truth = truth;
    this.landing = landing;
    this.story = story;
  }

  void write() {
    stating().ifPresent(this::files);
  }

  /** The last issuer that is live: the first ones hand over their logs. */
  private Optional<TrueIssuer> stating() {
    return truth.issuersOn(SampleTruth.LAST_MONTH.atEndOfMonth()).stream()
        .filter(issuer -> issuer.hasLiveLine(truth.lastRound()))
        .reduce((one, later) -> later);
  }

  private void files(TrueIssuer issuer) {
    var folder = "metrics/" + issuer.id() + "/";
    var last = SampleTruth.LAST_MONTH.atEndOfMonth();
    for (int week = 0; week < WEEKS; week++) {
      var request = last.minusWeeks(WEEKS - 1L - week);
      String path = folder + request + ".json";
      if (week == MISSING_WEEK) {
        story.add(PlantedKind.METRICS_GAP_DAYS, folder, 7, issuer.id() + " " + request);
        continue;
      }
      if (week == CONTRADICTING_WEEK) {
        story.add(PlantedKind.METRICS_CONTRADICTION, path, 1, issuer.id());
      }
      landing.text(path, new Statement(issuer, request, week, Optional.empty()).json());
    }
    story.add(PlantedKind.METRICS_ISSUER, folder, WEEKS, issuer.id());
    restated(issuer, folder, last.minusWeeks(2));
    // A share in per cent, as a first attempt of a sender looks.
    String path = folder + last + "_draft.json";
    landing.text(
        path,
        new Statement(issuer, last, WEEKS, Optional.empty())
            .json()
            .replace(
                "\"aggregate\":{\"currentMonth\":\"0.99", "\"aggregate\":{\"currentMonth\":\"99."));
    story.add(PlantedKind.METRICS_REFUSED, path, 1, issuer.id());
  }

  /** A day after its week's file the issuer states the week once more, one day of it otherwise. */
  private void restated(TrueIssuer issuer, String folder, LocalDate request) {
    String path = folder + request.plusDays(1) + ".json";
    var restated = Optional.of(request.minusDays(1));
    landing.text(path, new Statement(issuer, request.plusDays(1), WEEKS, restated).json());
    story.add(PlantedKind.METRICS_RESTATED_DAY, path, 1, issuer.id());
  }

  /** What the issuer states on one day. */
  private final class Statement {
    private final TrueIssuer issuer;
    private final LocalDate request;
    private final int week;
    private final Optional<LocalDate> restated;

    Statement(TrueIssuer issuer, LocalDate request, int week, Optional<LocalDate> restated) {
      this.issuer = issuer;
      this.request = request;
      this.week = week;
      this.restated = restated;
    }

    String json() {
      var data = new LinkedHashMap<String, Object>();
      data.put("requestTime", request + "T06:30:00+09:00");
      data.put(
          "availability",
          each(List.of("aggregate", "unauthenticated", "authenticated"), this::availability));
      var performance = new LinkedHashMap<String, Object>();
      performance.put("aggregate", days(this::share));
      performance.putAll(each(TIERS, tier -> days(day -> hours(day))));
      data.put("performance", performance);
      data.put("invocations", each(TIERS, tier -> days(day -> calls(tier, day))));
      data.put(
          "averageResponse",
          each(TIERS, tier -> days(day -> decimal(0.2 + 0.05 * TIERS.indexOf(tier), 3))));
      data.put("sessionCount", days(day -> calls("highPriority", day) / 4));
      data.put(
          "averageTps",
          each(
              List.of("aggregate", "unauthenticated", "authenticated"),
              side -> days(day -> tps(side, day, 1))));
      data.put(
          "peakTps",
          each(
              List.of("aggregate", "unauthenticated", "authenticated"),
              side -> days(day -> tps(side, day, 8))));
      var errors = new LinkedHashMap<String, Object>();
      errors.put("aggregate", days(day -> serverErrors(day) + 1));
      errors.put("unauthenticated", days(day -> Map.of("500", 1)));
      errors.put("authenticated", days(this::codes));
      data.put("errors", errors);
      data.put(
          "rejections", each(List.of("authenticated", "unauthenticated"), side -> days(day -> 3L)));
      data.put("customerCount", 1_200 + 15L * week);
      data.put("recipientCount", 3 + week / 6);
      data.put("authorisations", authorisations());
      var root = new LinkedHashMap<String, Object>();
      root.put("data", data);
      root.put("links", Map.of("self", "https://metrics.example.jp/cds-au/v1/admin/metrics"));
      root.put("meta", Map.of());
      return text(root) + "\n";
    }

    private Chance chance(LocalDate day, String what) {
      return Chance.of(truth.options().seed(), "metrics", issuer.id(), day.toString(), what);
    }

    private Map<String, Object> each(List<String> names, Function<String, Object> value) {
      var object = new LinkedHashMap<String, Object>();
      names.forEach(name -> object.put(name, value.apply(name)));
      return object;
    }

    private Object availability(String side) {
      var months = new LinkedHashMap<String, Object>();
      months.put("currentMonth", "0.998");
      // Of the month alone, so that every file that holds it says the same.
      months.put(
          "previousMonths",
          list(3, back -> "0.99" + (5 + request.minusMonths(back + 1L).getMonthValue() % 4)));
      return months;
    }

    private Object days(Function<LocalDate, Object> value) {
      return Map.of("previousDays", list(7, back -> value.apply(request.minusDays(back + 1L))));
    }

    private List<Object> list(int size, IntFunction<Object> element) {
      var elements = new ArrayList<Object>();
      for (int index = 0; index < size; index++) {
        elements.add(element.apply(index));
      }
      return elements;
    }

    private long calls(String tier, LocalDate day) {
      return chance(day, tier).about(400L * (1 + TIERS.indexOf(tier)), 20);
    }

    /**
     * Of the day alone, so that every file that holds it says the same, but for the planted one.
     */
    private Object share(LocalDate day) {
      boolean isRestated = restated.equals(Optional.of(day));
      return "0.97" + (isRestated ? 9 : chance(day, "share").between(0, 8));
    }

    private Object hours(LocalDate day) {
      return list(HOURS, hour -> hour % 6 == 3 ? "0.94" : "0.99");
    }

    private long serverErrors(LocalDate day) {
      return chance(day, "503").between(0, 9);
    }

    private Object codes(LocalDate day) {
      var codes = new LinkedHashMap<String, Object>();
      codes.put("401", chance(day, "401").between(5, 30));
      codes.put("503", serverErrors(day));
      return codes;
    }

    private Object tps(String side, LocalDate day, int factor) {
      double open = calls("unauthenticated", day) / 86_400.0;
      double closed = TIERS.stream().skip(1).mapToLong(tier -> calls(tier, day)).sum() / 86_400.0;
      double tps =
          side.equals("aggregate") ? open + closed : side.equals("authenticated") ? closed : open;
      return decimal(tps * factor, 3);
    }

    private Object authorisations() {
      var object = new LinkedHashMap<String, Object>();
      object.put("activeAuthorisationCount", customers(1_150 + 14L * week));
      object.put(
          "newAuthorisationCount",
          days(day -> each(List.of("onceOff", "ongoing"), kind -> customers(4))));
      for (String change : List.of("revoked", "amended", "expired")) {
        object.put(change + "AuthorisationCount", days(day -> customers(2)));
      }
      long missing = week == CONTRADICTING_WEEK ? 1 : 0;
      object.put(
          "abandonedConsentFlowCount",
          days(day -> 2L * STAGES.size() + (day.equals(request.minusDays(1)) ? missing : 0)));
      object.put("abandonmentsByStage", each(STAGES, stage -> days(day -> 2L)));
      return object;
    }

    private Map<String, Object> customers(long individuals) {
      var counts = new LinkedHashMap<String, Object>();
      counts.put("individual", individuals);
      counts.put("nonIndividual", 1L);
      return counts;
    }
  }

  private static BigDecimal decimal(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }

  private static String text(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> "\"" + entry.getKey() + "\":" + text(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(MetricsFiles::text).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String string ? "\"" + string + "\"" : value.toString();
  }
}
