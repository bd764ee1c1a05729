package jp.renkei.jobs.release.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.jobs.release.disclosure.AdditiveRows.Row;

/**
 * Somebody who looks whether a row of one KPI tells what another KPI's row counts. He knows from
 * the definitions which counts are parts of which.
 */
final class SubtractionAttack {
  /** How to read a count of the same companies and time from a row. */
  private record Count(String kpi, String slice, String column) {
    long of(Row row) {
      long denominator = row.amounts().getOrDefault("denominator", 0L);
      long numerator = row.amounts().getOrDefault("numerator", 0L);
      return switch (column) {
        case "n" -> numerator;
        case "d" -> denominator;
        default -> denominator - numerator;
      };
    }

    boolean isIn(String figure, Row row) {
      return figure.startsWith(kpi + " ") && row.sliceValue().equals(slice);
    }
  }

  private record Pair(Count whole, Count part) {}

  private static final Count CALLS = new Count("api_success_rate", "", "d");
  private static final List<Pair> PAIRS =
      List.of(
          new Pair(
              new Count("linked_account_count", "SCRAPING", "n"),
              new Count("scraping_share", "", "n")),
          new Pair(
              new Count("linked_account_count", "API", "n"),
              new Count("scraping_share", "", "d - n")),
          new Pair(CALLS, new Count("api_server_ok_rate", "", "d")),
          new Pair(CALLS, new Count("attended_share", "", "d")),
          new Pair(CALLS, new Count("api_within_threshold_rate", "", "d")),
          new Pair(CALLS, new Count("api_latency_p50_ms", "", "d")),
          new Pair(CALLS, new Count("scraping_share_by_access", "", "d - n")),
          new Pair(
              new Count("scraping_share_by_access", "", "n"),
              new Count("scraping_share_by_fetch", "", "n")),
          new Pair(
              new Count("scraping_share_by_access", "", "n"),
              new Count("residual_scraping_count", "", "n")),
          new Pair(CALLS, new Count("api_latency_p95_ms", "", "d")),
          new Pair(
              new Count("api_server_ok_rate", "", "n"), new Count("api_success_rate", "", "n")));

  private final Map<String, List<Row>> figures;
  private final Map<String, Set<String>> shown;
  private final int percent;

  SubtractionAttack(Map<String, List<Row>> figures, Map<String, Set<String>> shown, int percent) {
    this.figures = figures;
    this.shown = shown;
    this.percent = percent;
  }

  /** The suppressed counts that a row of another KPI tells nearly. */
  List<String> findings() {
    var findings = new ArrayList<String>();
    for (var pair : PAIRS) {
      var parts = rows(pair.part());
      rows(pair.whole())
          .forEach(
              (about, whole) -> {
                var part = parts.get(about);
                if (part != null && isTold(pair, whole, part)) {
                  findings.add(
                      "%s: one of %s %d and %s %d is shown"
                          .formatted(
                              about,
                              pair.whole(),
                              pair.whole().of(whole.row()),
                              pair.part(),
                              pair.part().of(part.row())));
                }
              });
    }
    return findings;
  }

  private boolean isTold(Pair pair, Seen whole, Seen part) {
    // A quantile goes for what it tells itself, not for how many it is made of.
    boolean isStatistic = !part.isShown() && pair.part().kpi().contains("latency");
    if (whole.isShown() == part.isShown() || isStatistic) {
      return false;
    }
    long more = pair.whole().of(whole.row());
    long less = pair.part().of(part.row());
    long hidden = whole.isShown() ? less : more;
    return hidden > 0 && more - less < Math.max(1, hidden * percent / 100.0);
  }

  private record Seen(Row row, boolean isShown) {}

  private Map<List<Object>, Seen> rows(Count count) {
    var rows = new HashMap<List<Object>, Seen>();
    figures.forEach(
        (figure, all) ->
            all.stream()
                .filter(row -> count.isIn(figure, row))
                .forEach(
                    row ->
                        rows.put(
                            List.of(
                                figure.substring(figure.indexOf(' ')),
                                row.level(),
                                row.issuer(),
                                row.agent(),
                                row.periodType(),
                                row.start()),
                            new Seen(
                                row, shown.getOrDefault(figure, Set.of()).contains(row.key())))));
    return rows;
  }
}
