package jp.renkei.surveys.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.renkei.surveys.workbook.WorkbookCell.Kind;
import org.apache.poi.ss.usermodel.DateUtil;

/** Turns what stands in the file for a cell's value into the text that its reader sees. */
final class CellText {
  /** What Excel shows of a number at most. */
  private static final MathContext SHOWN = new MathContext(15);

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d{1,400}(\\.\\d{0,400})?|\\.\\d{1,400})([eE][+-]?\\d{1,4})?");
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final Pattern ISO_DATE =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}:\\d{2})?[.0-9Z]*");

  /** The day after 9999-12-31. */
  private static final double DATES_END = 2_958_466;

  private CellText() {}

  /** A number as the cell's format shows it; a text that is no number stays one. */
  static WorkbookCell number(String text, Kind format, boolean is1904, boolean isFormula) {
    Optional<BigDecimal> number = parsed(text);
    if (number.isEmpty()) {
      return new WorkbookCell(text, Kind.TEXT, isFormula);
    }
    return switch (format) {
      case DATE -> date(number.get(), is1904, isFormula);
      case PERCENT ->
          new WorkbookCell(plain(number.get().movePointRight(2)), Kind.PERCENT, isFormula);
      default -> new WorkbookCell(plain(number.get()), Kind.NUMBER, isFormula);
    };
  }

  private static Optional<BigDecimal> parsed(String text) {
    String trimmed = text.strip();
    if (!NUMBER.matcher(trimmed).matches()) {
      return Optional.empty();
    }
    // Bounds the exponent too: what no double holds, no spreadsheet program wrote.
    return Double.isFinite(Double.parseDouble(trimmed))
        ? Optional.of(new BigDecimal(trimmed))
        : Optional.empty();
  }

  private static String plain(BigDecimal number) {
    BigDecimal shown = number.round(SHOWN);
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }

  private static WorkbookCell date(BigDecimal number, boolean is1904, boolean isFormula) {
    double serial = number.doubleValue();
    if (serial < 0 || serial >= DATES_END) {
      return new WorkbookCell(plain(number), Kind.NUMBER, isFormula);
    }
    LocalDateTime time = DateUtil.getLocalDateTime(serial, is1904, true);
    return new WorkbookCell(text(time), Kind.DATE, isFormula);
  }

  private static String text(LocalDateTime time) {
    boolean isMidnight = time.toLocalTime().toSecondOfDay() == 0;
    String clock = "T%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
    return time.toLocalDate() + (isMidnight ? "" : clock);
  }

  /** A date that the file holds as a text. */
  static WorkbookCell isoDate(String text, boolean isFormula) {
    Matcher parts = ISO_DATE.matcher(text.strip());
    if (!parts.matches()) {
      return new WorkbookCell(text, Kind.TEXT, isFormula);
    }
    String clock = parts.group(2);
    boolean hasTime = clock != null && !clock.equals("T00:00:00");
    return new WorkbookCell(parts.group(1) + (hasTime ? clock : ""), Kind.DATE, isFormula);
  }

  /** Without the escapes that stand for characters which XML cannot hold: _x000D_ is a return. */
  static String unescaped(String text) {
    if (!text.contains("_x")) {
      return text;
    }
    return ESCAPED
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }
}
