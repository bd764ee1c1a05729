package jp.renkei.reports.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.surveys.workbook.TextWidth;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * What one cell of a table holds. Texts stay texts, whatever they begin with; there are no
 * formulas.
 *
 * @param shown what the reader sees, from which the column's width follows
 * @param number empty for texts
 * @param format of the number, as Excel writes it
 */
public record SheetCell(String shown, OptionalDouble number, String format, Kind kind) {
  /** How the cell is drawn. */
  public enum Kind {
    TEXT,
    NUMBER,
    /** No value: a dash on grey, or the sign of a suppressed one. */
    EMPTY,
    /** No value, in the data of a chart: a text there would be drawn as 0. */
    BLANK
  }

  public SheetCell {
    Objects.requireNonNull(shown, "shown");
    if (kind == Kind.NUMBER && number.isEmpty()) {
      throw new IllegalArgumentException("Cannot write cell '" + shown + "': it has no number.");
    }
  }

  public static SheetCell text(String text) {
    return text.isBlank() ? empty() : new SheetCell(text, OptionalDouble.empty(), "", Kind.TEXT);
  }

  public static SheetCell text(Optional<String> text) {
    return text(text.orElse(""));
  }

  /** A value in a KPI's unit. */
  public static SheetCell value(OptionalDouble value, String unit) {
    return value.isEmpty()
        ? empty()
        : new SheetCell(
            KpiFormat.text(value, unit),
            value,
            KpiFormat.cellFormat(value.getAsDouble(), unit),
            Kind.NUMBER);
  }

  /** A value in a KPI's unit, or the sign of why there is none. */
  public static SheetCell value(OptionalDouble value, String unit, String valueState) {
    return value.isEmpty() ? missing(valueState) : value(value, unit);
  }

  public static SheetCell chartValue(OptionalDouble value, String unit) {
    return value.isEmpty()
        ? new SheetCell("", OptionalDouble.empty(), "", Kind.BLANK)
        : value(value, unit);
  }

  public static SheetCell count(OptionalLong count) {
    return count.isEmpty()
        ? empty()
        : new SheetCell(
            KpiFormat.count(count.getAsLong()),
            OptionalDouble.of((double) count.getAsLong()),
            "#,##0",
            Kind.NUMBER);
  }

  /** A count, or the sign of why there is none. */
  public static SheetCell count(OptionalLong count, String valueState) {
    return count.isEmpty() ? missing(valueState) : count(count);
  }

  /** A year, or a point between two: without separators. */
  public static SheetCell year(OptionalDouble year) {
    return year.isEmpty()
        ? empty()
        : new SheetCell(
            BigDecimal.valueOf(year.getAsDouble()).stripTrailingZeros().toPlainString(),
            year,
            "0.##",
            Kind.NUMBER);
  }

  public static SheetCell date(Optional<LocalDate> date) {
    return date.map(
            one ->
                new SheetCell(
                    one.toString(),
                    OptionalDouble.of(DateUtil.getExcelDate(one)),
                    "yyyy\\-mm\\-dd",
                    Kind.NUMBER))
        .orElseGet(SheetCell::empty);
  }

  /** Nothing, where the row above says it already. */
  public static SheetCell blank() {
    return new SheetCell("", OptionalDouble.empty(), "", Kind.TEXT);
  }

  public static SheetCell empty() {
    return new SheetCell(KpiFormat.EMPTY, OptionalDouble.empty(), "", Kind.EMPTY);
  }

  /** No value, with the sign that says why. */
  public static SheetCell missing(String valueState) {
    return new SheetCell(KpiFormat.missing(valueState), OptionalDouble.empty(), "", Kind.EMPTY);
  }

  int width() {
    return shown.lines().mapToInt(TextWidth::of).max().orElse(0);
  }
}
