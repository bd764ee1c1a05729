package jp.renkei.jobs.gateway;

import jp.renkei.jobs.gateway.FileProblem.Code;
import jp.renkei.jobs.landing.LandedFile;

/** What may be wrong with a log as a whole, told to the secretariat. */
final class LogProblems {
  private LogProblems() {}

  static FileProblem unreadable(LandedFile log, String found) {
    return new FileProblem(
        log.path(),
        Code.UNREADABLE,
        found,
        "読めるファイル",
        "所有者と権限を確認して、もう一度 run を実行してください。このファイルからは1行も取り込んでいません。");
  }

  static FileProblem changed(LandedFile log) {
    return new FileProblem(
        log.path(),
        Code.CHANGED_WHILE_READ,
        "読み取りの途中で書き換えられた内容",
        "書き込みの終わったファイル",
        "このファイルからは何も取り込んでいません。書き込みが終わってから、もう一度 run を実行してください。");
  }

  static FileProblem damaged(String path) {
    return new FileProblem(
        path, Code.DAMAGED_ARCHIVE, "途中で壊れた .gz", "最後まで読める .gz", FileProblem.REMEDY_OF_ARCHIVE);
  }

  static FileProblem sameContent(LandedFile log, String path) {
    return new FileProblem(
        log.path(),
        Code.SAME_CONTENT,
        path + " と同じ内容",
        "まだ届いていない内容",
        "同じ内容は1回だけ数えます。置き間違いでなければ、何もする必要はありません。");
  }
}
