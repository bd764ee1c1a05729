package jp.renkei.webapi.kpi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.reports.explain.FigureChoice;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiSupplement;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.webapi.frame.Frame;

/** Puts figures into the words and digits of a page. */
public final class FigureWords {
  private final Frame frame;
  private final Map<String, String> measures;

  public FigureWords(Frame frame) {
    this(frame, Map.of());
  }

  /**
   * With the names of what the roadmap calls measures.
   *
   * @param measures every measure's id to its name
   */
  public FigureWords(Frame frame, Map<String, String> measures) {
    this.frame = frame;
    this.measures = Map.copyOf(measures);
  }

  public FigureView view(KpiFigure figure, String unit) {
    boolean isMissing = figure.value().isEmpty();
    return new FigureView(
        isMissing
            ? KpiFormat.missing(figure.valueState())
            : number(figure.value().getAsDouble(), unit),
        isMissing ? missingState(figure.valueState()) : "",
        bounds(figure, unit),
        counts(figure.numerator(), figure.denominator()),
        figure.respondents().isPresent()
            ? frame.text("unit.respondents", KpiFormat.count(figure.respondents().getAsLong()))
            : "",
        period(figure),
        figure.status().isEmpty() ? "" : frame.word("status", figure.status()),
        figure.status(),
        frame.word("basis", figure.basis()),
        explanation(frame, figure));
  }

  /** The address of the page that leads a figure back to its source. */
  public static String explanation(Frame frame, KpiFigure figure) {
    return frame.href("/explain", FigureChoice.of(figure).parameters());
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
        ? none(supplement.valueState())
        : new FigureView(
            number(supplement.value().getAsDouble(), supplement.definition().unit()),
            "",
            List.of(),
            counts(supplement.numerator(), supplement.denominator()),
            "",
            "",
            "",
            "",
            "",
            "");
  }

  /** What stands where the release has no row at all. */
  public FigureView none() {
    return none("");
  }

  private FigureView none(String state) {
    return new FigureView(
        KpiFormat.missing(state), missingState(state), List.of(), "", "", "", "", "", "", "");
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
        : measures.getOrDefault(
            value.orElseThrow(), frame.word(figure.slice().orElse(""), value.orElseThrow()));
  }

  private String missingState(String state) {
    return frame.word("value_state", state.isEmpty() || state.equals("REPORTED") ? "NONE" : state);
  }

  private List<String> bounds(KpiFigure figure, String unit) {
    return figure.low().isEmpty() && figure.high().isEmpty()
        ? List.of()
        : List.of(
            bound(figure.low(), unit, "overview.bounds.no_low"),
            bound(figure.high(), unit, "overview.bounds.no_high"));
  }

  private String bound(OptionalDouble bound, String unit, String unknownKey) {
    return bound.isPresent() ? number(bound.getAsDouble(), unit) : frame.text(unknownKey);
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
