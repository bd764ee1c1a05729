package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.CheckRule;
import jp.renkei.surveys.QuestionnaireCatalog;

/**
 * The counts that respondents gave in the last round, by the unit that is compared with them: of
 * the newest accepted submission to the same questionnaire, whatever its version, in the newest
 * round before in which the respondent answered it.
 */
record LastRound(Map<String, List<Answer>> byUnit) implements Serializable {
  static final LastRound NONE = new LastRound(Map.of());

  static LastRound of(
      NewestUnits newest, Registers registers, QuestionnaireCatalog questionnaires) {
    var asked = comparedQuestions(questionnaires);
    var lastUnit = new HashMap<String, SurveyUnits.Verdict>();
    for (var unit : newest.all()) {
      var verdict = unit.verdict();
      var round = registers.round(verdict.roundId());
      round.ifPresent(
          answered ->
              registers.rounds().stream()
                  .filter(later -> later.referenceDate().isAfter(answered.referenceDate()))
                  .forEach(
                      later ->
                          lastUnit.merge(
                              SurveyUnits.unit(
                                  later.roundId(),
                                  verdict.questionnaireId(),
                                  verdict.respondentId()),
                              verdict,
                              (one, other) -> later(one, other, registers))));
    }
    var byUnit = new HashMap<String, List<Answer>>();
    lastUnit.forEach((unit, verdict) -> byUnit.put(unit, compared(verdict, asked)));
    return new LastRound(byUnit);
  }

  private static SurveyUnits.Verdict later(
      SurveyUnits.Verdict one, SurveyUnits.Verdict other, Registers registers) {
    var date = registers.round(one.roundId()).orElseThrow().referenceDate();
    var otherDate = registers.round(other.roundId()).orElseThrow().referenceDate();
    return date.isAfter(otherDate) ? one : other;
  }

  private static Set<String> comparedQuestions(QuestionnaireCatalog questionnaires) {
    return questionnaires.questionnaires().stream()
        .flatMap(questionnaire -> questionnaire.checks().stream())
        .filter(rule -> rule.kind() == CheckRule.Kind.LARGE_CHANGE)
        .map(CheckRule::question)
        .collect(Collectors.toSet());
  }

  /** Only what a check compares, since every task of a run gets it. */
  private static List<Answer> compared(SurveyUnits.Verdict verdict, Set<String> asked) {
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
