package jp.renkei.surveys.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.AnswerRow;
import jp.renkei.surveys.AnswerUnit;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SurveyContext;
import jp.renkei.surveys.SurveyRound;
import jp.renkei.surveys.UnitCheck;

/** What a unit says once it is checked, to compare one way of handing it in with another. */
final class CheckedForm {
  private CheckedForm() {}

  /** The answers of a unit by question and row, as value, state and words. */
  static Map<String, String> answers(AnswerUnit unit, FormRequest request) {
    var check = check(unit, request);
    if (!check.isAccepted()) {
      throw new IllegalArgumentException(
          check.problems().stream().filter(Problem::isError).findFirst().orElseThrow().japanese());
    }
    var answers = new TreeMap<String, String>();
    for (Answer answer : check.answers()) {
      answers.put(
          answer.questionId() + " " + RowKey.of(answer).text(),
          answer.valueState() + " " + answer.value() + " / " + answer.freeText());
    }
    return answers;
  }

  /** What is wrong with a unit, row by row. */
  static List<Problem> problems(AnswerUnit unit, FormRequest request) {
    return check(unit, request).problems();
  }

  /** The same with the checks across questions. */
  static List<Problem> contradictions(AnswerUnit unit, FormRequest request) {
    return check(unit, request, request.questionnaire()).problems();
  }

  private static UnitCheck check(AnswerUnit unit, FormRequest request) {
    return check(unit, request, RandomAnswers.withoutContradictions(request.questionnaire()));
  }

  private static UnitCheck check(
      AnswerUnit unit, FormRequest request, Questionnaire questionnaire) {
    var catalog = new QuestionnaireCatalog(List.of(questionnaire));
    var round =
        new SurveyRound(
            "R2026-03",
            SampleRequests.ROUND.referenceDate(),
            SampleRequests.ROUND.dueDate(),
            0,
            "FRAME1",
            List.of(
                new SurveyRound.Asked(
                    request.questionnaire().id(), request.questionnaire().version())));
    return UnitCheck.of(unit, catalog, with(round));
  }

  static AnswerUnit unit(FormRequest request, List<AnswerRow> rows) {
    return new AnswerUnit(
        "answers.csv",
        "R2026-03",
        request.questionnaire().id(),
        request.respondent().id(),
        rows,
        List.of(),
        List.of());
  }

  /** A register that knows everybody, so that the form alone decides. */
  private static SurveyContext with(SurveyRound round) {
    return new SurveyContext() {
      @Override
      public Optional<SurveyRound> round(String roundId) {
        return Optional.of(round);
      }

      @Override
      public boolean isIssuer(String issuerId, LocalDate on) {
        return true;
      }

      @Override
      public boolean isAgent(String agentId, LocalDate on) {
        return true;
      }

      @Override
      public boolean isProductLine(String productLineId, String issuerId, LocalDate on) {
        return true;
      }
    };
  }
}
