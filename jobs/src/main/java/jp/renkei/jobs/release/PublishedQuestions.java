package jp.renkei.jobs.release;

import java.util.List;
import java.util.TreeSet;
import jp.renkei.surveys.Question;
import jp.renkei.surveys.Question.Publication;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.warehouse.release.Audience;

/** The questions whose single answers an audience may see, as every questionnaire says. */
final class PublishedQuestions {
  private static final QuestionnaireCatalog QUESTIONNAIRES = QuestionnaireCatalog.load();

  private PublishedQuestions() {}

  /** Ids; a question counts only if all versions of its questionnaires agree. */
  static List<String> of(Audience audience) {
    var published = new TreeSet<String>();
    var held = new TreeSet<String>();
    for (var questionnaire : QUESTIONNAIRES.questionnaires()) {
      for (var question : questionnaire.questions()) {
        (isPublished(question, audience) ? published : held).add(question.id());
      }
    }
    published.removeAll(held);
    return List.copyOf(published);
  }

  private static boolean isPublished(Question question, Audience audience) {
    return switch (audience) {
      case PUBLIC -> question.publication() == Publication.PUBLIC;
      case ISSUER_ASSOCIATION, AGENT_ASSOCIATION ->
          question.publication() == Publication.PUBLIC
              || question.publication() == Publication.ASSOCIATION;
      case SECRETARIAT -> question.publication() != Publication.NEVER;
    };
  }
}
