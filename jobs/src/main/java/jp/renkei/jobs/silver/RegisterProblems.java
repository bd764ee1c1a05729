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
    return Problem.error(
        path,
        Place.WHOLE_FILE,
        Reason.UNREADABLE,
        cause.getMessage(),
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
            "a file below register, rounds, surveys, gateway, roadmap or targets",
            "register、rounds、surveys、gateway、roadmap、targets のいずれかの下のファイル"),
        new BilingualText("Move the file to the right folder.", "正しいフォルダーに移してください。"));
  }
}
