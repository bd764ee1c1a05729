package jp.renkei.jobs.sample;

/**
 * Corporate numbers (法人番号) of 13 digits whose check digit is right and whose next four digits,
 * 9999, are no registry office's code, so that they are nobody's.
 */
final class CorporateNumbers {
  private static final String NOBODYS_OFFICE = "9999";
  private static final long STEP = 37;

  private CorporateNumbers() {}

  /** A different number for every place from 0. */
  static String at(int place) {
    // Nearly one in ten would pass the card companies' test too and be masked as a card number.
    for (long serial = 1 + place * STEP; serial < 1 + (place + 1) * STEP; serial++) {
      String number = withCheckDigit("%s%08d".formatted(NOBODYS_OFFICE, serial));
      if (!passesLuhn(number)) {
        return number;
      }
    }
    throw new IllegalStateException("Cannot find a corporate number for place " + place);
  }

  /**
   * The check digit leads: 9 less the remainder by 9 of the digits weighted 1, 2, 1, 2 from the
   * right.
   */
  static String withCheckDigit(String twelveDigits) {
    int sum = 0;
    for (int fromRight = 1; fromRight <= 12; fromRight++) {
      int digit = twelveDigits.charAt(12 - fromRight) - '0';
      sum += digit * (fromRight % 2 == 1 ? 1 : 2);
    }
    return (9 - sum % 9) + twelveDigits;
  }

  static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int fromRight = 1; fromRight <= digits.length(); fromRight++) {
      int digit = digits.charAt(digits.length() - fromRight) - '0';
      int doubled = fromRight % 2 == 0 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }
}
