package jp.renkei.webapi.kpi;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;

/**
 * One row of gold.kpi_value.
 *
 * @param value ratio 0..1, count or statistic in the KPI's unit; empty with a state other than
 *     REPORTED
 */
public record KpiFigure(
    String kpiId,
    long definitionVersion,
    String level,
    Optional<String> issuerId,
    Optional<String> agentId,
    Optional<String> slice,
    Optional<String> sliceValue,
    String periodType,
    LocalDate periodStart,
    LocalDate periodEnd,
    OptionalLong numerator,
    OptionalLong denominator,
    OptionalDouble value,
    OptionalDouble low,
    OptionalDouble high,
    OptionalLong respondents,
    String valueState,
    String status,
    String basis,
    String issuerBasis,
    String comparabilityGroup) {

  /** What must be equal for two figures to stand in one line or be compared. */
  public record Line(
      String kpiId,
      long definitionVersion,
      String comparabilityGroup,
      String basis,
      String periodType,
      Optional<String> slice,
      Optional<String> sliceValue) {}

  public Line line() {
    return new Line(
        kpiId, definitionVersion, comparabilityGroup, basis, periodType, slice, sliceValue);
  }

  /** The key of the row, but for the issuer basis. */
  record Key(Line line, Optional<String> issuerId, Optional<String> agentId, LocalDate start) {}

  Key key() {
    return new Key(line(), issuerId, agentId, periodStart);
  }

  static KpiFigure of(KpiValueRecord row) {
    return new KpiFigure(
        row.getKpiId(),
        Objects.requireNonNullElse(row.getDefinitionVersion(), 1L),
        Objects.requireNonNullElse(row.getEntityLevel(), ""),
        Optional.ofNullable(row.getIssuerId()),
        Optional.ofNullable(row.getAgentId()),
        Optional.ofNullable(row.getSlice()),
        Optional.ofNullable(row.getSliceValue()),
        Objects.requireNonNullElse(row.getPeriodType(), ""),
        row.getPeriodStart(),
        row.getPeriodEnd(),
        optional(row.getNumerator()),
        optional(row.getDenominator()),
        optional(row.getValue()),
        optional(row.getValueLow()),
        optional(row.getValueHigh()),
        optional(row.getNRespondents()),
        Objects.requireNonNullElse(row.getValueState(), "UNKNOWN"),
        Objects.requireNonNullElse(row.getStatus(), ""),
        Objects.requireNonNullElse(row.getBasis(), ""),
        Objects.requireNonNullElse(row.getIssuerBasis(), ""),
        Objects.requireNonNullElse(row.getComparabilityGroup(), ""));
  }

  private static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
