package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.renkei.warehouse.definition.DefinitionException;
import org.junit.jupiter.api.Test;

/** What a round file may say, and the words in which it is told what is wrong. */
class SurveyRoundTest {
  private static SurveyRound round(String referenceDate, String dueDate, String graceDays) {
    return SurveyRound.parse(
        "rounds/R1.yaml",
        """
        round_id: R1
        reference_date: %s
        due_date: %s
        grace_days: %s
        frame_id: F1
        questionnaires:
          - {id: issuer_survey, version: 1}
        """
            .formatted(referenceDate, dueDate, graceDays));
  }

  private static void refuses(
      String referenceDate, String dueDate, String graceDays, String message) {
    assertThatThrownBy(() -> round(referenceDate, dueDate, graceDays))
        .isInstanceOf(DefinitionException.class)
        .hasMessage("rounds/R1.yaml: " + message);
  }

  @Test
  void endsOnTheLastDayOfGrace() {
    assertThat(round("2026-03-31", "2026-04-30", "14").lastDay()).hasToString("2026-05-14");
    assertThat(round("2100-12-31", "2100-12-31", "366").lastDay()).hasToString("2102-01-01");
  }

  @Test
  void refusesDatesThatNoAnswerCouldHave() {
    refuses(
        "2206-03-31",
        "2206-04-30",
        "14",
        "'reference_date': found '2206-03-31', expected a date from 1990-01-01 to 2100-12-31.");
    refuses(
        "2026-03-31",
        "+999999999-12-31",
        "14",
        "'due_date': found '+999999999-12-31', expected a date from 1990-01-01 to 2100-12-31.");
  }

  @Test
  void refusesGraceOfMoreThanAYear() {
    refuses(
        "2026-03-31",
        "2026-04-30",
        "2147483647",
        "'grace_days': found '2147483647', expected a whole number from 0 to 366.");
  }

  @Test
  void namesTheIssuersThatAreCountedApart() {
    var chosen = withChosen("{label: 大手2社, issuers: [I1, I2]}").chosenIssuers().orElseThrow();
    assertThat(chosen.labelJa()).isEqualTo("大手2社");
    assertThat(chosen.issuers()).containsExactly("I1", "I2");
    assertThat(round("2026-03-31", "2026-04-30", "14").chosenIssuers()).isEmpty();
  }

  @Test
  void refusesAnIssuerThatIsChosenTwice() {
    assertThatThrownBy(() -> withChosen("{label: 大手2社, issuers: [I1, I1]}"))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(
            "Cannot use chosen issuers '大手2社': found [I1, I1], expected issuers, each once.");
  }

  private static SurveyRound withChosen(String chosen) {
    return SurveyRound.parse(
        "rounds/R1.yaml",
        """
        round_id: R1
        reference_date: 2026-03-31
        due_date: 2026-04-30
        frame_id: F1
        questionnaires:
          - {id: issuer_survey, version: 1}
        chosen_issuers: %s
        """
            .formatted(chosen));
  }
}
