package jp.renkei.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CorporateNumberTest {
  @Test
  void takesTheNumberOfTheNationalTaxAgency() {
    assertThat(CorporateNumber.isValid("7000012050002")).isTrue();
  }

  @Test
  void refusesAWrongCheckDigitAndSwappedDigits() {
    assertThat(CorporateNumber.isValid("6000012050002")).isFalse();
    assertThat(CorporateNumber.isValid("7000021050002")).isFalse();
  }

  @Test
  void refusesWhatIsNotThirteenDigits() {
    assertThat(CorporateNumber.isValid("700001205000")).isFalse();
    assertThat(CorporateNumber.isValid("T000012050002")).isFalse();
    assertThat(CorporateNumber.isValid("")).isFalse();
  }
}
