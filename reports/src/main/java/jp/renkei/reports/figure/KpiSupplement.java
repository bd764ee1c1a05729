package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One row of gold.kpi_supplement.
 *
 * @param value ratio 0..1, count or statistic in the figure's unit; empty where nothing was
 *     eligible or it is suppressed
 * @param valueState why there is a value or none: REPORTED, NOT_APPLICABLE or SUPPRESSED
 */
public record KpiSupplement(
    KpiSupplementDefinition definition,
    Optional<String> issuerId,
    Optional<String> sliceValue,
    LocalDate periodEnd,
    OptionalLong numerator,
    OptionalLong denominator,
    OptionalDouble value,
    String valueState) {

  public String kpiId() {
    return definition.kpiId();
  }
}
