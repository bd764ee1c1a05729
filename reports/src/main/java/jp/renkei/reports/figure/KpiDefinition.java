package jp.renkei.reports.figure;

import java.util.Objects;

/** One version of a KPI's definition, as gold.kpi_definition has it. */
public record KpiDefinition(
    String kpiId,
    long version,
    String title,
    String definition,
    String formula,
    String unit,
    String better,
    String stage,
    String source) {

  public KpiDefinition {
    Objects.requireNonNull(kpiId, "kpiId");
    Objects.requireNonNull(unit, "unit");
  }
}
