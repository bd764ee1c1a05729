package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.policy.PolicyRegister;
import org.junit.jupiter.api.Test;

class QuestionnaireVersionsTest {
  private final QuestionnaireCatalog catalog = QuestionnaireCatalog.load();
  private final Questionnaire one = catalog.questionnaire("agent_survey", 1).orElseThrow();
  private final Questionnaire two = catalog.questionnaire("agent_survey", 2).orElseThrow();

  private static List<String> ids(Questionnaire questionnaire) {
    return questionnaire.questions().stream().map(Question::id).toList();
  }

  private static Answer answer(String questionId, String value) {
    return new Answer(
        "agent_survey",
        1,
        "R2025-09",
        "AGT001",
        OffsetDateTime.parse("2025-10-20T10:00:00+09:00"),
        "",
        "",
        "",
        questionId,
        value,
        ValueState.REPORTED,
        "",
        Place.WHOLE_FILE);
  }

  @Test
  void liveSideBySideWithOneQuestionRenamedOneRemovedAndOneNew() {
    assertThat(catalog.newest("agent_survey")).contains(two);
    assertThat(ids(one)).contains("B6_02", "B8_03").doesNotContain("B6_03", "B8_04");
    assertThat(ids(two)).contains("B6_03", "B8_04").doesNotContain("B6_02", "B8_03");
    assertThat(ids(two)).hasSameSizeAs(ids(one));
    assertThat(two.question("B8_04").orElseThrow().formerly()).isEqualTo("B8_03");
  }

  @Test
  void carryTheLastAnswerOverToTheRenamedQuestion() {
    var last = new LastAnswers(List.of(answer("B8_03", "4"), answer("B1_01", "10")));
    assertThat(last.of(two.question("B8_04").orElseThrow(), "", "", "").orElseThrow().value())
        .isEqualTo("4");
    assertThat(last.of(two.question("B1_01").orElseThrow(), "", "", "").orElseThrow().value())
        .isEqualTo("10");
    assertThat(last.of(two.question("B6_03").orElseThrow(), "", "", "")).isEmpty();
    assertThat(last.of(one.question("B8_03").orElseThrow(), "PL001", "", "")).isEmpty();
  }

  @Test
  void areEachCheckedAgainstTheirOwnQuestions() {
    var asRoundSays = new SampleRegister();
    assertThat(UnitCheck.of(AnswerCsv.agent(",,,B8_03,1,,"), catalog, asRoundSays).isAccepted())
        .isTrue();
    assertThat(UnitCheck.of(AnswerCsv.agent(",,,B8_04,1,,"), catalog, asRoundSays).problems())
        .extracting(Problem::reason)
        .containsExactly(Problem.Reason.UNKNOWN_ID);
  }

  @Test
  void refuseAFormerIdThatIsStillAsked() {
    var files = new TreeMap<>(Definitions.read("definitions/questionnaires", ".yaml"));
    files.compute(
        "agent_survey-2.yaml", (file, text) -> text.replace("formerly: B8_03", "formerly: B8_02"));
    assertThatThrownBy(() -> QuestionnaireCatalog.of(files, PolicyRegister.load()))
        .hasMessage(
            "Cannot use questionnaire agent_survey version 2: B8_02 is both asked and formerly"
                + " asked.");
  }

  @Test
  void offerWordsWhereAFreeTextOrAReasonBelongs() {
    assertThat(one.takesWords(one.question("B7_02").orElseThrow())).isTrue();
    assertThat(one.takesWords(one.question("B3_02").orElseThrow())).isTrue();
    assertThat(one.takesWords(one.question("B3_04").orElseThrow())).isFalse();
  }
}
