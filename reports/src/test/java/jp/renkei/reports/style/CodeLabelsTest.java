package jp.renkei.reports.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeLabelsTest {
  @Test
  void labelsCodesInBothLanguages() {
    assertThat(CodeLabels.japanese("contract_status", "WITHDRAWN")).isEqualTo("電代業者が取下げ");
    assertThat(CodeLabels.english("status", "PRELIMINARY")).isEqualTo("Preliminary");
    assertThat(CodeLabels.unitSuffix("pairs")).isEqualTo("組");
  }

  @Test
  void keepsTheOrderOfTheList() {
    assertThat(CodeLabels.codes("stage"))
        .startsWith("OUTCOME_INITIAL", "OUTCOME_INTERMEDIATE", "OUTCOME_LONG_TERM", "OUTPUT");
  }

  @Test
  void showsAnUnknownCodeAsItIsButRefusesAnUnknownList() {
    assertThat(CodeLabels.japanese("status", "NEW")).isEqualTo("NEW");
    assertThat(CodeLabels.sliceValue("measure", "K1")).isEqualTo("K1");
    assertThatThrownBy(() -> CodeLabels.japanese("statuus", "FINAL"))
        .hasMessageContaining("found list 'statuus'");
  }
}
