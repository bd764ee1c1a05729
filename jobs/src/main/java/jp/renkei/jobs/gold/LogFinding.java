package jp.renkei.jobs.gold;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is odd about a feed's logs, in the words of whoever has to look after it.
 *
 * @param day null where the whole file is concerned
 * @param rows days of a gap, log lines otherwise
 */
record LogFinding(
    Kind kind,
    FileDay.Feed feed,
    LocalDate day,
    Optional<String> path,
    String found,
    String expected,
    long rows) {

  /** The rules, each with what to do. */
  enum Kind {
    GAP("その期間のログを landing に置いてください。提供が止まっていた日であれば、そのことを事務局に知らせてください。"),
    OVERLAP("2つのファイルに同じ行がないか確認し、重なるほうを landing から除くか、重ならないファイルに置き換えてください。"),
    CLOCK_JUMP("ゲートウェイの時計と feed.yaml の time_zone を確認し、正しい日時のログに置き換えてください。"),
    STEP_BACK("時計の逆行か、複数のログの連結です。連結であれば対応は不要です。時計の誤りであれば正しいログに置き換えてください。"),
    STALE_RULES("原本が landing に戻れば、次の run で読み直します。戻せない場合、このファイルの行は当時の規則のまま残ります。"),
    LOW_DAY("その日のログが途中で切れていないか確認し、足りないファイルを landing に置いてください。");

    private final String remedy;

    Kind(String remedy) {
      this.remedy = remedy;
    }

    String id() {
      return "log_" + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  List<Object> row(int ruleVersion) {
    return Arrays.asList(
        kind.id(),
        feed.issuerId(),
        feed.feedId(),
        day,
        path.orElse(null),
        found,
        expected,
        kind.remedy,
        rows,
        "quality-" + ruleVersion);
  }
}
