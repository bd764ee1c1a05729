package jp.renkei.surveys;

import java.util.Optional;

/**
 * 法人番号: a check digit from 1 to 9, then twelve digits. Source: the order of the Ministry of Finance
 * on the designation of corporate numbers (weights 1 and 2 from the right, 9 less the rest by 9).
 */
public final class CorporateNumber {
  private static final int LENGTH = 13;

  private CorporateNumber() {}

  /** Why a text is none; empty for a valid one. */
  public record Fault(Problem.Reason reason, BilingualText expected, BilingualText remedy) {}

  /** What is wrong with a text that should be a 法人番号. */
  public static Optional<Fault> fault(String text) {
    if (isValid(text)) {
      return Optional.empty();
    }
    return Optional.of(
        isThirteenDigits(text)
            ? fault(Problem.Reason.WRONG_CHECK_DIGIT, "expected.check_digit")
            : fault(Problem.Reason.WRONG_TYPE, "expected.corporate_number"));
  }

  private static Fault fault(Problem.Reason reason, String expected) {
    return new Fault(reason, Complaints.text(expected), Complaints.text("remedy.corporate_number"));
  }

  /** True for 13 ASCII digits of which the first is the right check digit. */
  public static boolean isValid(String text) {
    return isThirteenDigits(text) && text.charAt(0) - '0' == checkDigit(text.substring(1));
  }

  private static boolean isThirteenDigits(String text) {
    return text.length() == LENGTH && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The check digit of the twelve digits that follow it. */
  static int checkDigit(String twelveDigits) {
    int sum = 0;
    for (int fromRight = 1; fromRight < LENGTH; fromRight++) {
      int digit = twelveDigits.charAt(LENGTH - 1 - fromRight) - '0';
      sum += digit * (fromRight % 2 == 1 ? 1 : 2);
    }
    return 9 - sum % 9;
  }
}
