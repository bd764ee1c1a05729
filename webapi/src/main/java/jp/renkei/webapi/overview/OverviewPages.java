package jp.renkei.webapi.overview;

import static jp.renkei.warehouse.jooq.silver.tables.KpiTarget.KPI_TARGET;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.reports.chart.Charts;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.figure.KpiSupplement;
import jp.renkei.reports.figure.KpiSupplements;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.charts.ChartView;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.kpi.FigureWords;
import jp.renkei.webapi.kpi.SupplementView;
import org.jooq.DSLContext;

/** 概況: {@code /}. */
public final class OverviewPages {
  private static final List<String> CHARTS =
      List.of(
          "api_adoption_rate",
          Charts.ACCOUNTS_BY_ACCESS_METHOD,
          "scraping_share",
          "scraping_share_by_fetch",
          Charts.SCRAPING_SHARE_BY_ISSUER);

  private static final String ACCOUNTS = "linked_account_count";

  /** A card shows a round or a month, not the longer periods that months add up to. */
  private static final List<String> CARD_PERIODS = List.of(KpiFigure.POINT, KpiFigure.MONTH);

  private final Templates templates;

  private record Target(double value, Optional<LocalDate> date) {}

  public OverviewPages(Templates templates) {
    this.templates = templates;
  }

  public Answer overview(PageRequest request) {
    var supplements =
        request.reader().read(KpiSupplements::ofIndustry).stream()
            .filter(one -> one.sliceValue().isEmpty())
            .collect(Collectors.groupingBy(KpiSupplement::kpiId));
    var stages = request.reader().read(queries -> stages(request, queries, supplements));
    var targets =
        request.reader().read(queries -> TargetRows.of(request, queries, charted(stages)));
    var charts =
        CHARTS.stream()
            .map(id -> ChartPages.view(request, id))
            .flatMap(Optional::stream)
            .map(view -> shown(request, view, supplements))
            .toList();
    return Answer.html(
        templates.render("overview", request.frame(), new OverviewPage(stages, charts, targets)));
  }

  private static Set<String> charted(List<OverviewPage.Stage> stages) {
    return stages.stream()
        .flatMap(stage -> stage.cards().stream())
        .filter(OverviewPage.Card::hasChart)
        .map(OverviewPage.Card::kpiId)
        .collect(Collectors.toSet());
  }

  /** Linked accounts are never added over the access method, so that no card has them. */
  private static OverviewPage.ShownChart shown(
      PageRequest request, ChartView view, Map<String, List<KpiSupplement>> supplements) {
    var all =
        view.spec().id().equals(Charts.ACCOUNTS_BY_ACCESS_METHOD)
            ? supplements.getOrDefault(ACCOUNTS, List.of())
            : List.<KpiSupplement>of();
    if (all.isEmpty()) {
      return new OverviewPage.ShownChart(view, List.of(), "");
    }
    var words = new FigureWords(request.frame());
    var newest = all.get(all.size() - 1).periodEnd();
    return new OverviewPage.ShownChart(
        view, beside(words, all, newest), words.period("POINT", newest, newest));
  }

  private static List<SupplementView> beside(
      FigureWords words, List<KpiSupplement> supplements, LocalDate periodEnd) {
    return supplements.stream()
        .filter(one -> one.periodEnd().equals(periodEnd))
        .map(words::view)
        .toList();
  }

  private static List<OverviewPage.Stage> stages(
      PageRequest request, DSLContext queries, Map<String, List<KpiSupplement>> supplements) {
    var definitions = KpiDefinitions.read(queries);
    var targets = targets(queries);
    var byKpi = new HashMap<String, List<KpiFigure>>();
    KpiFigures.ofIndustry(queries).stream()
        .filter(figure -> CARD_PERIODS.contains(figure.periodType()))
        .forEach(
            figure -> byKpi.computeIfAbsent(figure.kpiId(), id -> new ArrayList<>()).add(figure));
    var cards = new LinkedHashMap<String, List<OverviewPage.Card>>();
    for (var kpiId : definitions.newest().stream().map(KpiDefinition::kpiId).toList()) {
      for (var figures : byBasis(byKpi.getOrDefault(kpiId, List.of()))) {
        var current = figures.get(figures.size() - 1);
        definitions
            .find(kpiId, current.definitionVersion())
            .ifPresent(
                definition ->
                    cards
                        .computeIfAbsent(definition.stage(), stage -> new ArrayList<>())
                        .add(
                            card(
                                request,
                                definition,
                                figures,
                                supplements.getOrDefault(kpiId, List.of()).stream()
                                    .filter(
                                        one -> one.definition().version() == definition.version())
                                    .toList(),
                                targets)));
      }
    }
    return cards.entrySet().stream()
        .map(
            entry ->
                new OverviewPage.Stage(
                    entry.getKey(),
                    request.frame().word("stage", entry.getKey()),
                    entry.getValue()))
        .toList();
  }

  /** The same KPI from questionnaires and from logs are two figures; each has its own card. */
  private static List<List<KpiFigure>> byBasis(List<KpiFigure> figures) {
    var byBasis = new LinkedHashMap<String, List<KpiFigure>>();
    figures.forEach(
        figure -> byBasis.computeIfAbsent(figure.basis(), basis -> new ArrayList<>()).add(figure));
    byBasis
        .values()
        .forEach(
            list ->
                list.sort(
                    Comparator.comparing(KpiFigure::periodEnd)
                        .thenComparing(KpiFigure::definitionVersion)));
    return List.copyOf(byBasis.values());
  }

  private static OverviewPage.Card card(
      PageRequest request,
      KpiDefinition definition,
      List<KpiFigure> figures,
      List<KpiSupplement> supplements,
      Map<String, Target> targets) {
    var frame = request.frame();
    var words = new FigureWords(frame);
    var current = figures.get(figures.size() - 1);
    var earlier =
        figures.stream().filter(one -> one.periodEnd().isBefore(current.periodEnd())).toList();
    // What was measured by another definition or rule is not set beside it.
    var previous =
        earlier.stream()
            .filter(one -> one.line().equals(current.line()))
            .reduce((one, later) -> later);
    String note =
        previous.isPresent()
            ? ""
            : frame.text(earlier.isEmpty() ? "overview.no_previous" : "overview.not_comparable");
    boolean hasTrend = figures.stream().anyMatch(one -> one.value().isPresent());
    return new OverviewPage.Card(
        definition.kpiId(),
        definition.title(frame.isJapanese()),
        definition.definition(frame.isJapanese()),
        words.view(current, definition.unit()),
        beside(words, supplements, current.periodEnd()),
        previous.map(one -> words.view(one, definition.unit())).orElseGet(words::none),
        note,
        Optional.ofNullable(targets.get(definition.kpiId()))
            .map(
                one ->
                    words.number(one.value(), definition.unit())
                        + "（"
                        + frame.date(one.date())
                        + "）")
            .orElse(""),
        frame.word("better", definition.better()),
        hasTrend,
        hasTrend
            ? frame.href("/charts/" + definition.kpiId())
            : ChartPages.definition(request, definition.kpiId()));
  }

  /** KPI to its last target. */
  private static Map<String, Target> targets(DSLContext queries) {
    var targets = new HashMap<String, Target>();
    queries
        .selectFrom(KPI_TARGET)
        .where(KPI_TARGET.KIND.eq("TARGET").and(KPI_TARGET.VALUE.isNotNull()))
        .orderBy(KPI_TARGET.TARGET_ON)
        .forEach(
            row ->
                targets.put(
                    row.getKpiId(),
                    new Target(row.getValue(), Optional.ofNullable(row.getTargetOn()))));
    return targets;
  }
}
