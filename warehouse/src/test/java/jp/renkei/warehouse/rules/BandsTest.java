package jp.renkei.warehouse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.OptionalLong;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.rules.Bands.Band;
import org.junit.jupiter.api.Test;

/** Bands without a gap. */
class BandsTest {
  @Test
  void beginOneAboveTheBandBefore() {
    assertThat(Bands.ofSize().bands())
        .extracting(Band::code, Band::lowest, Band::highest)
        .containsExactly(
            tuple("UNDER_100K", 0L, OptionalLong.of(99_999)),
            tuple("TO_1M", 100_000L, OptionalLong.of(1_000_000)),
            tuple("TO_10M", 1_000_001L, OptionalLong.of(10_000_000)),
            tuple("OVER_10M", 10_000_001L, OptionalLong.empty()));
  }

  @Test
  void ofCostHaveNoUpperEndOnlyAtTheTop() {
    var bands = Bands.ofCost().bands();
    assertThat(bands.get(0).highest()).hasValue(0);
    assertThat(bands.get(bands.size() - 1).lowest()).isEqualTo(100_000_000);
    assertThat(bands.get(bands.size() - 1).highest()).isEmpty();
  }

  @Test
  void areRefusedWhereOneSwallowsTheNext() {
    assertThatThrownBy(
            () ->
                Bands.parse(
                    "b.yaml",
                    """
                    rules: b
                    version: 1
                    bands:
                      - {code: A, highest: 10, ja: a, en: a}
                      - {code: B, highest: 5, ja: b, en: b}
                      - {code: C, ja: c, en: c}
                    """))
        .isInstanceOf(DefinitionException.class)
        .hasMessage("Cannot use band B: it runs from 11 to 5.");
  }

  @Test
  void areRefusedWithoutAnEndInTheMiddle() {
    assertThatThrownBy(
            () ->
                Bands.parse(
                    "b.yaml",
                    """
                    rules: b
                    version: 1
                    bands:
                      - {code: A, ja: a, en: a}
                      - {code: B, ja: b, en: b}
                    """))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("A has no 'highest'");
  }
}
