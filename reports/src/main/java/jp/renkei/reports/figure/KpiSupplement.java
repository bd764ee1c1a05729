package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One row of gold.kpi_supplement.
 *
 * @param value ratio 0..1, count or statistic in the figure's unit; empty where nothing was
 *     eligible
 */
public record KpiSupplement(
    KpiSupplementDefinition definition,
    Optional<String> issuerId,
    Optional<String> sliceValue,
    LocalDate periodEnd,
    OptionalLong numerator,
    OptionalLong denominator,
    OptionalDouble value) {

  public String kpiId() {
    return definition.kpiId();
  }
}
