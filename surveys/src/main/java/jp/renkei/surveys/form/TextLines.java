package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.workbook.TextWidth;

/** Breaks a text into lines as Japanese is broken: anywhere, but not before a closing mark. */
final class TextLines {
  private static final String NEVER_FIRST = "、。，．）」』】ー～・？！ァィゥェォッャュョ々";

  private TextLines() {}

  /**
   * @param indent what lines after the first begin with
   * @param width of a line, in half-width characters
   */
  static List<String> broken(String text, String indent, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    int[] codePoints = text.codePoints().toArray();
    for (int codePoint : codePoints) {
      boolean isFull = TextWidth.of(line.toString()) + 2 > width;
      if (isFull && NEVER_FIRST.indexOf(codePoint) < 0) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent);
      }
      line.appendCodePoint(codePoint);
    }
    lines.add(line.toString());
    return lines;
  }
}
