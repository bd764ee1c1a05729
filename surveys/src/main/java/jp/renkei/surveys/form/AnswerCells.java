package jp.renkei.surveys.form;

import jp.renkei.surveys.CheckRule;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Questionnaire;

/** How the answers of one questionnaire look: who has to fill them in, and in what form. */
record AnswerCells(Questionnaire questionnaire) {
  private static final String FISCAL_YEAR = "fiscal_year";

  /** Green where the answer depends on another one, else cream. */
  Look look(Question question) {
    boolean isConditional = isConditional(question);
    return switch (question.type()) {
      case CHOICE, YES_NO -> isConditional ? Look.CHOICE_IF : Look.CHOICE_ANSWER;
      case MULTI -> isConditional ? Look.MARK_IF : Look.MARK_ANSWER;
      case INTEGER -> whole(question, isConditional);
      case DECIMAL -> isConditional ? Look.DECIMAL_IF : Look.DECIMAL_ANSWER;
      case DATE -> isConditional ? Look.DATE_IF : Look.DATE_ANSWER;
      case TEXT, URL -> isConditional ? Look.TEXT_IF : Look.TEXT_ANSWER;
    };
  }

  private static Look whole(Question question, boolean isConditional) {
    if (question.unit().equals(FISCAL_YEAR)) {
      return isConditional ? Look.YEAR_IF : Look.YEAR_ANSWER;
    }
    return isConditional ? Look.WHOLE_IF : Look.WHOLE_ANSWER;
  }

  private boolean isConditional(Question question) {
    return questionnaire.checks().stream()
        .filter(rule -> rule.question().equals(question.id()))
        .anyMatch(
            rule ->
                switch (rule.kind()) {
                  case REQUIRED_WHEN, REQUIRED_WHEN_POSITIVE, REPORTED_ONLY_WHEN -> true;
                  default -> false;
                });
  }

  /** Help and conditions, as the small print beneath a label; may be empty. */
  String smallPrint(Question question) {
    var text = new StringBuilder(question.help());
    for (CheckRule rule : questionnaire.checks()) {
      if (rule.question().equals(question.id())) {
        text.append(CheckSentences.hint(questionnaire, rule));
      }
    }
    if (question.maxChoices() > 0) {
      text.append(FormWords.ja("hint.most", question.maxChoices()));
    }
    return text.toString();
  }
}
