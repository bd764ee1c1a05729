package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1"})
  void textIsNoFormula(String text) {
    assertThat(CsvCell.of(text)).isEqualTo("'" + text);
  }

  @Test
  void formulaWithCommaIsQuotedToo() {
    assertThat(CsvCell.of("=HYPERLINK(\"x\",\"y\")"))
        .isEqualTo("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
  }

  @Test
  void numbersStayNumbers() {
    assertThat(CsvCell.of(-10.5)).isEqualTo("-10.5");
    assertThat(CsvCell.of(-10L)).isEqualTo("-10");
    assertThat(CsvCell.of(1.0E7)).isEqualTo("10000000");
    assertThat(CsvCell.of(new BigDecimal("-0.250"))).isEqualTo("-0.25");
    assertThat(CsvCell.of(null)).isEmpty();
  }
}
