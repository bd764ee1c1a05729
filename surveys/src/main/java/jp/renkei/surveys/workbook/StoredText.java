package jp.renkei.surveys.workbook;

import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;

/**
 * Writes texts into cells so that they come back as they were: characters that XML cannot hold, and
 * texts that look like the escape of one, are escaped as Excel does it ({@code _x0001_}). A text
 * never becomes a formula: it is stored as a text, whatever it begins with.
 */
public final class StoredText {
  private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private StoredText() {}

  public static void write(Cell cell, String text) {
    cell.setCellValue(escaped(text));
  }

  /** The text as a cell, a note or a part of either stores it. */
  public static String escaped(String text) {
    String plain = LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
    boolean isHarmless = plain.chars().allMatch(c -> isWritten((char) c));
    if (isHarmless) {
      return plain;
    }
    var escaped = new StringBuilder(plain.length() + 16);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      boolean isPair =
          Character.isHighSurrogate(c)
              && i + 1 < plain.length()
              && Character.isLowSurrogate(plain.charAt(i + 1));
      if (isPair) {
        escaped.append(c).append(plain.charAt(++i));
      } else if (isWritten(c)) {
        escaped.append(c);
      } else {
        escaped.append("_x%04X_".formatted((int) c));
      }
    }
    return escaped.toString();
  }

  /** A carriage return would come back as a line feed. */
  private static boolean isWritten(char c) {
    return (c >= ' ' || c == '\n' || c == '\t')
        && !Character.isSurrogate(c)
        && c != '\uFFFE'
        && c != '\uFFFF';
  }
}
