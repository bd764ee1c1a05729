package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.TreeMap;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.policy.PolicyRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedFiscalYearTest {
  private final Questionnaire issuer =
      QuestionnaireCatalog.load().questionnaire("issuer_survey", 1).orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "2026-03-31, 2025",
    "2026-03-30, 2024",
    "2026-04-01, 2025",
    "2025-12-31, 2024",
    "2025-09-30, 2024",
    "2025-03-31, 2024",
    "2026-01-31, 2024"
  })
  void isTheLastOneThatEndedOnOrBeforeTheReferenceDate(LocalDate reference, int year) {
    assertThat(AskedFiscalYear.on(reference).year()).isEqualTo(year);
  }

  @Test
  void standsInFullInTheLabelsOfARound() {
    var asked = issuer.askedOn(LocalDate.of(2025, 9, 30));
    assertThat(asked.question("A8_01").orElseThrow().label())
        .isEqualTo("接続申入れの受付件数（2024年度（2024年4月1日～2025年3月31日）中）");
    assertThat(asked.askedOn(LocalDate.of(2025, 9, 30))).isEqualTo(asked);
    assertThat(asked.question("A1_02")).isEqualTo(issuer.question("A1_02"));
  }

  @Test
  void isSaidInWordsWhereNoRoundAsks() {
    assertThat(issuer.question("A8_01").orElseThrow().label())
        .isEqualTo("接続申入れの受付件数（基準日までに終わった直近の年度中）");
    assertThat(QuestionnaireCatalog.load().questionnaires())
        .flatExtracting(Questionnaire::questions)
        .noneMatch(question -> (question.label() + question.help()).matches(".*[{}].*"));
  }

  @Test
  void refusesAPlaceholderThatNothingFillsIn() {
    var files = new TreeMap<>(Definitions.read("definitions/questionnaires", ".yaml"));
    files.compute(
        "agent_survey-1.yaml", (file, text) -> text.replace("{fiscal_year}", "{fiscal_yaer}"));
    assertThatThrownBy(() -> QuestionnaireCatalog.of(files, PolicyRegister.load()))
        .hasMessageStartingWith("Cannot define question B5_01: found '接続申入れ件数（{fiscal_yaer}中）'");
  }
}
