package jp.renkei.webapi.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KpiValueCsvTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void textIsNoFormula(String text) {
    assertThat(KpiValueCsv.field(text)).isEqualTo("'" + text);
  }

  @Test
  void formulaWithCommaIsQuotedToo() {
    assertThat(KpiValueCsv.field("=HYPERLINK(\"x\",\"y\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  }

  @Test
  void numbersStayNumbers() {
    assertThat(KpiValueCsv.field(-10.5)).isEqualTo("-10.5");
    assertThat(KpiValueCsv.field(-10L)).isEqualTo("-10");
    assertThat(KpiValueCsv.field(null)).isEmpty();
  }
}
