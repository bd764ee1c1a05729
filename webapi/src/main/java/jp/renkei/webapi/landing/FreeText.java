package jp.renkei.webapi.landing;

import java.util.Optional;
import jp.renkei.warehouse.privacy.CardNumbers;

/** What people type into a field of several words. */
public final class FreeText {
  private FreeText() {}

  /**
   * On one line, without control characters, with card numbers masked, cut to a number of them.
   *
   * @param typed null where the form had no such field
   */
  public static String of(String typed, int longest) {
    String text =
        Optional.ofNullable(typed)
            .orElse("")
            .replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ")
            .strip();
    int characters = text.codePointCount(0, text.length());
    return CardNumbers.mask(
        characters <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest)));
  }
}
