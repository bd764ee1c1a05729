package jp.renkei.jobs.gold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import jp.renkei.jobs.gateway.format.Feed.Days;
import jp.renkei.jobs.gold.LogFinding.Kind;
import jp.renkei.warehouse.rules.DataQualityRules;

/** One feed day by day: what was handed in, what is missing between, which days are low. */
final class FeedCoverage {
  private final FileDay.Feed feed;
  private final DataQualityRules rules;
  private final TreeMap<LocalDate, Day> days = new TreeMap<>();

  /** The days whose logs are to be handed in; empty while no feed.yaml says that any are. */
  private Optional<Days> handedIn = Optional.empty();

  /** What a feed has of one day. */
  private static final class Day {
    private long files;
    private long accepted;
    private long duplicates;
    private long rejected;
    private Instant first;
    private Instant last;
  }

  FeedCoverage(FileDay.Feed feed, DataQualityRules rules) {
    this.feed = feed;
    this.rules = rules;
  }

  /** Adds a file; what is counted by file goes to its first day. */
  void add(FileBulk file, long duplicates, long rejected) {
    for (var part : file.bulk()) {
      var day = days.computeIfAbsent(part.day(), date -> new Day());
      day.files++;
      day.accepted += part.accepted();
      day.first = day.first == null || part.first().isBefore(day.first) ? part.first() : day.first;
      day.last = day.last == null || part.last().isAfter(day.last) ? part.last() : day.last;
    }
    var firstDay = days.get(file.bulk().get(0).day());
    firstDay.duplicates += duplicates;
    firstDay.rejected += rejected;
  }

  /** Says which days' logs are to be handed in. */
  void handsIn(Days days) {
    handedIn = Optional.of(days);
  }

  /** The first covered day; empty where there is none. */
  Optional<LocalDate> first() {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
  }

  /**
   * Rows of gold.log_coverage for every day between two, both included, on which logs were handed
   * in or were to be.
   */
  List<List<Object>> rows(LocalDate from, LocalDate to, Optional<LocalDate> liveSince) {
    var rows = new ArrayList<List<Object>>();
    var first = handedIn.flatMap(Days::first).orElse(from);
    if (!days.isEmpty() && days.firstKey().isBefore(first)) {
      first = days.firstKey();
    }
    var last = handedIn.isPresent() ? handedIn.get().last().orElse(to) : LocalDate.MIN;
    if (!days.isEmpty() && days.lastKey().isAfter(last)) {
      last = days.lastKey();
    }
    for (var date = later(from, first); !date.isAfter(earlier(to, last)); date = date.plusDays(1)) {
      rows.add(row(date, liveSince.isPresent() && !liveSince.get().isAfter(date)));
    }
    return rows;
  }

  private static LocalDate earlier(LocalDate left, LocalDate right) {
    return left.isBefore(right) ? left : right;
  }

  private static LocalDate later(LocalDate left, LocalDate right) {
    return left.isAfter(right) ? left : right;
  }

  private List<Object> row(LocalDate date, boolean isDue) {
    var day = days.get(date);
    boolean isCovered = day != null;
    var known = isCovered ? day : new Day();
    var median = isCovered ? median(date) : OptionalDouble.empty();
    return Arrays.asList(
        date,
        date.withDayOfMonth(1),
        feed.issuerId(),
        feed.feedId(),
        isDue,
        isCovered,
        !isCovered && isInSpan(date),
        isCovered && isLow(known.accepted, median),
        known.files,
        known.accepted,
        known.duplicates,
        known.rejected,
        median.isPresent() ? median.getAsDouble() : null,
        known.first,
        known.last);
  }

  private boolean isInSpan(LocalDate date) {
    return !days.isEmpty() && date.isAfter(days.firstKey()) && date.isBefore(days.lastKey());
  }

  /** Of the covered days among those before; empty where they are too few. */
  private OptionalDouble median(LocalDate date) {
    long[] before =
        days.subMap(date.minusDays(rules.lowWindowDays()), true, date, false).values().stream()
            .mapToLong(day -> day.accepted)
            .sorted()
            .toArray();
    if (before.length < rules.lowFewestDays()) {
      return OptionalDouble.empty();
    }
    int middle = before.length / 2;
    return OptionalDouble.of(
        before.length % 2 == 1 ? before[middle] : (before[middle - 1] + before[middle]) / 2.0);
  }

  private boolean isLow(long accepted, OptionalDouble median) {
    return median.isPresent()
        && median.getAsDouble() >= rules.lowLeastMedian()
        && accepted * 100.0 <= median.getAsDouble() * (100 - rules.lowPercentBelow());
  }

  /** Stretches of days without a row, and low days. */
  List<LogFinding> findings() {
    var findings = new ArrayList<LogFinding>();
    LocalDate before = null;
    for (var entry : days.entrySet()) {
      LocalDate date = entry.getKey();
      if (before != null && before.plusDays(1).isBefore(date)) {
        findings.add(gap(before.plusDays(1), date.minusDays(1)));
      }
      var median = median(date);
      if (isLow(entry.getValue().accepted, median)) {
        findings.add(low(date, entry.getValue().accepted, median.getAsDouble()));
      }
      before = date;
    }
    return findings;
  }

  private LogFinding gap(LocalDate from, LocalDate to) {
    long length = to.toEpochDay() - from.toEpochDay() + 1;
    String period = from.equals(to) ? from.toString() : from + "～" + to;
    return new LogFinding(
        Kind.GAP,
        feed,
        from,
        Optional.empty(),
        "%sの %,d 日間、受理した行がない".formatted(period, length),
        "最初の提出日から最後の提出日（%s）までの毎日に1行以上".formatted(days.lastKey()),
        length);
  }

  private LogFinding low(LocalDate date, long accepted, double median) {
    return new LogFinding(
        Kind.LOW_DAY,
        feed,
        date,
        Optional.empty(),
        "受理 %,d 行（直前 %d 日間の中央値 %,.1f 行）".formatted(accepted, rules.lowWindowDays(), median),
        "中央値からの減少が %d %% 未満".formatted(rules.lowPercentBelow()),
        accepted);
  }
}
