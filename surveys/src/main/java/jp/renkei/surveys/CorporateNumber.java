package jp.renkei.surveys;

/**
 * 法人番号: a check digit from 1 to 9, then twelve digits. Source: the order of the Ministry of Finance
 * on the designation of corporate numbers (weights 1 and 2 from the right, 9 less the rest by 9).
 */
public final class CorporateNumber {
  private static final int LENGTH = 13;

  private CorporateNumber() {}

  /** True for 13 ASCII digits of which the first is the right check digit. */
  public static boolean isValid(String text) {
    return isThirteenDigits(text) && text.charAt(0) - '0' == checkDigit(text.substring(1));
  }

  static boolean isThirteenDigits(String text) {
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
