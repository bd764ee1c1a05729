package jp.renkei.webapi.quality;

import static jp.renkei.warehouse.jooq.gold.Tables.LOG_COVERAGE;
import static org.jooq.impl.DSL.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.webapi.frame.Frame;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Which days of which month every feed has handed in, of the newest year. */
final class FeedMonths {
  private static final int MOST_MONTHS = 12;

  private record Feed(String issuerId, String feedId) {}

  private record Month(int days, int covered, int gaps, int low) {}

  private final List<LocalDate> newestFirst;
  private final Map<Feed, Map<LocalDate, Month>> feeds;

  private FeedMonths(List<LocalDate> newestFirst, Map<Feed, Map<LocalDate, Month>> feeds) {
    this.newestFirst = newestFirst;
    this.feeds = feeds;
  }

  static FeedMonths read(DSLContext queries) {
    var feeds = new LinkedHashMap<Feed, Map<LocalDate, Month>>();
    var months = new TreeSet<LocalDate>(Collections.reverseOrder());
    var days = count();
    var covered = countWhere(LOG_COVERAGE.IS_COVERED.isTrue());
    var gaps = countWhere(LOG_COVERAGE.IS_GAP.isTrue());
    var low = countWhere(LOG_COVERAGE.IS_LOW.isTrue());
    queries
        .select(
            LOG_COVERAGE.ISSUER_ID,
            LOG_COVERAGE.FEED_ID,
            LOG_COVERAGE.MONTH,
            days,
            covered,
            gaps,
            low)
        .from(LOG_COVERAGE)
        .groupBy(LOG_COVERAGE.ISSUER_ID, LOG_COVERAGE.FEED_ID, LOG_COVERAGE.MONTH)
        .orderBy(LOG_COVERAGE.ISSUER_ID, LOG_COVERAGE.FEED_ID)
        .forEach(
            row -> {
              var month = row.get(LOG_COVERAGE.MONTH);
              months.add(month);
              feeds
                  .computeIfAbsent(
                      new Feed(row.get(LOG_COVERAGE.ISSUER_ID), row.get(LOG_COVERAGE.FEED_ID)),
                      any -> new HashMap<>())
                  .put(
                      month,
                      new Month(row.get(days), row.get(covered), row.get(gaps), row.get(low)));
            });
    return new FeedMonths(months.stream().limit(MOST_MONTHS).toList(), feeds);
  }

  private static Field<Integer> countWhere(Condition condition) {
    return count().filterWhere(condition);
  }

  List<String> headings(Frame frame) {
    return newestFirst.stream().map(frame::month).toList();
  }

  List<QualityPage.FeedLine> lines(Frame frame) {
    var lines = new ArrayList<QualityPage.FeedLine>();
    feeds.forEach(
        (feed, months) ->
            lines.add(
                new QualityPage.FeedLine(
                    feed.issuerId(),
                    feed.feedId(),
                    newestFirst.stream().map(month -> cell(months.get(month), frame)).toList())));
    return lines;
  }

  private static QualityPage.Cell cell(Month month, Frame frame) {
    if (month == null) {
      return new QualityPage.Cell(frame.text("missing"), "");
    }
    return new QualityPage.Cell(
        month.covered() + " / " + month.days(),
        Stream.of(
                month.gaps() > 0 ? frame.text("quality.gaps", String.valueOf(month.gaps())) : "",
                month.low() > 0 ? frame.text("quality.low", String.valueOf(month.low())) : "")
            .filter(mark -> !mark.isEmpty())
            .collect(Collectors.joining(" ")));
  }
}
