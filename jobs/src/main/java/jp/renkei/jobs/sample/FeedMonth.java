package jp.renkei.jobs.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many log lines one feed has in one month. */
record FeedMonth(Feed feed, YearMonth month, long lines) {

  private record Weight(Feed feed, YearMonth month, double weight) {}

  /**
   * Shares the asked-for lines out by size of the issuer and, for the API, by accounts; the sum is
   * exact. An API feed begins with the month after the start of service.
   */
  static List<FeedMonth> shared(List<Feed> feeds, SampleTruth truth) {
    List<Weight> weights = new ArrayList<>();
    for (Feed feed : feeds) {
      for (YearMonth month : truth.months()) {
        weights.add(new Weight(feed, month, weight(feed, month, truth)));
      }
    }
    double total = weights.stream().mapToDouble(Weight::weight).sum();
    long wanted = truth.options().logLines();
    List<FeedMonth> parts = new ArrayList<>();
    double upTo = 0;
    long given = 0;
    for (Weight each : weights) {
      upTo += each.weight();
      long due = Math.min(wanted, StrictMath.round(wanted * (upTo / total)));
      parts.add(new FeedMonth(each.feed(), each.month(), due - given));
      given = due;
    }
    // Summing in steps may leave the last one a line short.
    int heaviest =
        weights.indexOf(
            weights.stream().max(Comparator.comparingDouble(Weight::weight)).orElseThrow());
    FeedMonth most = parts.get(heaviest);
    parts.set(heaviest, new FeedMonth(most.feed(), most.month(), most.lines() + wanted - given));
    return parts;
  }

  private static double weight(Feed feed, YearMonth month, SampleTruth truth) {
    LocalDate end = month.atEndOfMonth();
    TrueIssuer issuer = feed.issuer();
    if (!feed.isApi()) {
      return 400 + StrictMath.sqrt((double) issuer.cards());
    }
    boolean live =
        issuer.lines().stream().anyMatch(line -> YearMonth.from(line.liveOn()).isBefore(month));
    if (!live) {
      return 0;
    }
    long accounts =
        truth.cellsOf(issuer, end).stream().mapToLong(cell -> cell.apiAccountsOn(end)).sum();
    return 400 + 8 * StrictMath.sqrt((double) accounts);
  }
}
