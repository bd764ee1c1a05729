package jp.renkei.jobs.silver;

import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;

/** What may be wrong with a correction; each of these stops a run. */
final class CorrectionProblems {
  private CorrectionProblems() {}

  static Problem noFile(Correction one) {
    return problem(
        one,
        one.path().isEmpty() ? "sha256" : "path",
        Reason.UNKNOWN_ID,
        text(one.path().isEmpty() ? one.sha256() : one.path()),
        new BilingualText(
            "the path below landing, or the SHA-256, of a file that came",
            "届いているファイルの、landing からのパス又はSHA-256"),
        new BilingualText("Correct the path or the SHA-256.", "path か sha256 を直してください。"));
  }

  static Problem otherFile(Correction one, ReceivedFiles.File found) {
    return problem(
        one,
        "sha256",
        Reason.UNEXPECTED_VALUE,
        new BilingualText(
            one.path() + " with the SHA-256 " + found.sha256(),
            one.path() + "（SHA-256 " + found.sha256() + "）"),
        text(one.sha256()),
        new BilingualText(
            "The file was replaced. Look at it; where it is mended, take the correction out.",
            "ファイルが差し替えられています。内容を確かめ、直っていればこの訂正の行を外してください。"));
  }

  static Problem noHash(Correction one, ReceivedFiles.File found) {
    return problem(
        one,
        "sha256",
        Reason.MISSING_VALUE,
        text(""),
        new BilingualText(
            "the SHA-256 of the file, since in its next edition another row may stand on that line; now "
                + found.sha256(),
            "ファイルのSHA-256（次の版では同じ行に別の内容が来うるため）。今のファイルでは " + found.sha256()),
        new BilingualText(
            "Make sure that the line is the right one, and write the SHA-256.",
            "行が正しいことを確かめ、sha256 にその値を記入してください。"));
  }

  static Problem noPlace(Correction one) {
    return problem(
        one,
        "sheet,cell,line,column",
        Reason.MISSING_VALUE,
        text("%s,%s,%s,%s".formatted(one.sheet(), one.cell(), one.targetLine(), one.column())),
        new BilingualText(
            "sheet and cell of a workbook, or line and column of a CSV",
            "Excelの sheet と cell、又はCSVの line と column のどちらか一方"),
        new BilingualText("Fill in one of the two.", "どちらか一方を記入してください。"));
  }

  static Problem notCorrectable(Correction one, String what, String expected, String expectedJa) {
    return problem(
        one,
        "path",
        Reason.UNEXPECTED_VALUE,
        text(what),
        new BilingualText(expected, expectedJa),
        new BilingualText(
            "Ask the sender for a new file, or correct another column.",
            "送り主に出し直しを依頼するか、訂正できる列を指定してください。"));
  }

  static Problem nothingThere(Correction one) {
    return problem(
        one,
        "old_value",
        Reason.UNKNOWN_ID,
        new BilingualText(
            "no such cell: " + one.path() + " " + one.place().english(),
            "該当するセルなし：" + one.path() + " " + one.place().japanese()),
        new BilingualText(
            "a cell with the value '" + one.oldValue() + "'", "値「" + one.oldValue() + "」のあるセル"),
        remedy());
  }

  static Problem otherValue(Correction one, String found) {
    return problem(
        one,
        "old_value",
        Reason.UNEXPECTED_VALUE,
        new BilingualText(
            one.path() + " " + one.place().english() + ": '" + found + "'",
            one.path() + " " + one.place().japanese() + "「" + found + "」"),
        value(one),
        remedy());
  }

  private static BilingualText value(Correction one) {
    return one.oldValue().isEmpty()
        ? new BilingualText("an empty cell", "空欄のセル")
        : new BilingualText("the value '" + one.oldValue() + "'", "訂正前の値「" + one.oldValue() + "」");
  }

  private static BilingualText remedy() {
    return new BilingualText(
        "The old value is no longer there. Where the file has been mended, take this line out of the file of corrections"
            + " and place that again; else write what stands there now as old_value. Until then no figure is made.",
        "訂正前の値がもうありません。元のファイルが直っていれば、訂正のファイルからこの行を外して置き直してください。"
            + "直っていなければ、今ある値を old_value に記入してください。それまで数値は作りません。");
  }

  private static BilingualText text(String both) {
    return new BilingualText(both, both);
  }

  private static Problem problem(
      Correction one,
      String column,
      Reason reason,
      BilingualText found,
      BilingualText expected,
      BilingualText remedy) {
    return Problem.error(
        one.file(),
        jp.renkei.surveys.Place.line(one.line()).about(column),
        reason,
        found,
        expected,
        remedy);
  }
}
