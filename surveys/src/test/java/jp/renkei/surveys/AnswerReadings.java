package jp.renkei.surveys;

import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.AnswerValue.Read;
import jp.renkei.surveys.AnswerValue.Reading;
import jp.renkei.surveys.AnswerValue.Refused;

/** Reads single answers, and says in few words what became of them. */
final class AnswerReadings {
  static final QuestionnaireCatalog CATALOG = QuestionnaireCatalog.load();

  private AnswerReadings() {}

  static Question question(String id) {
    String questionnaire = id.startsWith("A") ? "issuer_survey" : "agent_survey";
    return CATALOG.questionnaire(questionnaire, 1).orElseThrow().question(id).orElseThrow();
  }

  static Reading form(String question, String raw) {
    return AnswerValue.of(question(question), raw, Notation.FORM);
  }

  static Reading csv(String question, String raw) {
    return AnswerValue.of(question(question), raw, Notation.CSV);
  }

  /** {@code value}, {@code value NOTICE}, {@code value WARNING} or the reason of a refusal. */
  static String told(Reading reading) {
    if (reading instanceof Refused refused) {
      return refused.reason().name();
    }
    var read = (Read) reading;
    return read.value() + read.remark().map(remark -> " " + remark.severity()).orElse("");
  }

  static String japanese(Reading reading) {
    var refused = (Refused) reading;
    return refused.expected().ja() + "としてください。" + refused.remedy().ja();
  }
}
