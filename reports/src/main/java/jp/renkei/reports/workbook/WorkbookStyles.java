package jp.renkei.reports.workbook;

import java.util.HashMap;
import java.util.Map;
import jp.renkei.reports.style.Palette;
import org.apache.poi.common.usermodel.fonts.FontCharset;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of a workbook, made once each. */
public final class WorkbookStyles {
  /** What a cell is for. Sizes are in points. */
  public enum Role {
    COVER_TITLE(24, true, Palette.TEXT),
    TITLE(16, true, Palette.KEY),
    HEADING(12, true, Palette.TEXT),
    BODY(11, false, Palette.TEXT),
    NOTE(10, false, Palette.TEXT_QUIET),
    ALERT(14, true, Palette.ALERT),
    HEAD(10, true, Palette.TEXT),
    GROUP(10, true, Palette.KEY),
    TEXT(10, false, Palette.TEXT),
    NUMBER(10, false, Palette.TEXT),
    EMPTY(10, false, Palette.TEXT_QUIET);

    private final int points;
    private final boolean isBold;
    private final String colour;

    Role(int points, boolean isBold, String colour) {
      this.points = points;
      this.isBold = isBold;
      this.colour = colour;
    }

    int points() {
      return points;
    }

    private boolean isInTable() {
      return compareTo(HEAD) >= 0;
    }
  }

  private record Key(Role role, String format) {}

  private final XSSFWorkbook workbook;
  private final Map<Key, XSSFCellStyle> styles = new HashMap<>();

  public WorkbookStyles(XSSFWorkbook workbook) {
    this.workbook = workbook;
    dress(workbook.getFontAt(0), Role.BODY);
  }

  XSSFCellStyle of(Role role) {
    return of(role, "");
  }

  XSSFCellStyle of(Role role, String format) {
    return styles.computeIfAbsent(new Key(role, format), this::make);
  }

  /** A table's style whose text runs over the cells to its right. */
  XSSFCellStyle unwrapped(Role role) {
    var key = new Key(role, "@");
    if (!styles.containsKey(key)) {
      var style = make(new Key(role, ""));
      style.setWrapText(false);
      styles.put(key, style);
    }
    return styles.get(key);
  }

  private XSSFCellStyle make(Key key) {
    var style = workbook.createCellStyle();
    var font = workbook.createFont();
    dress(font, key.role());
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    if (!key.format().isEmpty()) {
      style.setDataFormat(workbook.createDataFormat().getFormat(key.format()));
    }
    if (key.role().isInTable()) {
      style.setWrapText(true);
      borders(style);
    }
    switch (key.role()) {
      case HEAD -> {
        fill(style, Palette.KEY_TINT);
        style.setAlignment(HorizontalAlignment.CENTER);
      }
      case GROUP -> fill(style, "#F2F2F2");
      case NUMBER -> style.setAlignment(HorizontalAlignment.RIGHT);
      case TEXT -> {
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
      }
      case EMPTY -> {
        fill(style, "#F2F2F2");
        style.setAlignment(HorizontalAlignment.CENTER);
      }
      default -> style.setAlignment(HorizontalAlignment.LEFT);
    }
    return style;
  }

  private static void dress(XSSFFont font, Role role) {
    // Charset Shift_JIS lets Excel and LibreOffice pick a Japanese font where this one is missing.
    font.setFontName(Palette.WORKBOOK_FONT);
    font.setCharSet(FontCharset.SHIFTJIS.getNativeId());
    font.setFontHeightInPoints((short) role.points);
    font.setBold(role.isBold);
    font.setColor(colour(role.colour));
  }

  private static void borders(XSSFCellStyle style) {
    var line = colour(Palette.LINE);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(line);
    style.setBottomBorderColor(line);
    style.setLeftBorderColor(line);
    style.setRightBorderColor(line);
  }

  private static void fill(XSSFCellStyle style, String colour) {
    style.setFillForegroundColor(colour(colour));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  /** A colour of the palette as red, green and blue. */
  public static byte[] bytes(String colour) {
    int rgb = Palette.rgb(colour);
    return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
  }

  private static XSSFColor colour(String colour) {
    return new XSSFColor(bytes(colour));
  }
}
