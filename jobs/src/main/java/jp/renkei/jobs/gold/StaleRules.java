package jp.renkei.jobs.gold;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.renkei.jobs.gold.FileDay.Feed;
import jp.renkei.jobs.gold.LogFinding.Kind;
import org.apache.spark.sql.Row;

/**
 * Finds log files of which accesses stay classified by registers of before: landing no longer holds
 * the file, and what is stored of an address does not say whose it was.
 */
final class StaleRules {
  private StaleRules() {}

  /**
   * The findings, one a file.
   *
   * @param files rows of silver.log_file
   */
  static List<LogFinding> findings(Collection<Row> files) {
    return files.stream()
        .filter(file -> file.<Long>getAs("undecided") > 0)
        .map(StaleRules::finding)
        .toList();
  }

  private static LogFinding finding(Row file) {
    long undecided = file.<Long>getAs("undecided");
    return new LogFinding(
        Kind.STALE_RULES,
        new Feed(file.getAs("issuer_id"), file.getAs("feed_id")),
        null,
        Optional.of(file.getAs("path")),
        "原本が landing になく、以前の登録簿による分類のままのアクセス %,d 件（保存した接続元の範囲に、電代業者のネットワークとそれ以外が混在）"
            .formatted(undecided),
        "現在の登録簿による分類",
        undecided);
  }
}
