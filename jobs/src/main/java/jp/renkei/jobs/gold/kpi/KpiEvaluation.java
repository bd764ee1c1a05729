package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiDefinition;

/**
 * Evaluates KPIs on an engine, those of logs over the issuers' summaries too: the same steps
 * whether Spark makes the figures or DuckDB checks them.
 */
public final class KpiEvaluation {
  private static final String THEN = "THEN";

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
    var frame = KpiFrame.read(engine, kpis);
    // Small queries spend their time in planning, so that two at a time keep two cores busy.
    List<List<KpiValue>> perKpi =
        IntStream.range(0, kpis.size())
            .parallel()
            .mapToObj(index -> evaluate(kpis.get(index), frame, engine))
            .toList();
    return perKpi.stream().flatMap(List::stream).toList();
  }

  private List<KpiValue> evaluate(KpiDefinition kpi, KpiFrame frame, SqlEngine engine) {
    var values = new ArrayList<KpiValue>();
    KpiRollUp.of(kpi, frame, asOf, engine.select(kpi.sql()))
        .forEach((cell, tally) -> values.add(value(kpi, frame, cell, tally)));
    return values;
  }

  private KpiValue value(KpiDefinition kpi, KpiFrame frame, Cell cell, Tally tally) {
    var ruleVersion = kpi.rules().map(rules -> rules + "-" + ruleVersions.get(rules)).orElse("");
    var value = tally.value(kpi.kind());
    var state =
        value.isPresent()
            ? "REPORTED"
            : !tally.isSomethingUnanswered() && frame.hasAnswered(kpi, cell)
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
                THEN),
            cell.period().end(),
            tally.numerator(),
            tally.denominator(),
            value,
            tally.low(kpi.kind()),
            tally.high(kpi.kind()),
            tally.respondents(),
            state,
            isSettled(frame, cell.period()) ? "FINAL" : "PRELIMINARY",
            cell.period().roundId(),
            asOf,
            ruleVersion,
            kpi.id() + "/" + kpi.version() + "/" + kpi.basis() + "/" + ruleVersion);
    return published.settle(fresh);
  }

  private boolean isSettled(KpiFrame frame, Period period) {
    var round = Optional.ofNullable(frame.rounds().get(period.roundId()));
    if (round.isPresent()) {
      return asOf.isAfter(round.get().finalAfter());
    }
    return period.type() != Period.Type.POINT && !asOf.isBefore(period.end().plusDays(30));
  }
}
