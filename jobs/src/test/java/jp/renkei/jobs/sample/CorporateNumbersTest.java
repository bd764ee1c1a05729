package jp.renkei.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorporateNumbersTest {

  /** The number of the 国税庁 itself, which publishes the rule. */
  @Test
  void agreesWithThePublishedExample() {
    assertThat(CorporateNumbers.withCheckDigit("000012050002")).isEqualTo("7000012050002");
  }

  @Test
  void givesDifferentNumbersThatAreNobodysAndNoCards() {
    Set<String> numbers = new HashSet<>();
    for (int place = 0; place < 2_000; place++) {
      String number = CorporateNumbers.at(place);
      numbers.add(number);
      assertThat(number).matches("[1-9]9999\\d{8}");
      assertThat(number).isEqualTo(CorporateNumbers.withCheckDigit(number.substring(1)));
      assertThat(CorporateNumbers.passesLuhn(number)).isFalse();
    }
    assertThat(numbers).hasSize(2_000);
  }

  @Test
  void knowsTheTestCardNumberFromOneThatIsNone() {
    assertThat(CorporateNumbers.passesLuhn("4111111111111111")).isTrue();
    assertThat(CorporateNumbers.passesLuhn("4111111111111112")).isFalse();
  }
}
