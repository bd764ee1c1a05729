package jp.renkei.jobs.summary;

import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/** What can be wrong with a summary as a whole. */
final class SummaryProblems {
  static final BilingualText MAKE_AGAIN =
      new BilingualText(
          "Make the summary again with './renkei summarize' and hand over the file as it was written.",
          "カード会社で ./renkei summarize をもう一度実行し、書き出されたファイルをそのまま提出してください。");

  private SummaryProblems() {}

  static Problem of(
      String path,
      String subject,
      Reason reason,
      BilingualText found,
      String expected,
      String expectedJa) {
    return Problem.error(
        path,
        subject.isEmpty() ? Place.WHOLE_FILE : Place.WHOLE_FILE.about(subject),
        reason,
        found,
        new BilingualText(expected, expectedJa),
        MAKE_AGAIN);
  }

  static Problem notAsWritten(String path) {
    return of(
        path,
        "",
        Reason.UNSAFE_FILE,
        new BilingualText(
            "no zip, or one that was packed or changed by another program",
            "zip でない、又は別のプログラムで作成・変更された zip"),
        "the zip that ./renkei summarize writes, byte by byte",
        "./renkei summarize が書き出したままの zip");
  }

  static Problem changed(String path, String file, String found, String foundJa) {
    return of(
        path,
        file,
        Reason.WRONG_SIGNATURE,
        new BilingualText(found, foundJa),
        "the files as they were signed",
        "署名されたときのままの内容");
  }
}
