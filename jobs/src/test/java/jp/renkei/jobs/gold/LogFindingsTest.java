package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.gateway.format.Feed.Days;
import jp.renkei.jobs.gold.FileDay.Feed;
import jp.renkei.warehouse.rules.DataQualityRules;
import org.junit.jupiter.api.Test;

/** Gaps, overlaps, wrong clocks and low days, by rules of a test's own. */
class LogFindingsTest {
  private static final DataQualityRules RULES =
      new DataQualityRules(9, 7, 3600, 60, 80, 28, 14, 20);
  private static final Feed FEED = new Feed("I1", "api");
  private static final LogFindings LOOK =
      new LogFindings(RULES, Map.of("a", "gateway/I1/api/a.log", "b", "gateway/I1/api/b.log"));

  private static FileDay day(String file, String date, long rows) {
    return day(file, date, rows, "00:00:00", "23:59:59");
  }

  private static FileDay day(String file, String date, long rows, String first, String last) {
    return new FileDay(
        file, FEED, LocalDate.parse(date), rows, rows, at(date, first), at(date, last), 0);
  }

  private static Instant at(String date, String time) {
    return OffsetDateTime.parse(date + "T" + time + "+09:00").toInstant();
  }

  private static FeedCoverage coverage(FileDay... days) {
    var coverage = new FeedCoverage(FEED, RULES);
    coverage.handsIn(Days.ALL);
    for (var day : days) {
      coverage.add(FileBulk.of(List.of(day), RULES.clockJumpDays()), 0, 0);
    }
    return coverage;
  }

  private static List<String> told(List<LogFinding> findings) {
    return findings.stream()
        .map(
            one ->
                "%s %s %s %d"
                    .formatted(one.kind().id(), one.day(), one.path().orElse("-"), one.rows()))
        .toList();
  }

  @Test
  void tellsDaysWithoutARowBetweenTheFirstAndTheLast() {
    var coverage =
        coverage(day("a", "2026-01-05", 3), day("b", "2026-01-06", 3), day("c", "2026-01-09", 3));
    assertThat(told(coverage.findings())).containsExactly("log_gap 2026-01-07 - 2");
    assertThat(coverage.findings().get(0).found()).contains("2026-01-07～2026-01-08の 2 日間");
    assertThat(
            coverage
                .rows(LocalDate.of(2026, 1, 4), LocalDate.of(2026, 1, 10), Optional.empty())
                .stream()
                .map(row -> row.get(5) + " " + row.get(6)))
        .containsExactly(
            "false false",
            "true false",
            "true false",
            "false true",
            "false true",
            "true false",
            "false false");
  }

  private static List<String> days(FeedCoverage coverage) {
    return coverage
        .rows(LocalDate.of(2026, 1, 4), LocalDate.of(2026, 1, 10), Optional.empty())
        .stream()
        .map(row -> row.get(0) + " " + row.get(5))
        .toList();
  }

  private static Days between(String first, String last) {
    return new Days(Optional.of(LocalDate.parse(first)), Optional.of(LocalDate.parse(last)));
  }

  @Test
  void asksForNoLogsBeforeAFeedsFirstDayAndBehindItsLast() {
    var coverage = coverage(day("a", "2026-01-06", 3));
    coverage.handsIn(between("2026-01-06", "2026-01-08"));
    assertThat(days(coverage))
        .containsExactly("2026-01-06 true", "2026-01-07 false", "2026-01-08 false");
    // What was handed in all the same is shown.
    coverage.handsIn(between("2026-01-07", "2026-01-08"));
    assertThat(days(coverage))
        .containsExactly("2026-01-06 true", "2026-01-07 false", "2026-01-08 false");
    var toCome = coverage();
    toCome.handsIn(between("2026-01-11", "2026-02-01"));
    assertThat(days(toCome)).isEmpty();
    var withoutLogs = coverage();
    withoutLogs.handsIn(between("2026-01-09", "2026-02-01"));
    assertThat(days(withoutLogs)).containsExactly("2026-01-09 false", "2026-01-10 false");
  }

  @Test
  void asksForNoLogsOfAFeedThatLandingNoLongerHolds() {
    var gone = new FeedCoverage(FEED, RULES);
    gone.add(FileBulk.of(List.of(day("a", "2026-01-05", 3)), RULES.clockJumpDays()), 0, 0);
    gone.add(FileBulk.of(List.of(day("b", "2026-01-07", 3)), RULES.clockJumpDays()), 0, 0);
    assertThat(days(gone))
        .containsExactly(
            "2026-01-04 false", "2026-01-05 true", "2026-01-06 false", "2026-01-07 true");
    assertThat(days(new FeedCoverage(FEED, RULES))).isEmpty();
  }

  @Test
  void partsTheDaysOfAWrongClockFromAFilesBulk() {
    var file =
        FileBulk.of(
            List.of(
                day("a", "1970-01-01", 2),
                day("a", "2026-01-05", 90),
                day("a", "2026-01-13", 90),
                day("a", "2026-01-22", 1)),
            RULES.clockJumpDays());
    // Seven days without a row lie between the 5th and the 13th, eight before the 22nd.
    assertThat(file.bulk())
        .extracting(FileDay::day)
        .containsExactly(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 13));
    assertThat(told(LOOK.ofClock(file)))
        .containsExactly("log_clock_jump 1970-01-01 gateway/I1/api/a.log 3");
  }

  @Test
  void tellsTimesThatGoBackMoreThanMayBe() {
    var within =
        new FileDay(
            "a",
            FEED,
            LocalDate.of(2026, 1, 5),
            2,
            0,
            at("2026-01-05", "00:00:00"),
            at("2026-01-05", "09:00:00"),
            3600);
    var beyond =
        new FileDay(
            "a",
            FEED,
            LocalDate.of(2026, 1, 6),
            2,
            0,
            at("2026-01-06", "00:00:00"),
            at("2026-01-06", "09:00:00"),
            3601);
    assertThat(told(LOOK.ofClock(FileBulk.of(List.of(within, beyond), 7))))
        .containsExactly("log_step_back 2026-01-06 gateway/I1/api/a.log 1");
  }

  @Test
  void tellsFilesWithoutRequestIdsThatShareTime() {
    var early = day("a", "2026-01-05", 5, "00:00:00", "12:00:00");
    assertThat(
            told(
                LOOK.ofOverlaps(List.of(early, day("b", "2026-01-05", 7, "11:59:00", "23:00:00")))))
        .isEmpty();
    assertThat(
            told(
                LOOK.ofOverlaps(List.of(early, day("b", "2026-01-05", 7, "11:58:59", "23:00:00")))))
        .containsExactly("log_overlap 2026-01-05 gateway/I1/api/b.log 7");
    var within = day("b", "2026-01-05", 7, "03:00:00", "04:00:00");
    assertThat(told(LOOK.ofOverlaps(List.of(within, early))))
        .containsExactly("log_overlap 2026-01-05 gateway/I1/api/b.log 7");
    var told = new FileDay("b", FEED, within.day(), 7, 0, within.first(), within.last(), 0);
    assertThat(LOOK.ofOverlaps(List.of(early, told))).isEmpty();
  }

  @Test
  void tellsADayFarBelowTheMedianOfTheDaysBefore() {
    assertThat(told(month(14, 100, 20).findings())).containsExactly("log_low_day 2026-01-15 - 20");
    assertThat(told(month(14, 100, 21).findings())).isEmpty();
    assertThat(told(month(13, 100, 1).findings())).as("too few days").isEmpty();
    assertThat(told(month(14, 19, 1).findings())).as("too small a median").isEmpty();
  }

  private static FeedCoverage month(int days, long rows, long rowsOfTheNext) {
    var all = new FileDay[days + 1];
    for (int day = 0; day < days; day++) {
      all[day] = day("d" + day, LocalDate.of(2026, 1, 1).plusDays(day).toString(), rows);
    }
    all[days] = day("last", LocalDate.of(2026, 1, 1).plusDays(days).toString(), rowsOfTheNext);
    return coverage(all);
  }
}
