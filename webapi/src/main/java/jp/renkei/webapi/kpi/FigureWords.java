package jp.renkei.webapi.kpi;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import jp.renkei.webapi.frame.Frame;

/** Puts figures into the words and digits of a page. */
public final class FigureWords {
  private final Frame frame;

  public FigureWords(Frame frame) {
    this.frame = frame;
  }

  public FigureView view(KpiFigure figure, String unit) {
    boolean isMissing = figure.value().isEmpty();
    return new FigureView(
        isMissing ? frame.text("missing") : number(figure.value().getAsDouble(), unit),
        isMissing ? missingState(figure.valueState()) : "",
        bounds(figure, unit),
        counts(figure),
        figure.respondents().isPresent()
            ? frame.text("unit.respondents", grouped(figure.respondents().getAsLong(), 0))
            : "",
        period(figure),
        figure.status().isEmpty() ? "" : frame.word("status", figure.status()),
        figure.status(),
        frame.word("basis", figure.basis()));
  }

  /** What stands where the release has no row at all. */
  public FigureView none() {
    return new FigureView(
        frame.text("missing"), frame.word("value_state", "NONE"), "", "", "", "", "", "", "");
  }

  /** A value in its unit: ratios as percent. */
  public String number(double value, String unit) {
    return switch (unit) {
      case "ratio" -> grouped(value * 100, 1) + " %";
      case "days" -> grouped(value, 1) + (frame.isJapanese() ? " 日" : " days");
      case "ms" -> grouped(value, 0) + " ms";
      default -> grouped(value, value == Math.rint(value) ? 0 : 1);
    };
  }

  /** 2026年3月 for months, the span for longer periods, 2026-03-31時点 for a point. */
  public String period(KpiFigure figure) {
    LocalDate start = figure.periodStart();
    LocalDate end = figure.periodEnd();
    return switch (figure.periodType()) {
      case "POINT" -> frame.text("period.POINT", end.toString());
      case "MONTH" ->
          frame.isJapanese()
              ? start.getYear() + "年" + start.getMonthValue() + "月"
              : start.toString().substring(0, 7);
      default -> frame.text("period.range", start.toString(), end.toString());
    };
  }

  /** The value of a slice in words, such as 個人. */
  public String slice(KpiFigure figure) {
    Optional<String> value = figure.sliceValue();
    return value.isEmpty()
        ? frame.text("issuer.whole")
        : frame.word(figure.slice().orElse(""), value.orElseThrow());
  }

  private String missingState(String state) {
    return frame.word("value_state", state.equals("REPORTED") ? "NONE" : state);
  }

  private String bounds(KpiFigure figure, String unit) {
    if (figure.low().isEmpty() && figure.high().isEmpty()) {
      return "";
    }
    return end(figure.low(), unit) + " ～ " + end(figure.high(), unit);
  }

  private String end(OptionalDouble bound, String unit) {
    return bound.isPresent() ? number(bound.getAsDouble(), unit) : "";
  }

  private String counts(KpiFigure figure) {
    if (figure.numerator().isEmpty() || figure.denominator().isEmpty()) {
      return "";
    }
    return grouped(figure.numerator().getAsLong(), 0)
        + " / "
        + grouped(figure.denominator().getAsLong(), 0);
  }

  /** Digits in threes, with that many after the point. */
  public static String grouped(double value, int decimals) {
    var format =
        new DecimalFormat(
            decimals == 0 ? "#,##0" : "#,##0.0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    // Halves away from zero, as the tables of a ministry round.
    format.setRoundingMode(java.math.RoundingMode.HALF_UP);
    return format.format(value);
  }
}
