package jp.renkei.warehouse.privacy;

/** Which first four digits and which lengths the card schemes use. */
final class CardSchemes {
  private CardSchemes() {}

  /** True when a scheme issues numbers of this length that begin with these four digits. */
  static boolean use(int firstFour, int length) {
    int firstThree = firstFour / 10;
    int firstTwo = firstFour / 100;
    if (firstFour / 1000 == 4) {
      return length == 13 || length == 16 || length == 19;
    }
    if (firstTwo == 34 || firstTwo == 37) {
      return length == 15;
    }
    if (within(firstTwo, 51, 55) || within(firstFour, 2221, 2720)) {
      return length == 16;
    }
    if (within(firstThree, 300, 305) || firstTwo == 36 || firstTwo == 38 || firstTwo == 39) {
      return length >= 14;
    }
    boolean isLong =
        within(firstFour, 3528, 3589)
            || firstFour == 6011
            || within(firstThree, 644, 649)
            || firstTwo == 65
            || firstTwo == 62;
    return isLong && length >= 16;
  }

  private static boolean within(int value, int lowest, int highest) {
    return value >= lowest && value <= highest;
  }
}
