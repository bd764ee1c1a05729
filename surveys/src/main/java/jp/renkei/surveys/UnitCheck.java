package jp.renkei.surveys;

import java.util.List;

/**
 * The verdict on one unit: everything that is wrong with it at once, and its canonical answers when
 * nothing but warnings was found. An error refuses the unit whole.
 *
 * @param answers in the order of the file; empty when refused
 */
public record UnitCheck(AnswerUnit unit, List<Problem> problems, List<Answer> answers) {

  public UnitCheck {
    problems = List.copyOf(problems);
    answers = List.copyOf(answers);
    if (Problem.anyError(problems) && !answers.isEmpty()) {
      throw new IllegalArgumentException("Cannot hand out answers of a refused unit.");
    }
  }

  /** Checks a unit by itself; what the respondent answered in other rounds plays no part. */
  public static UnitCheck of(AnswerUnit unit, QuestionnaireCatalog catalog, SurveyContext context) {
    return of(unit, catalog, context, List.of());
  }

  /**
   * Checks a unit, and compares it with the last round.
   *
   * @param lastAnswers of the same respondent to the same questionnaire, whatever its version, in
   *     the last round before; they add warnings ({@link CheckRule.Kind#LARGE_CHANGE}) and never
   *     refuse
   */
  public static UnitCheck of(
      AnswerUnit unit,
      QuestionnaireCatalog catalog,
      SurveyContext context,
      List<Answer> lastAnswers) {
    return new UnitChecking(unit, catalog, context, lastAnswers).verdict();
  }

  public boolean isAccepted() {
    return !Problem.anyError(problems);
  }
}
