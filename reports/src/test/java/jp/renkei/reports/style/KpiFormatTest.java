package jp.renkei.reports.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.junit.jupiter.api.Test;

class KpiFormatTest {
  @Test
  void writesValuesWithTheirUnit() {
    assertThat(KpiFormat.text(0.123, "ratio")).isEqualTo("12.3%");
    assertThat(KpiFormat.text(0.0005, "ratio")).isEqualTo("0.1%");
    assertThat(KpiFormat.text(1234, "issuers")).isEqualTo("1,234社");
    assertThat(KpiFormat.text(45, "days")).isEqualTo("45日");
    assertThat(KpiFormat.text(45.5, "days")).isEqualTo("45.5日");
    assertThat(KpiFormat.text(1234, "ms")).isEqualTo("1,234 ms");
  }

  @Test
  void signsADifference() {
    assertThat(List.of("3社", "0.05%", "-2社", "0社", "0.0%", "0", "－"))
        .extracting(KpiFormat::signed)
        .containsExactly("+3社", "+0.05%", "-2社", "0社", "0.0%", "0", "－");
  }

  @Test
  void roundsTheDecimalValueHalfUp() {
    // As a double, 0.2875 times 100 is 28.749999999999996.
    assertThat(KpiFormat.text(23 / 80.0, "ratio")).isEqualTo("28.8%");
    assertThat(KpiFormat.text(0.2865, "ratio")).isEqualTo("28.7%");
  }

  @Test
  void neverRoundsToAllOrNothing() {
    assertThat(KpiFormat.text(0.9997, "ratio")).isEqualTo("99.97%");
    assertThat(KpiFormat.text(0.0003, "ratio")).isEqualTo("0.03%");
    assertThat(KpiFormat.text(1, "ratio")).isEqualTo("100.0%");
    assertThat(KpiFormat.text(0, "ratio")).isEqualTo("0.0%");
  }

  @Test
  void showsADashForNoValueAndNeverZero() {
    assertThat(KpiFormat.text(OptionalDouble.empty(), "ratio")).isEqualTo("－");
    assertThatThrownBy(() -> KpiFormat.text(Double.NaN, "ratio"))
        .hasMessageContaining("Cannot format value");
  }

  @Property
  void showsTheSameInACellAsInAText(@ForAll @DoubleRange(max = 1) double value) {
    var cell =
        new DataFormatter(java.util.Locale.ROOT)
            .formatRawCellContents(value, 0, KpiFormat.cellFormat(value, "ratio"));
    assertThat(Double.parseDouble(cell.replace("%", "")))
        .isCloseTo(
            Double.parseDouble(KpiFormat.text(value, "ratio").replace("%", "")),
            org.assertj.core.api.Assertions.within(0.1000001));
  }
}
