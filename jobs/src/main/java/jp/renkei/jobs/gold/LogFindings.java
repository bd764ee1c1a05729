package jp.renkei.jobs.gold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.renkei.jobs.gold.LogFinding.Kind;
import jp.renkei.warehouse.rules.DataQualityRules;

/** Looks through one feed's files for wrong clocks and for files that overlap. */
final class LogFindings {
  private final DataQualityRules rules;
  private final Map<String, String> pathBySubmission;

  LogFindings(DataQualityRules rules, Map<String, String> pathBySubmission) {
    this.rules = rules;
    this.pathBySubmission = Map.copyOf(pathBySubmission);
  }

  /** Rows of a file far from its bulk, and times that go back within a day. */
  List<LogFinding> ofClock(FileBulk file) {
    var findings = new ArrayList<LogFinding>();
    if (!file.off().isEmpty()) {
      var first = file.off().get(0);
      findings.add(
          new LogFinding(
              Kind.CLOCK_JUMP,
              first.feed(),
              first.day(),
              path(first),
              "%sなど %,d 日に %,d 行（ファイルの大半は %s～%s）"
                  .formatted(
                      first.day(),
                      file.off().size(),
                      FileBulk.rows(file.off()),
                      file.bulk().get(0).day(),
                      file.bulk().get(file.bulk().size() - 1).day()),
              "1つのファイルの日付の間の空きは %d 日以内".formatted(rules.clockJumpDays()),
              FileBulk.rows(file.off())));
    }
    var days = new ArrayList<>(file.bulk());
    days.addAll(file.off());
    days.stream()
        .filter(day -> day.stepBackSeconds() > rules.stepBackSeconds())
        .map(
            day ->
                new LogFinding(
                    Kind.STEP_BACK,
                    day.feed(),
                    day.day(),
                    path(day),
                    "前の行より %,d 秒前の発生日時".formatted(day.stepBackSeconds()),
                    "逆行は %,d 秒以内".formatted(rules.stepBackSeconds()),
                    1))
        .forEach(findings::add);
    return findings;
  }

  /** Files of one feed, without request ids, that share more time of a day than may be. */
  List<LogFinding> ofOverlaps(List<FileDay> daysOfFeed) {
    var byFile = new TreeMap<String, List<FileDay>>();
    daysOfFeed.stream()
        .filter(day -> day.withoutRequestId() > 0)
        .collect(Collectors.groupingBy(FileDay::day))
        .values()
        .forEach(day -> overlapping(day, byFile));
    return byFile.values().stream().map(this::overlap).toList();
  }

  private void overlapping(List<FileDay> filesOfDay, Map<String, List<FileDay>> byFile) {
    var files =
        filesOfDay.stream()
            .sorted(
                Comparator.comparing(FileDay::first)
                    .thenComparing(file -> path(file).orElse(""))
                    .thenComparing(FileDay::submissionId))
            .toList();
    Instant end = null;
    for (var file : files) {
      if (end != null
          && Duration.between(file.first(), min(end, file.last())).compareTo(tolerance()) > 0) {
        byFile.computeIfAbsent(file.submissionId(), id -> new ArrayList<>()).add(file);
      }
      end = end == null || file.last().isAfter(end) ? file.last() : end;
    }
  }

  private Duration tolerance() {
    return Duration.ofSeconds(rules.overlapSeconds());
  }

  private static Instant min(Instant left, Instant right) {
    return left.isBefore(right) ? left : right;
  }

  private LogFinding overlap(List<FileDay> days) {
    var sorted = days.stream().sorted(Comparator.comparing(FileDay::day)).toList();
    var first = sorted.get(0);
    return new LogFinding(
        Kind.OVERLAP,
        first.feed(),
        first.day(),
        path(first),
        "%sなど %,d 日で、同じフィードの別のファイルと時間帯が重なる".formatted(first.day(), days.size()),
        "要求IDのない形式では、ファイルの時間帯の重なりは %d 秒以内".formatted(rules.overlapSeconds()),
        FileBulk.rows(days));
  }

  private Optional<String> path(FileDay day) {
    return Optional.ofNullable(pathBySubmission.get(day.submissionId()));
  }
}
