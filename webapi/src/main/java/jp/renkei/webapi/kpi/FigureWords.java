package jp.renkei.webapi.kpi;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiSupplement;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.PeriodText;
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
        counts(figure.numerator(), figure.denominator()),
        figure.respondents().isPresent()
            ? frame.text("unit.respondents", KpiFormat.count(figure.respondents().getAsLong()))
            : "",
        period(figure),
        figure.status().isEmpty() ? "" : frame.word("status", figure.status()),
        figure.status(),
        frame.word("basis", figure.basis()));
  }

  /** A figure beside a KPI, with its title and definition. */
  public SupplementView view(KpiSupplement supplement) {
    var definition = supplement.definition();
    return new SupplementView(
        definition.title(frame.isJapanese()),
        definition.definition(frame.isJapanese()),
        figure(supplement));
  }

  public FigureView figure(KpiSupplement supplement) {
    return supplement.value().isEmpty()
        ? none()
        : new FigureView(
            number(supplement.value().getAsDouble(), supplement.definition().unit()),
            "",
            "",
            counts(supplement.numerator(), supplement.denominator()),
            "",
            "",
            "",
            "",
            "");
  }

  /** What stands where the release has no row at all. */
  public FigureView none() {
    return new FigureView(
        frame.text("missing"), frame.word("value_state", "NONE"), "", "", "", "", "", "", "");
  }

  /** A value in its unit: ratios as percent; English readers find the unit in the heading. */
  public String number(double value, String unit) {
    String text = KpiFormat.text(value, unit);
    return frame.isJapanese() || KpiFormat.isRatio(unit)
        ? text
        : text.substring(0, text.length() - CodeLabels.unitSuffix(unit).length());
  }

  /** The point or span of time in words. */
  public String period(KpiFigure figure) {
    return period(figure.periodType(), figure.periodStart(), figure.periodEnd());
  }

  public String period(String periodType, LocalDate start, LocalDate end) {
    if (frame.isJapanese()) {
      return PeriodText.period(periodType, start, end);
    }
    return switch (periodType) {
      case "POINT" -> frame.date(end);
      case "MONTH" -> start.toString().substring(0, 7);
      default -> start + " to " + end;
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

  private static String counts(OptionalLong numerator, OptionalLong denominator) {
    if (numerator.isEmpty() || denominator.isEmpty()) {
      return "";
    }
    return KpiFormat.count(numerator.getAsLong())
        + " / "
        + KpiFormat.count(denominator.getAsLong());
  }
}
