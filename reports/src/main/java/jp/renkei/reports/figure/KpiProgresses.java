package jp.renkei.reports.figure;

import static jp.renkei.warehouse.jooq.gold.tables.KpiProgress.KPI_PROGRESS;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiProgressRecord;
import org.jooq.DSLContext;

/** Reads how far KPIs are on the way to their targets. */
public final class KpiProgresses {
  private KpiProgresses() {}

  /** Whether the file tells it: of an audience that may know, and of a release that has it. */
  public static boolean areIn(DSLContext queries) {
    return !queries
        .fetch(
            "select 1 from information_schema.tables"
                + " where table_schema = 'gold' and table_name = 'kpi_progress'")
        .isEmpty();
  }

  /**
   * Of each basis of a KPI the line that is measured now: the newest definition version, and of
   * that the comparability group with the newest figure. In the order of the definitions, the
   * nearest goal first; none where the file tells nothing of it.
   */
  public static List<KpiProgress> newest(DSLContext queries, KpiDefinitions definitions) {
    if (!areIn(queries)) {
      return List.of();
    }
    var all = queries.selectFrom(KPI_PROGRESS).fetch(KpiProgresses::progress);
    return definitions.newest().stream()
        .flatMap(kpi -> all.stream().filter(one -> one.kpiId().equals(kpi.kpiId())))
        .filter(one -> all.stream().noneMatch(other -> isReplacedBy(one, other)))
        .sorted(
            Comparator.comparingInt((KpiProgress one) -> order(definitions, one.kpiId()))
                .thenComparing(one -> one.basis().orElse(""))
                .thenComparing(KpiProgress::goalOn))
        .toList();
  }

  private static int order(KpiDefinitions definitions, String kpiId) {
    return definitions.newest().stream().map(KpiDefinition::kpiId).toList().indexOf(kpiId);
  }

  /** Whether another line of the same KPI, basis and goal is the later one. */
  private static boolean isReplacedBy(KpiProgress one, KpiProgress other) {
    boolean isSameGoal =
        one.kpiId().equals(other.kpiId())
            && one.basis().equals(other.basis())
            && one.goalKind().equals(other.goalKind())
            && one.goalOn().equals(other.goalOn());
    return isSameGoal
        && Comparator.comparingLong(KpiProgress::definitionVersion)
                .thenComparing(
                    progress -> progress.actual().map(KpiProgress.Actual::end).orElseThrow())
                .thenComparing(progress -> progress.comparabilityGroup().orElse(""))
                .compare(one, other)
            < 0;
  }

  private static KpiProgress progress(KpiProgressRecord row) {
    return new KpiProgress(
        row.getKpiId(),
        Objects.requireNonNullElse(row.getDefinitionVersion(), 0L),
        Optional.ofNullable(row.getComparabilityGroup()),
        Optional.ofNullable(row.getBasis()),
        row.getGoalKind(),
        row.getGoalOn(),
        row.getGoalValue(),
        Optional.ofNullable(row.getBaselineOn())
            .map(on -> new KpiProgress.Baseline(on, row.getBaselineValue())),
        Optional.ofNullable(row.getActualEnd())
            .map(
                end ->
                    new KpiProgress.Actual(
                        row.getPeriodType(),
                        row.getActualStart(),
                        end,
                        row.getActualValue(),
                        row.getActualStatus())),
        Maybe.decimal(row.getAchievement()),
        row.getGoalState(),
        Optional.ofNullable(row.getExplanationReason()),
        Optional.ofNullable(row.getExplanation()),
        row.getNeedsExplanation(),
        new KpiProgress.Forecast(
            row.getForecastState(),
            Optional.ofNullable(row.getForecastOn()),
            Optional.ofNullable(row.getForecastEarliest()),
            Optional.ofNullable(row.getForecastLatest()),
            Objects.requireNonNullElse(row.getForecastPoints(), 0L)));
  }
}
