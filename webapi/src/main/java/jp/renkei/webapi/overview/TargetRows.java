package jp.renkei.webapi.overview;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiProgress;
import jp.renkei.reports.figure.KpiProgresses;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.kpi.FigureWords;
import org.jooq.DSLContext;

/** 目標と達成状況 in the words of a page. */
final class TargetRows {
  private final PageRequest request;
  private final Frame frame;
  private final FigureWords words;

  private TargetRows(PageRequest request) {
    this.request = request;
    this.frame = request.frame();
    this.words = new FigureWords(frame);
  }

  /**
   * @param charted the KPIs that have a chart of their own
   */
  static List<TargetRow> of(PageRequest request, DSLContext queries, Set<String> charted) {
    var rows = new TargetRows(request);
    var definitions = KpiDefinitions.read(queries);
    var all = KpiProgresses.newest(queries, definitions);
    // Where a KPI is measured twice over, its rows say by what.
    var bases =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    KpiProgress::kpiId,
                    Collectors.mapping(KpiProgress::basis, Collectors.toSet())));
    return all.stream()
        .map(
            one ->
                rows.row(
                    definitions
                        .find(one.kpiId(), one.definitionVersion())
                        .or(() -> definitions.newest(one.kpiId()))
                        .orElseThrow(),
                    one,
                    bases.get(one.kpiId()).size() > 1,
                    charted.contains(one.kpiId())))
        .toList();
  }

  private TargetRow row(KpiDefinition kpi, KpiProgress one, boolean namesBasis, boolean hasChart) {
    String missing = frame.text("missing");
    return new TargetRow(
        kpi.title(frame.isJapanese()) + (namesBasis ? basis(one) : ""),
        hasChart
            ? frame.href("/charts/" + kpi.kpiId())
            : ChartPages.definition(request, kpi.kpiId()),
        frame.word("goal_kind", one.goalKind()),
        frame.date(one.goalOn()),
        one.baseline().map(from -> words.number(from.value(), kpi.unit())).orElse(missing),
        one.baseline().map(from -> frame.date(from.on())).orElse(""),
        words.number(one.goalValue(), kpi.unit()),
        one.actual().map(now -> words.number(now.value(), kpi.unit())).orElse(missing),
        one.actual().map(now -> words.period(now.periodType(), now.start(), now.end())).orElse(""),
        one.actual().map(now -> frame.word("status", now.status())).orElse(""),
        one.achievement().isPresent() ? KpiFormat.text(one.achievement(), "ratio") : missing,
        frame.word("goal_state", one.goalState()),
        one.goalState(),
        explanation(one),
        one.needsExplanation(),
        one.forecast()
            .on()
            .map(day -> frame.text("overview.targets.forecast", frame.month(day)))
            .orElseGet(() -> frame.word("forecast_state", one.forecast().state())),
        interval(one.forecast()));
  }

  private String basis(KpiProgress one) {
    return one.basis().map(basis -> "（" + frame.word("basis", basis) + "）").orElse("");
  }

  private String explanation(KpiProgress one) {
    return one.explanation()
        .orElseGet(
            () ->
                one.explanationReason()
                    .map(
                        reason ->
                            frame.text(
                                "overview.targets.asked", frame.word("explanation_reason", reason)))
                    .orElse(""));
  }

  private String interval(KpiProgress.Forecast forecast) {
    if (forecast.on().isEmpty()) {
      return "";
    }
    String earliest = forecast.earliest().map(frame::month).orElse("");
    return forecast
        .latest()
        .map(latest -> frame.text("overview.targets.interval", earliest, frame.month(latest)))
        .orElseGet(() -> frame.text("overview.targets.interval.open", earliest));
  }
}
