package jp.renkei.warehouse.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The one division. */
class DivisionTest {
  @Test
  void dividesWholeNumbersExactly() {
    assertThat(Division.of(1, 4)).hasValue(0.25);
    assertThat(Division.of(0, 4)).hasValue(0.0);
    assertThat(Division.of(1, 3)).hasValue(1.0 / 3.0);
  }

  @Test
  void isEmptyWithoutADenominator() {
    assertThat(Division.of(0, 0)).isEmpty();
    assertThat(Division.of(5, 0)).isEmpty();
  }
}
