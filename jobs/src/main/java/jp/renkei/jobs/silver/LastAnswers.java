package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.CheckRule;
import jp.renkei.surveys.QuestionnaireCatalog;

/**
 * The counts that respondents gave in the round before, by the unit that is compared with them: of
 * the newest accepted submission to the same questionnaire, whatever its version. The round before
 * is the one with the next older reference date that asks the questionnaire; who was silent in it
 * is compared with nothing.
 */
record LastAnswers(Map<String, List<Answer>> byUnit) implements Serializable {
  static final LastAnswers NONE = new LastAnswers(Map.of());

  static LastAnswers of(
      NewestUnits newest, Registers registers, QuestionnaireCatalog questionnaires) {
    var later = laterRounds(registers);
    var byUnit = new HashMap<String, List<Answer>>();
    for (var unit : newest.all()) {
      var verdict = unit.verdict();
      var rounds =
          later.getOrDefault(List.of(verdict.roundId(), verdict.questionnaireId()), List.of());
      if (rounds.isEmpty()) {
        continue;
      }
      var compared = compared(verdict, questionnaires);
      rounds.forEach(
          roundId ->
              byUnit.put(
                  SurveyUnits.unit(roundId, verdict.questionnaireId(), verdict.respondentId()),
                  compared));
    }
    return new LastAnswers(byUnit);
  }

  /** Of a round and questionnaire, the rounds that are compared with it. */
  private static Map<List<String>, List<String>> laterRounds(Registers registers) {
    var later = new HashMap<List<String>, List<String>>();
    for (var round : registers.rounds()) {
      for (var asked : round.questionnaires()) {
        registers
            .roundBefore(round, asked.questionnaireId())
            .ifPresent(
                before ->
                    later
                        .computeIfAbsent(
                            List.of(before.roundId(), asked.questionnaireId()),
                            absent -> new ArrayList<>())
                        .add(round.roundId()));
      }
    }
    return later;
  }

  /** Only what a check compares, since every task of a run gets it. */
  private static List<Answer> compared(
      SurveyUnits.Verdict verdict, QuestionnaireCatalog questionnaires) {
    Set<String> asked = new HashSet<>();
    for (var questionnaire : questionnaires.questionnaires()) {
      questionnaire.checks().stream()
          .filter(rule -> rule.kind() == CheckRule.Kind.LARGE_CHANGE)
          .forEach(rule -> asked.add(rule.question()));
    }
    return verdict.answers().stream()
        .filter(answer -> answer.isReported() && asked.contains(answer.questionId()))
        .toList();
  }

  boolean has(String unit) {
    return byUnit.containsKey(unit);
  }

  List<Answer> of(String unit) {
    return byUnit.getOrDefault(unit, List.of());
  }
}
