package jp.renkei.surveys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A respondent's answers of the last round, found by this round's questions: a question that was
 * renamed since then finds the answer under its former id.
 */
public final class LastAnswers {
  private final Map<AnswerKey, Answer> answers = new HashMap<>();

  public LastAnswers(List<Answer> answers) {
    answers.forEach(answer -> this.answers.put(answer.key(), answer));
  }

  /** The answer for the same product line or cell; texts are empty where they do not apply. */
  public Optional<Answer> of(
      Question question, String productLineId, String segment, String counterpartyId) {
    var cell = new AnswerKey.Cell(productLineId, segment, counterpartyId);
    return Optional.ofNullable(answers.get(new AnswerKey(question.id(), cell)))
        .or(() -> Optional.ofNullable(answers.get(new AnswerKey(question.formerly(), cell))));
  }

  public boolean isEmpty() {
    return answers.isEmpty();
  }
}
