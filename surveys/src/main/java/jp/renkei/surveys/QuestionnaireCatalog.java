package jp.renkei.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.policy.PolicyRegister;

/** Every version of every questionnaire that ships with the product. */
public record QuestionnaireCatalog(List<Questionnaire> questionnaires) {
  private static final String OPTION_LISTS = "option-lists.yaml";

  public QuestionnaireCatalog {
    questionnaires = List.copyOf(questionnaires);
  }

  /**
   * Reads all from the class path ({@code definitions/questionnaires}).
   *
   * @throws DefinitionException when one of them cannot be used
   */
  public static QuestionnaireCatalog load() {
    return of(Definitions.read("definitions/questionnaires", ".yaml"), PolicyRegister.load());
  }

  static QuestionnaireCatalog of(SortedMap<String, String> files, PolicyRegister policy) {
    String lists = files.get(OPTION_LISTS);
    if (lists == null) {
      throw new DefinitionException("Cannot load questionnaires: option-lists.yaml is missing.");
    }
    var optionLists = OptionLists.read(OPTION_LISTS, lists, policy);
    var questionnaires = new ArrayList<Questionnaire>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      if (file.getKey().equals(OPTION_LISTS)) {
        continue;
      }
      var read = QuestionnaireFile.read(file.getKey(), file.getValue(), optionLists);
      if (!file.getKey().equals(read.id() + "-" + read.version() + ".yaml")) {
        throw new DefinitionException(
            file.getKey() + ": found " + read.idAndVersion() + ", expected its own name.");
      }
      questionnaires.add(read);
    }
    return new QuestionnaireCatalog(questionnaires);
  }

  public Optional<Questionnaire> questionnaire(String id, int version) {
    return questionnaires.stream()
        .filter(each -> each.id().equals(id) && each.version() == version)
        .findFirst();
  }

  public boolean knows(String id) {
    return questionnaires.stream().anyMatch(each -> each.id().equals(id));
  }

  /** The newest version of a questionnaire. */
  public Optional<Questionnaire> newest(String id) {
    return questionnaires.stream()
        .filter(each -> each.id().equals(id))
        .max((one, two) -> Integer.compare(one.version(), two.version()));
  }
}
