package jp.renkei.surveys.workbook;

/**
 * What stands in one cell, as a text that loses nothing: numbers plain, without exponent, dates
 * {@code YYYY-MM-DD} (with {@code THH:MM:SS} where there is a time of day), booleans TRUE or FALSE,
 * errors by their sign ({@code #N/A}).
 *
 * @param text as it stands there; a percentage as the reader of the cell sees it, without its sign
 *     (a cell that shows 99.5% is 99.5)
 * @param isFormula whether the text is the result that the program which saved the file last worked
 *     out; nothing is worked out here. Its text is empty where no result was saved
 */
public record WorkbookCell(String text, Kind kind, boolean isFormula) {
  /** What the workbook says of its type. */
  public enum Kind {
    TEXT,
    NUMBER,
    PERCENT,
    DATE,
    BOOLEAN,
    ERROR
  }
}
