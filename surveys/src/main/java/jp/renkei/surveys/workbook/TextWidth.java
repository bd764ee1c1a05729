package jp.renkei.surveys.workbook;

/** How wide text is, in half-width characters: a full-width character counts as two. */
public final class TextWidth {
  private TextWidth() {}

  public static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /** Lines a text takes in a column of so many half-width characters, at least one. */
  public static int lines(String text, int columnWidth) {
    return text.lines()
        .mapToInt(line -> Math.max(1, -Math.floorDiv(-of(line), Math.max(2, columnWidth))))
        .reduce(0, Integer::sum);
  }

  private static int of(int codePoint) {
    boolean isHalf = codePoint < 0x0370 || (codePoint >= 0xFF61 && codePoint <= 0xFFDC);
    return isHalf ? 1 : 2;
  }
}
