package jp.renkei.jobs.gold;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.jobs.gold.FileDay.Feed;
import jp.renkei.jobs.gold.LogFinding.Kind;
import org.apache.spark.sql.Row;

/**
 * Finds log files whose rows stay classified by rules or registers of before, since landing no
 * longer holds the file: its feed's files that are there were read under other contexts. Where none
 * of the feed is there, nothing can be said.
 */
final class StaleRules {
  private StaleRules() {}

  /**
   * The findings, one a file.
   *
   * @param files rows of silver.log_file
   * @param landed the submission ids of the files in landing
   */
  static List<LogFinding> findings(Collection<Row> files, Set<String> landed) {
    Map<String, Set<String>> contexts = new HashMap<>();
    for (var file : files) {
      if (isLanded(file, landed)) {
        contexts.computeIfAbsent(source(file), key -> new HashSet<>()).add(file.getAs("context"));
      }
    }
    return files.stream()
        .filter(file -> !isLanded(file, landed))
        .filter(
            file ->
                contexts.containsKey(source(file))
                    && !contexts.get(source(file)).contains(file.<String>getAs("context")))
        .map(StaleRules::finding)
        .toList();
  }

  private static boolean isLanded(Row file, Set<String> landed) {
    return landed.contains(file.<String>getAs("submission_id"));
  }

  /** Compressed files have contexts of their own. */
  private static String source(Row file) {
    String path = file.getAs("path");
    return path.substring(0, path.lastIndexOf('/') + 1) + path.endsWith(".gz");
  }

  private static LogFinding finding(Row file) {
    return new LogFinding(
        Kind.STALE_RULES,
        new Feed(file.getAs("issuer_id"), file.getAs("feed_id")),
        null,
        Optional.of(file.getAs("path")),
        "原本が landing にないため、現在と異なる分類規則・登録簿で分類したままのファイル",
        "フィードの他のファイルと同じ規則・登録簿による分類",
        file.<Long>getAs("accepted"));
  }
}
