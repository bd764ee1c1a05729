package jp.renkei.jobs.gold.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * Makes gold.kpi_progress: every interim target and target beside every line of the KPI's figures
 * of the whole industry. Lines of different definition versions or comparability groups are never
 * joined, and no trend rests on preliminary figures.
 */
public final class KpiProgress {
  private static final String FIGURES =
      "select kpi_id, definition_version, comparability_group, basis, period_type, period_start,"
          + " period_end, value, status from gold.kpi_value"
          + " where entity_level = 'ALL' and slice is null and value is not null"
          + " and issuer_basis = 'THEN' and period_type in ('POINT', 'MONTH')";
  private static final String TARGETS =
      "select kpi_id, kind, target_on, value, basis_document, explanation from silver.kpi_target"
          + " where value is not null and target_on is not null";

  private KpiProgress() {}

  /** Writes the table. */
  public static void write(StepRun run, TableName table) {
    run.write(table, rows(run.engine(), run.context().asOf()));
  }

  /** The rows, by KPI and date of the goal. */
  public static List<List<Object>> rows(SqlEngine engine, LocalDate asOf) {
    var lines = lines(engine.select(FIGURES));
    return goals(engine.select(TARGETS)).stream()
        .flatMap(goal -> progress(goal, lines.getOrDefault(goal.kpiId(), List.of()), asOf))
        .map(Progress::row)
        .toList();
  }

  private static Stream<Progress> progress(Goal goal, List<Line> ofKpi, LocalDate asOf) {
    var lines =
        ofKpi.stream()
            .filter(line -> line.id().definitionVersion() == goal.definitionVersion())
            .toList();
    return lines.isEmpty()
        ? Stream.of(new Progress(goal, Optional.empty(), asOf))
        : lines.stream().map(line -> new Progress(goal, Optional.of(line), asOf));
  }

  private static Map<String, List<Line>> lines(List<Map<String, Object>> figures) {
    var points = new LinkedHashMap<Line.Id, List<Point>>();
    for (var row : figures) {
      var id =
          new Line.Id(
              (String) row.get("kpi_id"),
              (Long) row.get("definition_version"),
              (String) row.get("comparability_group"),
              (String) row.get("basis"),
              (String) row.get("period_type"));
      points
          .computeIfAbsent(id, absent -> new ArrayList<>())
          .add(
              new Point(
                  (LocalDate) row.get("period_start"),
                  (LocalDate) row.get("period_end"),
                  (Double) row.get("value"),
                  (String) row.get("status")));
    }
    points.values().forEach(list -> list.sort(Comparator.comparing(Point::end)));
    return points.entrySet().stream()
        .map(entry -> new Line(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Line line) -> line.id().definitionVersion())
                .thenComparing(line -> line.id().comparabilityGroup()))
        .collect(Collectors.groupingBy(line -> line.id().kpiId()));
  }

  private static List<Goal> goals(List<Map<String, Object>> targets) {
    var goals = new ArrayList<Goal>();
    for (var row : targets) {
      if (!"BASELINE".equals(row.get("kind"))) {
        goals.add(goal(row, targets));
      }
    }
    goals.sort(Comparator.comparing(Goal::kpiId).thenComparing(Goal::on).thenComparing(Goal::kind));
    return goals;
  }

  private static Goal goal(Map<String, Object> row, List<Map<String, Object>> targets) {
    var kpiId = (String) row.get("kpi_id");
    var on = (LocalDate) row.get("target_on");
    var baseline =
        targets.stream()
            .filter(one -> "BASELINE".equals(one.get("kind")) && kpiId.equals(one.get("kpi_id")))
            .map(
                one ->
                    new Goal.Baseline((LocalDate) one.get("target_on"), (Double) one.get("value")))
            .filter(one -> !one.on().isAfter(on))
            .max(Comparator.comparing(Goal.Baseline::on));
    return new Goal(
        kpiId,
        versionAt(kpiId, baseline.map(Goal.Baseline::on).orElse(on)),
        (String) row.get("kind"),
        on,
        (Double) row.get("value"),
        Optional.ofNullable((String) row.get("basis_document")),
        Optional.ofNullable((String) row.get("explanation")),
        baseline,
        KpiCatalog.builtIn().kpi(kpiId).better());
  }

  /** The newest version of the definition that held on a day. */
  private static long versionAt(String kpiId, LocalDate day) {
    return KpiCatalog.builtIn().versions(kpiId).stream()
        .filter(kpi -> kpi.validFrom().map(from -> !from.isAfter(day)).orElse(true))
        .mapToLong(KpiDefinition::version)
        .max()
        .orElse(1);
  }
}
