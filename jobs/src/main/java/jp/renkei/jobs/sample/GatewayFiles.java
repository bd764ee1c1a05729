package jp.renkei.jobs.sample;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The folder gateway/: per feed one feed.yaml and one file a month, every second feed's compressed.
 * About a third of the issuers, those that are live first, hand over their API gateway's log, and
 * two thirds of these their members' site's too. Plants a feed that misses four days of the last
 * month; the faulty lines come from {@link LogFaults}.
 */
final class GatewayFiles {
  private static final int API_FEEDS_OF_40 = 14;
  private static final int WEB_FEEDS_OF_40 = 10;
  private static final Set<Integer> GAP_DAYS = Set.of(10, 11, 12, 13);

  /** The gap is told of only where the feed is dense enough to have had lines on those days. */
  private static final int LINES_THAT_FILL_A_MONTH = 60;

  private final SampleTruth truth;
  private final LandingFolder landing;
  private final SampleStory story;
  private final Map<String, Long> linesWithoutAlias = new TreeMap<>();

  GatewayFiles(SampleTruth truth, LandingFolder landing, SampleStory story) {
    this.truth = truth;
    this.landing = landing;
    this.story = story;
  }

  void write() {
    List<Feed> feeds = feeds();
    feeds.forEach(feed -> landing.text(feed.folder() + "/feed.yaml", feed.yaml()));
    LogFaults faults = new LogFaults(story);
    for (FeedMonth part : FeedMonth.shared(feeds, truth)) {
      if (part.lines() > 0) {
        month(part, faults);
      }
    }
    linesWithoutAlias.forEach(
        (folder, lines) -> {
          if (lines > 0) {
            story.add(PlantedKind.CLIENT_WITHOUT_ALIAS, folder, lines, "");
          }
        });
  }

  private List<Feed> feeds() {
    List<TrueIssuer> live =
        truth.issuersOn(SampleTruth.LAST_MONTH.atEndOfMonth()).stream()
            .filter(issuer -> issuer.hasLiveLine(truth.lastRound()))
            .toList();
    int issuers = truth.issuers().size();
    int apiFeeds = Math.min(live.size(), Math.max(1, issuers * API_FEEDS_OF_40 / 40));
    int webFeeds = Math.min(apiFeeds, Math.max(1, issuers * WEB_FEEDS_OF_40 / 40));
    List<Feed> feeds = new ArrayList<>();
    for (int place = 0; place < apiFeeds; place++) {
      feeds.add(new Feed(live.get(place), place, "renkei-jsonl"));
      if (place < webFeeds) {
        String product = place % 2 == 0 ? "apache-combined" : "nginx-combined";
        feeds.add(new Feed(live.get(place), place, product));
      }
    }
    return feeds;
  }

  private void month(FeedMonth part, LogFaults faults) {
    Feed feed = part.feed();
    YearMonth month = part.month();
    String path = feed.path(month);
    Chance chance = Chance.of(truth.options().seed(), "log", feed.folder(), month.toString());
    boolean last = month.equals(SampleTruth.LAST_MONTH);
    boolean gap =
        last && feed.isApi() && feed.place() == 1 && part.lines() >= LINES_THAT_FILL_A_MONTH;
    if (gap) {
      story.add(PlantedKind.LOG_GAP_DAYS, path, GAP_DAYS.size(), feed.issuer().id());
    }
    List<LocalDateTime> times =
        new DailyTimes(month, gap ? GAP_DAYS : Set.of(), chance).sorted((int) part.lines());
    List<String> lines = new ArrayList<>(times.size());
    if (feed.isApi()) {
      ApiTraffic traffic = new ApiTraffic(truth, feed, month, chance);
      times.forEach(time -> lines.add(traffic.line(time)));
      linesWithoutAlias.merge(feed.folder(), traffic.linesWithoutAlias(), Long::sum);
    } else {
      WebTraffic traffic = new WebTraffic(truth, feed, month, chance);
      times.forEach(time -> lines.add(traffic.line(time)));
    }
    landing.lines(path, last ? faults.added(feed, path, lines) : lines);
  }
}
