package jp.renkei.jobs.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.jobs.silver.SenderProblems;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.ValueState;

/**
 * Whether a unit says anything, and whether it leaves blank what the respondent had answered: no
 * question has to be answered, but a blank form is rarely meant.
 */
record FilledAnswers(QuestionnaireCatalog catalog) {
  /**
   * What is missing.
   *
   * @param earlier the accepted answers of the same round that would be replaced
   */
  List<Problem> missing(String file, LandedUnit unit, Optional<List<Answer>> earlier) {
    boolean isBlank =
        unit.answers().stream()
            .allMatch(
                answer -> answer.valueState() == ValueState.NOT_ANSWERED || isPrefilled(answer));
    if (isBlank) {
      return List.of(SenderProblems.nothingAnswered(file));
    }
    var stated =
        unit.answers().stream()
            .filter(answer -> answer.valueState() != ValueState.NOT_ANSWERED)
            .map(FilledAnswers::key)
            .collect(Collectors.toSet());
    var before = earlier.orElseGet(List::of).stream().filter(Answer::isReported).toList();
    long blank = before.stream().filter(answer -> !isIn(stated, answer)).count();
    return blank == 0 ? List.of() : List.of(SenderProblems.leavesOut(file, blank, before.size()));
  }

  private static boolean isIn(Set<List<String>> stated, Answer answer) {
    return stated.contains(key(answer));
  }

  private static List<String> key(Answer answer) {
    return List.of(
        answer.questionId(), answer.productLineId(), answer.segment(), answer.counterpartyId());
  }

  /** Stands in the form as it is handed out. */
  private boolean isPrefilled(Answer answer) {
    return catalog
        .questionnaire(answer.questionnaireId(), answer.questionnaireVersion())
        .flatMap(questionnaire -> questionnaire.question(answer.questionId()))
        .filter(
            question ->
                question.isIdentity() || question.format() == Question.Format.CORPORATE_NUMBER)
        .isPresent();
  }
}
