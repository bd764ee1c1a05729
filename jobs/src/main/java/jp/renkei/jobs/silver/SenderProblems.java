package jp.renkei.jobs.silver;

import java.time.OffsetDateTime;
import java.util.List;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/** What is wrong with a file because of who sends it, and when. */
public final class SenderProblems {
  private static final int MOST_NAMED = 5;

  private SenderProblems() {}

  static Problem strangersForm(String file, String own, String found) {
    return Problem.error(
        file,
        Place.WHOLE_FILE,
        Reason.UNKNOWN_ID,
        new BilingualText("the form of " + found, found + " の調査票"),
        new BilingualText("the form of " + own, own + " の調査票"),
        new BilingualText(
            "Download your own form and enter the answers there.",
            "自社の様式をダウンロードし、そこに記入して提出してください。"));
  }

  static Problem severalUnits(String file, int units) {
    return Problem.error(
        file,
        Place.WHOLE_FILE,
        Reason.INCONSISTENT_ANSWERS,
        new BilingualText(units + " units", units + " 件の回答票"),
        new BilingualText("one respondent, round and questionnaire", "1つのファイルに1者・1調査回・1調査票"),
        new BilingualText("Send each in a file of its own.", "回答票ごとにファイルを分けて提出してください。"));
  }

  /**
   * A correction replaces the earlier answer whole: what it leaves blank is then unanswered.
   *
   * @param blank what it leaves blank, as the form names it
   */
  public static Problem leavesOut(String file, List<String> blank, int before) {
    int more = blank.size() - Math.min(MOST_NAMED, blank.size());
    String named = String.join("、", blank.subList(0, blank.size() - more));
    return Problem.warning(
        file,
        Place.WHOLE_FILE.about("前の回答から空欄になった設問"),
        Reason.MISSING_VALUE,
        "前に受理した回答 %d 件のうち %d 件が空欄：%s%s"
            .formatted(before, blank.size(), named, more == 0 ? "" : " ほか " + more + " 件"),
        new BilingualText(
            "all answers, since it replaces the earlier ones whole", "全ての回答（前の回答は丸ごと置き換わります）"),
        new BilingualText(
            "Fill in what is still right, or say why it goes.",
            "残す回答は記入し直してください。空欄でよいときは、その理由を書いてください。"));
  }

  /** An accepted answer dated after today would stand above whatever is handed in now. */
  public static Problem standsAbove(String file, OffsetDateTime earlier) {
    return Problem.error(
        file,
        Place.WHOLE_FILE,
        Reason.DATE_OUT_OF_RANGE,
        new BilingualText(
            "an accepted answer submitted at " + earlier, "提出日時が " + earlier + " の受理済みの回答"),
        new BilingualText("no answer with a later date than now", "現在より後の日時の回答がないこと"),
        new BilingualText(
            "It would stand above this one. Ask the secretariat to put its date right.",
            "このままでは提出しても置き換わりません。事務局に連絡し、受理済みの回答の提出日を直してもらってください。"));
  }
}
