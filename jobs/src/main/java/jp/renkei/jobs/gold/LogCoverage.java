package jp.renkei.jobs.gold;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.renkei.jobs.gateway.format.Feed.Days;
import jp.renkei.jobs.gold.FileDay.Feed;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.silver.GatewayFeeds;
import jp.renkei.jobs.silver.LogFileDays;
import jp.renkei.jobs.silver.LogFileTable;
import jp.renkei.warehouse.rules.DataQualityRules;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Row;

/** Makes {@code gold.log_coverage} and {@code gold.log_finding}. */
public final class LogCoverage {
  public static final TableName COVERAGE = TableName.of("gold.log_coverage");
  public static final TableName FINDING = TableName.of("gold.log_finding");

  private final DataQualityRules rules = DataQualityRules.builtIn();
  private final Map<String, Row> files = new HashMap<>();
  private final TreeMap<Feed, FeedCoverage> feeds = new TreeMap<>();
  private final List<LogFinding> findings = new ArrayList<>();

  private LogCoverage() {}

  /** Writes both tables. */
  public static void write(StepRun run) {
    var coverage = new LogCoverage();
    run.read(LogFileTable.TABLE)
        .collectAsList()
        .forEach(row -> coverage.files.put(row.getAs("submission_id"), row));
    coverage.register(run.read(GatewayFeeds.TABLE).collectAsList());
    coverage.findings.addAll(StaleRules.findings(coverage.files.values()));
    coverage.take(run.read(LogFileDays.TABLE).collectAsList().stream().map(FileDay::of).toList());
    run.write(COVERAGE, coverage.rows(run.context().asOfIfAny(), liveSince(run)));
    run.write(
        FINDING,
        coverage.findings.stream().map(found -> found.row(coverage.rules.version())).toList());
  }

  /**
   * Rows of {@code gold.log_coverage} for one month of an issuer, as far as its logs tell: no day
   * is due.
   *
   * @param logFiles rows of {@code silver.log_file}
   * @param fileDays rows of {@code silver.log_file_day}, of other months too
   * @param feeds rows of {@code silver.gateway_feed}, all of that issuer
   */
  public static List<List<Object>> rows(
      YearMonth month, List<Row> logFiles, List<Row> fileDays, List<Row> feeds) {
    var coverage = new LogCoverage();
    logFiles.forEach(row -> coverage.files.put(row.getAs("submission_id"), row));
    coverage.register(feeds);
    coverage.take(fileDays.stream().map(FileDay::of).toList());
    var rows = new ArrayList<List<Object>>();
    coverage.feeds.forEach(
        (feed, days) ->
            rows.addAll(days.rows(month.atDay(1), month.atEndOfMonth(), Optional.empty())));
    return rows;
  }

  /**
   * A feed is there from its feed.yaml on, even before its first log. One whose feed.yaml landing
   * no longer holds hands in nothing more: what it handed in stands, and ends with its last log.
   */
  private void register(List<Row> feeds) {
    for (var row : feeds) {
      var days =
          new Days(
              Optional.ofNullable(row.getAs("valid_from")),
              Optional.ofNullable(row.getAs("valid_to")));
      feed(new Feed(row.getAs("issuer_id"), row.getAs("feed_id"))).handsIn(days);
    }
  }

  private FeedCoverage feed(Feed feed) {
    return feeds.computeIfAbsent(feed, one -> new FeedCoverage(one, rules));
  }

  private void take(List<FileDay> days) {
    var paths = new HashMap<String, String>();
    files.forEach((id, row) -> paths.put(id, row.getAs("path")));
    var look = new LogFindings(rules, paths);
    days.stream()
        .collect(Collectors.groupingBy(FileDay::submissionId, TreeMap::new, Collectors.toList()))
        .forEach((submission, ofFile) -> take(submission, ofFile, look));
    days.stream()
        .collect(Collectors.groupingBy(FileDay::feed, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(ofFeed -> findings.addAll(look.ofOverlaps(ofFeed)));
    feeds.values().forEach(feed -> findings.addAll(feed.findings()));
  }

  private void take(String submission, List<FileDay> days, LogFindings look) {
    var file = FileBulk.of(days, rules.clockJumpDays());
    var counts = Optional.ofNullable(files.get(submission));
    feed(days.get(0).feed())
        .add(
            file,
            counts.map(row -> row.<Long>getAs("duplicates")).orElse(0L),
            counts.map(row -> row.<Long>getAs("rejected")).orElse(0L));
    findings.addAll(look.ofClock(file));
  }

  private List<List<Object>> rows(Optional<LocalDate> asOf, Map<String, LocalDate> liveSince) {
    var first =
        feeds.values().stream()
            .flatMap(feed -> feed.first().stream())
            .min(LocalDate::compareTo)
            .map(date -> date.withDayOfMonth(1));
    var rows = new ArrayList<List<Object>>();
    if (first.isPresent() && asOf.isPresent()) {
      feeds.forEach(
          (feed, coverage) ->
              rows.addAll(
                  coverage.rows(
                      first.get(),
                      asOf.get(),
                      Optional.ofNullable(liveSince.get(feed.issuerId())))));
    }
    return rows;
  }

  /** Since when an issuer has a line in production, by the newest round in which it answered. */
  private static Map<String, LocalDate> liveSince(StepRun run) {
    var since = new HashMap<String, LocalDate>();
    run.sql(
            """
            with answered as (
              select a.*, max(r.reference_date) over (partition by a.issuer_id) = r.reference_date as is_newest
              from   gold.adoption a join silver.survey_round r using (round_id)
              where  a.adoption_status is not null
            )
            select issuer_id, min(live_since) as live_since
            from   answered
            where  is_newest and adoption_status = 'LIVE'
            group  by issuer_id
            """,
            Map.of())
        .collectAsList()
        .forEach(
            row -> {
              LocalDate date = row.getAs("live_since");
              if (date != null) {
                since.put(row.getAs("issuer_id"), date);
              }
            });
    return since;
  }
}
