package jp.renkei.webapi.landing;

import java.util.Optional;
import jp.renkei.warehouse.privacy.CardNumbers;

/** What people type into a field of several words. */
public final class FreeText {
  private FreeText() {}

  /**
   * With the line breaks that were typed, at most one blank line between two others; otherwise as
   * {@link #of} has it.
   */
  public static String ofLines(String typed, int longest) {
    String breaks = Optional.ofNullable(typed).orElse("").replaceAll("\\R", "\n");
    return cut(
        breaks
            .replaceAll("[\\p{Cntrl}&&[^\n]]+", " ")
            .replaceAll("[ \u3000]*\n", "\n")
            .replaceAll("\n{3,}", "\n\n")
            .strip(),
        longest);
  }

  /**
   * On one line, without control characters, with card numbers masked, cut to a number of them.
   *
   * @param typed null where the form had no such field
   */
  public static String of(String typed, int longest) {
    return cut(
        Optional.ofNullable(typed)
            .orElse("")
            .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
            .strip(),
        longest);
  }

  private static String cut(String text, int longest) {
    int characters = text.codePointCount(0, text.length());
    return CardNumbers.mask(
        characters <= longest
            ? text
            : text.substring(0, text.offsetByCodePoints(0, longest)).strip());
  }
}
