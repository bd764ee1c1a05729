package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One row of gold.kpi_value.
 *
 * @param value ratio 0..1, count, or statistic in the KPI's unit; empty unless REPORTED
 */
public record KpiFigure(
    String kpiId,
    long definitionVersion,
    Optional<String> issuerId,
    Optional<String> sliceValue,
    String periodType,
    LocalDate periodStart,
    LocalDate periodEnd,
    OptionalLong numerator,
    OptionalLong denominator,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    String valueState,
    Optional<String> status,
    Line line) {

  /**
   * What figures must share to stand in one line: values of another definition, basis or measuring
   * rule are never joined.
   */
  public record Line(
      long definitionVersion, String basis, String comparabilityGroup, String issuerBasis) {}

  public KpiFigure {
    Objects.requireNonNull(kpiId, "kpiId");
    Objects.requireNonNull(periodStart, "periodStart");
    Objects.requireNonNull(valueState, "valueState");
  }
}
