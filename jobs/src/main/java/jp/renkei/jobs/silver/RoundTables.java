package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.surveys.SurveyRound;

/** What the rounds' files say: their dates, what they ask, and whom they count apart. */
final class RoundTables {
  private RoundTables() {}

  /**
   * Writes the rounds that stand.
   *
   * @param files text by path
   * @param registers rows by silver table
   */
  static void write(
      StepRun run, Map<String, String> files, Map<String, List<RegisterRows.Row>> registers) {
    var rounds = new ArrayList<List<Object>>();
    var questionnaires = new ArrayList<List<Object>>();
    var chosen = new ArrayList<List<Object>>();
    files.forEach(
        (path, text) -> {
          var round = SurveyRound.parse(path, text);
          rounds.add(
              List.of(
                  round.roundId(),
                  round.referenceDate(),
                  round.dueDate(),
                  (long) round.graceDays(),
                  round.frameId()));
          for (var asked : round.questionnaires()) {
            questionnaires.add(
                List.of(round.roundId(), asked.questionnaireId(), (long) asked.version()));
          }
          round
              .chosenIssuers()
              .ifPresent(
                  group ->
                      ChosenIssuers.of(round, registers)
                          .known()
                          .forEach(
                              issuer ->
                                  chosen.add(List.of(round.roundId(), group.labelJa(), issuer))));
        });
    run.write(RegisterSteps.SURVEY_ROUND, rounds);
    run.write(RegisterSteps.ROUND_QUESTIONNAIRE, questionnaires);
    run.write(RegisterSteps.CHOSEN_ISSUER, chosen);
  }
}
