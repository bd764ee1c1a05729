package jp.renkei.surveys.form;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import jp.renkei.surveys.Problem.Severity;
import jp.renkei.surveys.workbook.StoredText;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cell styles of one workbook, each made once. */
final class FormStyles {
  /** Comes with every Japanese Excel, for Windows and Mac. */
  private static final String FONT = "Meiryo";

  private static final String LINE = "9AA5B1";

  /** These run over the cells to their right. */
  private static final Set<Look> RUNNING =
      EnumSet.of(Look.TITLE, Look.HEADING, Look.LINE, Look.SMALL_LINE, Look.LINK);

  private final XSSFWorkbook workbook;
  private final Map<Look, XSSFCellStyle> styles;
  private final Map<String, XSSFCellStyle> refilled = new HashMap<>();
  private final Map<Look, XSSFFont> fonts = new EnumMap<>(Look.class);

  /** For a workbook of our own. */
  FormStyles(XSSFWorkbook workbook) {
    this(workbook, new EnumMap<>(Look.class));
    // The width of a column counts digits of this font.
    var standard = workbook.getFontAt(0);
    standard.setFontName(FONT);
    standard.setFontHeightInPoints((short) 10);
  }

  private FormStyles(XSSFWorkbook workbook, Map<Look, XSSFCellStyle> styles) {
    this.workbook = workbook;
    this.styles = styles;
  }

  /** For a workbook that came from elsewhere, whose standard font stays as it is. */
  static FormStyles beside(XSSFWorkbook workbook) {
    return new FormStyles(workbook, new EnumMap<>(Look.class));
  }

  /** The look of a severity in the list of problems. */
  XSSFCellStyle marked(Severity severity) {
    return refilled(of(Look.CODE), severity);
  }

  /** The same style on the colour of a severity. */
  XSSFCellStyle refilled(XSSFCellStyle style, Severity severity) {
    return refilled(
        style,
        switch (severity) {
          case ERROR -> Look.Fill.ERROR;
          case WARNING -> Look.Fill.WARNING;
          case NOTICE -> Look.Fill.NOTICE;
        });
  }

  /** The same style on another colour; each is made once, since a workbook holds few styles. */
  XSSFCellStyle refilled(XSSFCellStyle style, Look.Fill fill) {
    return refilled.computeIfAbsent(
        style.getIndex() + " " + fill,
        absent -> {
          var copy = workbook.createCellStyle();
          copy.cloneStyleFrom(style);
          if (fill == Look.Fill.NONE) {
            copy.setFillPattern(FillPatternType.NO_FILL);
            return copy;
          }
          copy.setFillForegroundColor(color(fill.rgb()));
          copy.setFillPattern(FillPatternType.SOLID_FOREGROUND);
          return copy;
        });
  }

  XSSFCellStyle of(Look look) {
    return styles.computeIfAbsent(look, this::style);
  }

  /** A label with a second part in small print. */
  XSSFRichTextString withSmallPrint(String label, Look look, String smallPrint) {
    var text = new XSSFRichTextString();
    text.append(StoredText.escaped(label), font(look));
    text.append(StoredText.escaped("\n" + smallPrint), font(Look.SMALL));
    return text;
  }

  private XSSFCellStyle style(Look look) {
    var style = workbook.createCellStyle();
    style.setFont(font(look));
    style.setAlignment(look.alignment());
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(!RUNNING.contains(look));
    style.setDataFormat(workbook.createDataFormat().getFormat(look.format()));
    style.setLocked(!look.fill().isOpen());
    if (look.fill() != Look.Fill.NONE) {
      style.setFillForegroundColor(color(look.fill().rgb()));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      border(style);
    }
    return style;
  }

  private static void border(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(color(LINE));
    style.setBottomBorderColor(color(LINE));
    style.setLeftBorderColor(color(LINE));
    style.setRightBorderColor(color(LINE));
  }

  private XSSFFont font(Look look) {
    return fonts.computeIfAbsent(
        look,
        each -> {
          var font = workbook.createFont();
          font.setFontName(FONT);
          font.setFontHeightInPoints((short) each.points());
          font.setBold(each.isBold());
          font.setColor(color(each.ink().rgb()));
          return font;
        });
  }

  static XSSFColor color(String rgb) {
    return new XSSFColor(HexFormat.of().parseHex(rgb), null);
  }
}
