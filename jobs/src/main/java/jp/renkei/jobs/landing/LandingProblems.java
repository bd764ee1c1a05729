package jp.renkei.jobs.landing;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/** Why a file that lies in landing could not be taken in this run; the others go on. */
public final class LandingProblems {
  private LandingProblems() {}

  /** The machine could not read the file or folder. */
  public static Problem unreadable(String path, IOException cause) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        found(cause),
        new BilingualText("a file that can be read", "読み取れるファイル"),
        new BilingualText(
            "Make it readable or take it out of landing, then run again. Until then an earlier"
                + " edition of a register or round stands.",
            "読み取れるようにするか landing の外に移し、もう一度 run を実行してください。" + "登録簿と調査回は、それまで前に受け取った版を使います。"));
  }

  /** What was read is not what was listed. */
  public static Problem changedWhileRead(String path) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.CHANGED_WHILE_READ,
        new BilingualText("content that was changed while it was read", "読み取りの途中で書き換えられた内容"),
        new BilingualText("a file that nobody is writing", "書き込みの終わったファイル"),
        new BilingualText(
            "Nothing of it was taken. Run again when it is whole.",
            "このファイルからは何も取り込んでいません。書き込みが終わってから、もう一度 run を実行してください。"));
  }

  private static String found(IOException cause) {
    if (cause instanceof FileSystemLoopException) {
      return "自分を含むフォルダへ戻るリンク";
    }
    if (cause instanceof AccessDeniedException) {
      return "読み取り権限がない";
    }
    if (cause instanceof NoSuchFileException) {
      return "存在しないファイル（一覧の後に消えたか、リンク先がない）";
    }
    return "読み取りエラー（" + cause.getClass().getSimpleName() + "）";
  }
}
