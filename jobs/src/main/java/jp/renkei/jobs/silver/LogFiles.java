package jp.renkei.jobs.silver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.run.StepRun;

/** The gateway log files that were read whole, each with its counts. */
final class LogFiles {
  /** Always {@code accepted + rejected + duplicates = lines}. */
  record LogFile(
      String path, String product, long lines, long accepted, long rejected, long duplicates) {
    boolean isMostlyRejected() {
      return 2 * rejected > lines;
    }
  }

  private final Map<String, LogFile> bySubmission = new TreeMap<>();

  static LogFiles read(StepRun run) {
    var files = new LogFiles();
    for (var row : run.read(LogFileTable.TABLE).collectAsList()) {
      files.bySubmission.put(
          row.getAs("submission_id"),
          new LogFile(
              row.getAs("path"),
              row.getAs("product"),
              row.<Long>getAs("lines"),
              row.<Long>getAs("accepted"),
              row.<Long>getAs("rejected"),
              row.<Long>getAs("duplicates")));
    }
    return files;
  }

  Optional<LogFile> of(String submissionId) {
    return Optional.ofNullable(bySubmission.get(submissionId));
  }

  long rejectedLines() {
    return bySubmission.values().stream().mapToLong(LogFile::rejected).sum();
  }

  /** A row for every file of which more than half was rejected: nobody reads so many lines. */
  List<Rejection> mostlyRejected() {
    return bySubmission.entrySet().stream()
        .filter(file -> file.getValue().isMostlyRejected())
        .map(file -> rejection(file.getKey(), file.getValue()))
        .toList();
  }

  private static Rejection rejection(String submissionId, LogFile file) {
    return new Rejection(
        submissionId,
        file.path(),
        Rejection.FILE,
        "MOST_LINES_REJECTED",
        "%,d 行のうち %,d 行が不受理".formatted(file.lines(), file.rejected()),
        "製品 " + file.product() + " の形の行",
        "feed.yaml の product（" + file.product() + "）が正しいか確認してください。",
        null);
  }
}
