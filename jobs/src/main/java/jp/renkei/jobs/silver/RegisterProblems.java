package jp.renkei.jobs.silver;

import java.util.stream.Collectors;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Reason;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.warehouse.definition.DefinitionException;

/** What can be wrong with a register or round file as a whole. */
final class RegisterProblems {
  private RegisterProblems() {}

  static Problem unreadable(String path, DefinitionException cause) {
    return DefinitionProblems.unusable(
        path,
        cause,
        new BilingualText(
            "a round file with round_id, reference_date, due_date, frame_id and questionnaires",
            "round_id、reference_date、due_date、frame_id、questionnaires を持つ調査回ファイル"),
        new BilingualText("Correct the file and place it again.", "ファイルを訂正し、置き直してください。"));
  }

  /** Where a round's file lies: by its id, so that no round can be there twice. */
  static String roundPath(SurveyRound round) {
    return "rounds/" + round.roundId() + ".yaml";
  }

  static Problem wrongRoundName(String path, SurveyRound round) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNKNOWN_ID,
        path,
        new BilingualText(
            roundPath(round) + " for round_id " + round.roundId(),
            "round_id " + round.roundId() + " のファイル名 " + roundPath(round)),
        new BilingualText(
            "Rename the file or correct its round_id.", "ファイル名又は round_id を直してください。"));
  }

  static Problem sameReferenceDate(String path, SurveyRound round, String otherPath) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.DUPLICATE_KEY,
        "reference_date " + round.referenceDate(),
        new BilingualText(
            "a reference date other than that of " + otherPath, otherPath + " と異なる基準日"),
        new BilingualText(
            "Correct the reference date of one of the two; figures of both would be added up.",
            "どちらかの reference_date を訂正してください。同じ基準日の調査回は合算されてしまうため、" + otherPath + " だけを使います。"));
  }

  /** Said of an edition that cannot be used: which one is used instead. */
  static Problem earlierEdition(String path, ReceivedFiles.File earlier) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        new BilingualText("an edition that cannot be used as a whole", "全体として使えない版"),
        new BilingualText("an edition that can be used as a whole", "全体を使える版"),
        new BilingualText(
            "Correct it and place it again. Until then the edition received before stands ("
                + earlier.submissionId()
                + "); its consents to be named don't count.",
            "訂正して置き直してください。それまでは、前に受け取った版（提出物ID "
                + earlier.submissionId()
                + "）を使います。ただし、その版の「社名公表に同意」は数えません。"));
  }

  /** The same bytes lie in a wrong place too; the file itself is taken. */
  static Problem strayCopy(String path, String ofPath) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.SAME_CONTENT,
        new BilingualText("the content of " + ofPath, ofPath + " と同じ内容"),
        new BilingualText("one copy, in its right place", "正しい場所にある1つだけ"),
        new BilingualText(
            "The file counts as " + ofPath + ". Take this copy out of landing.",
            "このファイルは " + ofPath + " として扱っています。写しは landing の外に移してください。"));
  }

  static Problem unknownName(String path) {
    String names =
        RegisterFile.ALL.stream().map(RegisterFile::path).collect(Collectors.joining(", "));
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        path,
        new BilingualText("one of " + names, "次のいずれかの名前：" + names),
        new BilingualText("Rename the file.", "ファイル名を直してください。"));
  }

  static Problem unknownFolder(String path) {
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        path,
        new BilingualText(
            "a file below register, rounds, surveys, receipts, gateway, roadmap, targets,"
                + " comments or foreign_registers",
            "register、rounds、surveys、receipts、gateway、roadmap、targets、comments、foreign_registers のいずれかの下のファイル"),
        new BilingualText("Move the file to the right folder.", "正しいフォルダーに移してください。"));
  }
}
