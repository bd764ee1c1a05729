package jp.renkei.webapi.charts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import jp.renkei.reports.chart.ChartComments;
import jp.renkei.reports.chart.ChartSpec;
import jp.renkei.reports.chart.ChartSpec.Kind;
import jp.renkei.reports.chart.ChartSpec.Series;
import jp.renkei.reports.chart.Stamp;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;

/** A KPI of one issuer over its rounds or months. */
public final class IssuerTrend {
  private IssuerTrend() {}

  /**
   * The trend, or nothing where fewer than two periods have a value.
   *
   * @param figures of the issuer, any KPI
   * @param comments on figures
   */
  public static Optional<ChartSpec> of(
      KpiDefinition definition,
      List<KpiFigure> figures,
      KpiComments comments,
      String issuerName,
      Stamp stamp) {
    var ofKpi =
        figures.stream().filter(figure -> figure.kpiId().equals(definition.kpiId())).toList();
    boolean isSliced = ofKpi.stream().allMatch(figure -> figure.slice().isPresent());
    var shown =
        KpiFigures.ofShortestPeriods(ofKpi).stream()
            .filter(one -> isSliced == one.slice().isPresent())
            .toList();
    boolean hasPoints = shown.stream().anyMatch(KpiFigure::isPoint);
    var periods = shown.stream().map(KpiFigure::periodStart).distinct().sorted().toList();
    long measured =
        shown.stream()
            .filter(one -> one.value().isPresent())
            .map(KpiFigure::periodStart)
            .distinct()
            .count();
    if (measured < 2) {
      return Optional.empty();
    }
    return Optional.of(
        new ChartSpec(
            definition.kpiId(),
            issuerName + "：" + definition.titleJa() + basis(shown),
            Kind.LINE,
            hasPoints ? "調査時点" : "月",
            CodeLabels.japanese("unit", definition.unit()),
            definition.unit(),
            periods.stream().map(hasPoints ? PeriodText::date : PeriodText::month).toList(),
            series(shown, periods),
            source(definition, shown),
            stamp,
            said(shown, periods, comments, issuerName)));
  }

  /** Stated in the title, which every file of the chart has. */
  private static String basis(List<KpiFigure> shown) {
    return shown.stream().anyMatch(KpiFigure::isByTodaysIssuers) ? "［今日のカード会社による。承継前の会社を含む］" : "";
  }

  private static List<ChartSpec.Comment> said(
      List<KpiFigure> shown, List<LocalDate> periods, KpiComments comments, String issuerName) {
    int lines = (int) shown.stream().map(KpiFigure::line).distinct().count();
    var said = new ChartComments();
    for (var figure : shown) {
      String series = lines > 1 ? name(figure.line(), lines) : "";
      for (var comment : comments.on(figure)) {
        said.add(periods.indexOf(figure.periodStart()), series, issuerName, comment);
      }
    }
    return said.inOrder();
  }

  /** Who counted is part of the source. */
  private static String source(KpiDefinition definition, List<KpiFigure> shown) {
    boolean isOfSummary =
        shown.stream().anyMatch(figure -> figure.basis().equals(KpiFigure.ISSUER_SUMMARY));
    return isOfSummary
        ? definition.source()
            + "（"
            + CodeLabels.japanese("basis", KpiFigure.ISSUER_SUMMARY)
            + "を含む）"
        : definition.source();
  }

  /** One line for what may be joined; figures of another basis or rule have a line of their own. */
  private static List<Series> series(List<KpiFigure> shown, List<LocalDate> periods) {
    var lines = new LinkedHashMap<KpiFigure.Line, Map<LocalDate, OptionalDouble>>();
    shown.forEach(
        one ->
            lines
                .computeIfAbsent(one.line(), line -> new TreeMap<>())
                .put(one.periodStart(), one.value()));
    var series = new ArrayList<Series>();
    lines.forEach(
        (line, values) ->
            series.add(
                new Series(
                    name(line, lines.size()),
                    periods.stream()
                        .map(period -> values.getOrDefault(period, OptionalDouble.empty()))
                        .toList())));
    return series;
  }

  private static String name(KpiFigure.Line line, int lines) {
    if (line.slice().isPresent()) {
      return CodeLabels.sliceValue(line.slice().orElseThrow(), line.sliceValue().orElse(""));
    }
    if (line.plannedStops().isPresent()) {
      // Even alone: the figure means nothing without it.
      return CodeLabels.japanese("planned_stops", line.plannedStops().orElseThrow());
    }
    return lines == 1
        ? "値"
        : CodeLabels.japanese("basis", line.basis()) + "・" + line.comparabilityGroup();
  }
}
