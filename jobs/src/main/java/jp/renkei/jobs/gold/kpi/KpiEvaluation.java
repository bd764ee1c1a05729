package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiKind;
import jp.renkei.warehouse.kpi.KpiMergers;

/**
 * Evaluates KPIs on an engine, those of logs over the issuers' summaries too: the same steps
 * whether Spark makes the figures or DuckDB checks them.
 */
public final class KpiEvaluation {
  private final List<KpiDefinition> kpis;
  private final Map<String, String> ruleVersions;
  private final LocalDate asOf;
  private final PublishedFigures published;

  /**
   * @param ruleVersions version by name of the rules file
   * @param asOf date by which figures count as preliminary or final and milestones as due
   * @param published the figures that were last published, against which a figure is REVISED
   */
  public KpiEvaluation(
      List<KpiDefinition> kpis,
      Map<String, String> ruleVersions,
      LocalDate asOf,
      PublishedFigures published) {
    this.kpis =
        kpis.stream()
            .flatMap(kpi -> Stream.concat(Stream.of(kpi), kpi.ofSummaries().stream()))
            .toList();
    this.ruleVersions = Map.copyOf(ruleVersions);
    this.asOf = asOf;
    this.published = published;
  }

  /** All values, in the order of KPI, period, level and entity. */
  public List<KpiValue> evaluate(SqlEngine engine) {
    return figures(engine).stream().map(CountedFigure::value).toList();
  }

  /** All values with what they are added up from, in the same order. */
  public List<CountedFigure> figures(SqlEngine engine) {
    var frame = KpiFrame.read(engine, kpis, asOf);
    var todays = TodaysIssuers.read(engine, frame);
    // Small queries spend their time in planning, so that two at a time keep two cores busy.
    List<List<CountedFigure>> perKpi =
        IntStream.range(0, kpis.size())
            .parallel()
            .mapToObj(index -> evaluate(kpis.get(index), frame, todays, engine))
            .toList();
    return perKpi.stream().flatMap(List::stream).toList();
  }

  private List<CountedFigure> evaluate(
      KpiDefinition kpi, KpiFrame frame, TodaysIssuers todays, SqlEngine engine) {
    var rows = CountedRows.of(engine.select(kpi.sql()));
    var views =
        kpi.mergers() == KpiMergers.NONE
            ? List.<IssuerView>of(frame)
            : List.<IssuerView>of(frame, todays);
    var values = new ArrayList<CountedFigure>();
    for (var view : views) {
      KpiRollUp.of(kpi, frame, view, asOf, rows)
          .forEach(
              (cell, tally) ->
                  values.add(
                      new CountedFigure(
                          kpi,
                          value(kpi, frame, view, cell, tally),
                          named(view, cell),
                          tally.parts())));
    }
    return values;
  }

  private static Set<String> named(IssuerView issuers, Cell cell) {
    var named = new HashSet<String>();
    if (!cell.issuerId().isEmpty()) {
      named.addAll(issuers.members(cell.issuerId()));
    }
    if (!cell.agentId().isEmpty()) {
      named.add(cell.agentId());
    }
    return named;
  }

  private KpiValue value(
      KpiDefinition kpi, KpiFrame frame, IssuerView issuers, Cell cell, Tally tally) {
    var ruleVersion = kpi.rules().map(rules -> rules + "-" + ruleVersions.get(rules)).orElse("");
    var value = tally.value(kpi);
    boolean isBeyondMeasure = value.isEmpty() && tally.low(kpi).isPresent();
    var state =
        value.isPresent()
            ? "REPORTED"
            : kpi.kind() == KpiKind.QUANTILE && isBeyondMeasure
                ? "UNKNOWN"
                : !tally.isSomethingUnanswered() && issuers.hasAnswered(kpi, cell)
                    ? "NOT_APPLICABLE"
                    : "NOT_ANSWERED";
    var fresh =
        new KpiValue(
            new KpiValue.Key(
                kpi.id(),
                kpi.version(),
                cell.level().name(),
                cell.issuerId(),
                cell.agentId(),
                cell.slice(),
                cell.sliceValue(),
                cell.period().type().name(),
                cell.period().start(),
                kpi.basis().name(),
                issuers.code()),
            cell.period().end(),
            tally.numerator(),
            tally.denominator(),
            value,
            tally.low(kpi),
            tally.high(kpi),
            tally.respondents(),
            state,
            isSettled(frame, cell.period()) ? "FINAL" : "PRELIMINARY",
            cell.period().roundId(),
            asOf,
            ruleVersion,
            comparabilityGroup(kpi, ruleVersion, tally.comparedWithin()));
    return published.settle(fresh);
  }

  private static String comparabilityGroup(
      KpiDefinition kpi, String ruleVersion, String comparedWithin) {
    String group = kpi.id() + "/" + kpi.version() + "/" + kpi.basis() + "/" + ruleVersion;
    return comparedWithin.isEmpty() ? group : group + "/" + comparedWithin;
  }

  private boolean isSettled(KpiFrame frame, Period period) {
    var round = Optional.ofNullable(frame.rounds().get(period.roundId()));
    if (round.isPresent()) {
      return asOf.isAfter(round.get().finalAfter());
    }
    return period.type() != Period.Type.POINT && !asOf.isBefore(period.end().plusDays(30));
  }
}
