package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.surveys.Question.AskedBy;
import jp.renkei.surveys.Question.Publication;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.policy.GuidelinePart;
import jp.renkei.warehouse.policy.MessageItem;
import jp.renkei.warehouse.policy.PolicyCode;
import jp.renkei.warehouse.policy.PolicyRegister;
import org.junit.jupiter.api.Test;

class QuestionnaireCatalogTest {
  private final QuestionnaireCatalog catalog = QuestionnaireCatalog.load();
  private final Questionnaire issuer = catalog.questionnaire("issuer_survey", 1).orElseThrow();
  private final Questionnaire agent = catalog.questionnaire("agent_survey", 1).orElseThrow();

  private static List<String> ids(Questionnaire questionnaire, AskedBy askedBy) {
    return questionnaire.questions().stream()
        .filter(question -> question.askedBy() == askedBy)
        .map(Question::id)
        .toList();
  }

  private Stream<Question> all() {
    return Stream.concat(issuer.questions().stream(), agent.questions().stream());
  }

  @Test
  void asksEveryQuestionOfBothQuestionnaires() {
    assertThat(issuer.questions().stream().map(Question::id)).hasSize(59);
    assertThat(agent.questions().stream().map(Question::id)).hasSize(36);
  }

  @Test
  void asksPerProductLineAndPerCellWhereTheFormDoes() {
    assertThat(ids(issuer, AskedBy.PRODUCT_LINE))
        .containsExactly("A1_01", "A2_01", "A2_02", "A2_03", "A2_04", "A4_01", "A5_01", "A5_02");
    assertThat(ids(issuer, AskedBy.COUNTERPARTY))
        .containsExactly("A9_01", "A9_02", "A9_03", "A9_05");
    assertThat(ids(agent, AskedBy.PRODUCT_LINE)).isEmpty();
    assertThat(ids(agent, AskedBy.COUNTERPARTY))
        .containsExactly(
            "B3_01", "B3_02", "B3_03", "B3_04", "B3_05", "B3_06", "B3_07", "B3_08", "B3_09");
  }

  @Test
  void takesMessageItemsFromThePolicyRegister() {
    var codes = PolicyRegister.load().messageItems().stream().map(MessageItem::code).toList();
    assertThat(issuer.question("A5_01").orElseThrow().codes()).isEqualTo(codes);
    assertThat(agent.question("B3_07").orElseThrow().codes()).isEqualTo(codes);
    assertThat(agent.question("B10_01").orElseThrow().codes())
        .containsExactly(
            "STABILITY", "SPEED", "LOAD", "INQUIRIES", "FRAUD", "CONVENIENCE", "NONE", "OTHER");
  }

  @Test
  void takesFreeTextOnlyWhereTheFormOffersIt() {
    assertThat(all().filter(Question::takesFreeText).map(Question::id))
        .containsExactly(
            "A2_04", "A12_04", "A14_01", "A15_06", "B5_03", "B7_02", "B13_01", "B13_07");
  }

  @Test
  void neverPublishesContactsAndKeepsOpinionsAndCostsWithTheSecretariat() {
    assertThat(all().filter(q -> q.publication() == Publication.NEVER).map(Question::id))
        .containsExactly("A0_03");
    assertThat(
            all()
                .filter(
                    q -> q.id().matches("A2_04|A12_.*|A1[345]_.*|B5_03|B7_.*|B1[03]_.*|.16_.*")))
        .hasSize(30)
        .allMatch(question -> question.publication() == Publication.SECRETARIAT);
  }

  @Test
  void givesEveryNumberItsUnitAndPeriod() {
    assertThat(all().filter(Question::isNumber)).allMatch(question -> !question.unit().isEmpty());
    assertThat(all().filter(question -> question.type() == Question.Type.DECIMAL))
        .extracting(Question::id)
        .containsExactly("A10_02", "B8_01", "B8_02");
    assertThat(all().map(Question::label)).noneMatch(label -> label.contains("2025年"));
  }

  @Test
  void asksForEveryPartOfTheGuidelineThatNamesItsQuestions() {
    for (GuidelinePart part : PolicyRegister.load().guidelineParts()) {
      for (String id : part.questions()) {
        Question question = issuer.question(id).orElseThrow();
        boolean isCoded = question.type() == Question.Type.CHOICE && !part.answers().isEmpty();
        if (isCoded) {
          assertThat(part.answers().stream().map(PolicyCode::code).toList())
              .isEqualTo(question.codes());
        }
      }
    }
  }

  @Test
  void refusesAnUnknownOptionListAndACheckOfAnUnknownQuestion() {
    var files = new TreeMap<>(Definitions.read("definitions/questionnaires", ".yaml"));
    files.compute("agent_survey-1.yaml", (file, text) -> text.replace("services", "servces"));
    assertThatThrownBy(() -> QuestionnaireCatalog.of(files, PolicyRegister.load()))
        .hasMessageStartingWith(
            "agent_survey-1.yaml: sections[0]: questions[2]: found option list 'servces'");

    files.putAll(Definitions.read("definitions/questionnaires", ".yaml"));
    files.compute(
        "agent_survey-1.yaml",
        (file, text) -> text.replace("questions: [B5_02], other", "questions: [B5_99], other"));
    assertThatThrownBy(() -> QuestionnaireCatalog.of(files, PolicyRegister.load()))
        .hasMessageContaining("B5_99")
        .hasMessageEndingWith("names an unknown question.");
  }

  @Test
  void checksTheRoundFile() {
    assertThat(SampleRegister.ROUND.lastDay()).isEqualTo("2026-05-14");
    assertThat(SampleRegister.ROUND.version("agent_survey")).contains(1);
    assertThatThrownBy(
            () ->
                SurveyRound.parse(
                    "rounds/R.yaml", "round_id: R\nreference_dat: 2026-03-31\ndue_date: x"))
        .hasMessageStartingWith(
            "rounds/R.yaml: unknown key 'reference_dat', did you mean 'reference_date'?");
  }
}
