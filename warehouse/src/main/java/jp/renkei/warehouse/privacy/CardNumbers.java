package jp.renkei.warehouse.privacy;

import java.util.function.IntBinaryOperator;

/**
 * Finds card numbers in text: whole groups of digits, 13 to 19 of them in all, with up to three
 * blanks or hyphens between groups, a scheme's prefix, a length that scheme uses, and a right Luhn
 * digit. Full-width digits, blanks and hyphens count too. Typed fields (法人番号, counts, dates) are
 * not text and are not to be passed in.
 *
 * <p>One scan without regular expressions: it runs over every text of every log line.
 */
public final class CardNumbers {
  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;
  private static final int WIDEST_GAP = 3;
  private static final int KEPT_DIGITS = 4;

  private CardNumbers() {}

  /** True when the text holds at least one card number. */
  public static boolean found(CharSequence text) {
    return scan(text, (start, end) -> -1) >= 0;
  }

  /**
   * The text with every digit of a card number but its last four replaced by an asterisk. A text
   * without a card number comes back as it is, and {@code found(mask(text))} is always false.
   */
  public static String mask(String text) {
    if (!found(text)) {
      return text;
    }
    char[] masked = text.toCharArray();
    scan(text, (start, end) -> hide(masked, start, end));
    return new String(masked);
  }

  /**
   * Hides the digits from start to end but the last four; gives the place of the first kept one.
   */
  private static int hide(char[] text, int start, int end) {
    int kept = 0;
    int place = end;
    int firstKept = end;
    while (place > start) {
      place--;
      if (digit(text[place]) < 0) {
        continue;
      }
      if (kept < KEPT_DIGITS) {
        kept++;
        firstKept = place;
      } else {
        text[place] = '*';
      }
    }
    return firstKept;
  }

  /**
   * Walks over the runs of digits and gaps.
   *
   * @param onNumber told where a card number starts and ends; answers where to go on, or less than
   *     0 to stop there
   * @return the place of the number at which it stopped, else -1
   */
  private static int scan(CharSequence text, IntBinaryOperator onNumber) {
    int length = text.length();
    int runStart = -1;
    int digits = 0;
    int gap = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (digit(c) >= 0) {
        if (runStart < 0) {
          runStart = i;
        }
        digits++;
        gap = 0;
      } else if (runStart >= 0 && !(isGap(c) && ++gap <= WIDEST_GAP)) {
        if (digits >= SHORTEST) {
          int stopped = scanRun(text, runStart, i, onNumber);
          if (stopped >= 0) {
            return stopped;
          }
        }
        runStart = -1;
        digits = 0;
        gap = 0;
      }
    }
    return digits >= SHORTEST ? scanRun(text, runStart, length, onNumber) : -1;
  }

  private static int scanRun(
      CharSequence text, int runStart, int runEnd, IntBinaryOperator onNumber) {
    int start = runStart;
    while (start < runEnd) {
      int end = longestNumberAt(text, start, runEnd);
      if (end >= 0) {
        int next = onNumber.applyAsInt(start, end);
        if (next < 0) {
          return start;
        }
        // The kept digits begin a group of their own, which may open another number.
        start = next;
      } else {
        start = nextGroup(text, start, runEnd);
      }
    }
    return -1;
  }

  private static int nextGroup(CharSequence text, int from, int runEnd) {
    int i = from;
    while (i < runEnd && digit(text.charAt(i)) >= 0) {
      i++;
    }
    while (i < runEnd && digit(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** The end of the longest card number made of whole groups from {@code start}, or -1. */
  private static int longestNumberAt(CharSequence text, int start, int runEnd) {
    int longest = -1;
    int digits = 0;
    int prefix = 0;
    // Luhn doubles every second digit counted from the right, so both parities are carried along.
    int sumDoublingLast = 0;
    int sumKeepingLast = 0;
    for (int i = start; i < runEnd; i++) {
      int digit = digit(text.charAt(i));
      if (digit < 0) {
        continue;
      }
      if (++digits > LONGEST) {
        break;
      }
      if (digits <= 4) {
        prefix = prefix * 10 + digit;
      }
      int doubled = digit < 5 ? 2 * digit : 2 * digit - 9;
      int keeping = sumDoublingLast + digit;
      sumDoublingLast = sumKeepingLast + doubled;
      sumKeepingLast = keeping;
      if (digits >= SHORTEST
          && (i + 1 == runEnd || digit(text.charAt(i + 1)) < 0)
          && sumKeepingLast % 10 == 0
          && CardSchemes.use(prefix, digits)) {
        longest = i + 1;
      }
    }
    return longest;
  }

  private static int digit(char c) {
    if (c <= '9') {
      return c >= '0' ? c - '0' : -1;
    }
    return c >= '０' && c <= '９' ? c - '０' : -1;
  }

  private static boolean isGap(char c) {
    return c == ' '
        || c == '-'
        || c == '\t'
        || c == '\u00a0'
        || c == '\u3000'
        || c == '\u2212'
        || c == '\uff0d'
        || (c >= '\u2010' && c <= '\u2015')
        || (c >= '\u2000' && c <= '\u200b');
  }
}
