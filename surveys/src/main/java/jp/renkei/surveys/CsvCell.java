package jp.renkei.surveys;

import java.math.BigDecimal;

/** A cell of a CSV file that people open with a spreadsheet. */
public final class CsvCell {
  private CsvCell() {}

  /**
   * Null is empty; a number has neither exponent nor trailing zeros. Anything else is text: quoted
   * where it must be, and led by an apostrophe where a spreadsheet would run it as a formula.
   */
  public static String of(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof Number number ? plain(number) : text(value.toString());
  }

  private static String plain(Number number) {
    var exact = new BigDecimal(number.toString());
    return exact.stripTrailingZeros().toPlainString();
  }

  private static String text(String text) {
    String safe = text.matches("(?s)[=+\\-@＝＋－＠\\t\\r\\n].*") ? "'" + text : text;
    return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
