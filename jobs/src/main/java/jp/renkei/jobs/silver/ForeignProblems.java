package jp.renkei.jobs.silver;

import jp.renkei.jobs.foreign.RegisterDescription;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.warehouse.definition.DefinitionException;

/** What can be wrong with where a foreign register's file lies, and with its description. */
final class ForeignProblems {
  /** Names in the path of every file of a register: folder, register, file. */
  static final int DEPTH = 3;

  private ForeignProblems() {}

  static Problem wrongFolder(String path) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        path,
        new BilingualText(
            "foreign_registers/<register_id>/<file>", "foreign_registers/<登録簿ID>/<ファイル名>"),
        new BilingualText("Move it into the folder of its register.", "登録簿ごとのフォルダの直下に移してください。"));
  }

  static Problem undescribed(String path) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.MISSING_VALUE,
        new BilingualText(
            "no " + RegisterDescription.FILE_NAME + " beside it",
            "同じフォルダに " + RegisterDescription.FILE_NAME + " がない"),
        new BilingualText("a description of the register", "登録簿の説明ファイル"),
        new BilingualText(
            "Place one as docs/landing.md describes; the snapshot counts from then on.",
            "docs/landing.md の形で置いてください。その後は、この応答も数えます。"));
  }

  static Problem unusableDescription(String path) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.MISSING_VALUE,
        new BilingualText(
            "a " + RegisterDescription.FILE_NAME + " that cannot be used",
            RegisterDescription.FILE_NAME + " が使えない"),
        new BilingualText("a description of the register", "使える説明ファイル"),
        new BilingualText(
            "Correct it; nothing is wrong with the snapshot by that.",
            "先に説明ファイルを直してください。この応答自体の誤りではありません。"));
  }

  static Problem noDescription(String path, DefinitionException cause) {
    return DefinitionProblems.unusable(
        path,
        cause,
        new BilingualText(
            "country, name, basis, source, licence, snapshot_date and layouts",
            "country、name、basis、source、licence、snapshot_date、layouts"),
        new BilingualText(
            "Correct it in its place; until then the edition before stands, where there is one.",
            "同じ場所で直してください。それまでは、前に受け取った版があればそれを使います。"));
  }
}
