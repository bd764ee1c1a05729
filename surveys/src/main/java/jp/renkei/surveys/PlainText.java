package jp.renkei.surveys;

import java.text.Normalizer;
import java.util.OptionalInt;

/** Text as people type it, brought to the form that is looked up. */
final class PlainText {
  private static final int LONGEST_TYPED = 40;

  private PlainText() {}

  /**
   * Full-width digits, letters and signs as their ASCII ones, without blanks around. What is too
   * long to be a number, date or code stays as it is.
   */
  static String of(String raw) {
    return raw.length() > LONGEST_TYPED
        ? raw
        : Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
  }

  /** Whether it is longer than any number, date or code. */
  static boolean isTooLong(String raw) {
    return raw.length() > LONGEST_TYPED;
  }

  /** Where the first character stands that no workbook can hold. */
  static OptionalInt firstUnwritable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (isPair) {
        i++;
        continue;
      }
      boolean isControl = c < ' ' && c != '\t' && c != '\n' && c != '\r';
      if (isControl || Character.isSurrogate(c) || c >= '\uFFFE') {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
