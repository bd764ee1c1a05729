package jp.renkei.reports.style;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import jp.renkei.warehouse.release.diff.FigureReading;

/**
 * A value and its unit as text: {@code 12.3%}, {@code 1,234社}, {@code 45日}, {@code 1,234 ms}.
 * Ratios are 0..1 and become percent here and nowhere else. Rounded half up.
 */
public final class KpiFormat {
  /** What stands for a value that is not there; never 0. */
  public static final String EMPTY = "－";

  /** What stands for a value that is suppressed (秘匿), as in official statistics. */
  public static final String SUPPRESSED = FigureReading.SUPPRESSED;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private KpiFormat() {}

  public static String text(OptionalDouble value, String unit) {
    return value.isPresent() ? text(value.getAsDouble(), unit) : EMPTY;
  }

  public static String text(double value, String unit) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "Cannot format value of unit " + unit + ": found " + value + ", expected a number.");
    }
    return isRatio(unit)
        ? percent(BigDecimal.valueOf(value).multiply(HUNDRED)) + "%"
        : grouped(BigDecimal.valueOf(value)) + CodeLabels.unitSuffix(unit);
  }

  /** A value or the sign of why there is none. */
  public static String text(OptionalDouble value, String unit, String valueState) {
    return value.isPresent() ? text(value.getAsDouble(), unit) : missing(valueState);
  }

  /** The sign of a value that is not there. */
  public static String missing(String valueState) {
    return isSuppressed(valueState) ? SUPPRESSED : EMPTY;
  }

  public static boolean isSuppressed(String valueState) {
    return valueState.equals("SUPPRESSED");
  }

  /**
   * A difference's text with a plus where it rises; nought, and one that is not there, have none.
   */
  public static String signed(String difference) {
    return difference.matches("[-－].*|0(\\.0*)?([^.\\d].*)?") ? difference : "+" + difference;
  }

  /** A whole number with separators and no unit. */
  public static String count(long value) {
    return grouped(BigDecimal.valueOf(value));
  }

  /** The number a chart's axis shows: percent for ratios, else the value itself. */
  public static BigDecimal axisValue(double value, String unit) {
    var exact = BigDecimal.valueOf(value);
    return (isRatio(unit) ? exact.multiply(HUNDRED) : exact).stripTrailingZeros();
  }

  /** The format of a workbook cell that holds the bare value and shows it as {@link #text}. */
  public static String cellFormat(double value, String unit) {
    var text = text(value, unit);
    if (isRatio(unit)) {
      return "0." + "0".repeat(text.length() - text.indexOf('.') - 2) + "%";
    }
    String number = text.contains(".") ? "#,##0.0" : "#,##0";
    var suffix = CodeLabels.unitSuffix(unit);
    return suffix.isEmpty() ? number : number + "\"" + suffix + "\"";
  }

  /** The format of a chart's value axis in a workbook. */
  public static String axisFormat(String unit) {
    return isRatio(unit) ? "0%" : "#,##0";
  }

  public static boolean isRatio(String unit) {
    return unit.equals("ratio");
  }

  private static String percent(BigDecimal percent) {
    // 99.97 % is not all and 0.03 % is not nothing: such a value gets the digits that say so.
    for (int digits = 1; digits < 4; digits++) {
      var rounded = percent.setScale(digits, RoundingMode.HALF_UP);
      boolean hidesRest =
          rounded.compareTo(percent) != 0
              && (rounded.signum() == 0 || rounded.compareTo(HUNDRED) == 0);
      if (!hidesRest) {
        return rounded.toPlainString();
      }
    }
    return percent.setScale(4, RoundingMode.HALF_UP).toPlainString();
  }

  private static String grouped(BigDecimal value) {
    var format = new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
