package jp.renkei.reports.style;

/** A cell of a CSV file that people open with a spreadsheet. */
public final class CsvCell {
  private CsvCell() {}

  /**
   * Quoted where it must be; a text that a spreadsheet would run as a formula is led by an
   * apostrophe, a number is not.
   */
  public static String of(String text) {
    boolean isFormula = text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("-?[0-9.]+");
    String safe = isFormula ? "'" + text : text;
    return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
