package jp.renkei.reports.figure;

import java.time.LocalDate;
import java.util.Arrays;
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

  public static final String POINT = "POINT";
  public static final String MONTH = "MONTH";

  /** The basis of what an issuer states in the shape of CDR Get Metrics v5. */
  public static final String CDR_METRICS = "CDR_METRICS";

  /** The basis of what an issuer counted of its logs at its own site. */
  public static final String ISSUER_SUMMARY = "ISSUER_SUMMARY";

  /** Whether it belongs to one day, the reference date of a round, and not to a span of time. */
  public boolean isPoint() {
    return periodType.equals(POINT);
  }

  /** Whether the issuer states it itself, so that no figure of a log may stand beside it. */
  public boolean isStated() {
    return basis.equals(CDR_METRICS);
  }

  /** What must be equal for two figures to stand in one line or be compared. */
  public record Line(
      String kpiId,
      long definitionVersion,
      String comparabilityGroup,
      String basis,
      String periodType,
      Optional<String> slice,
      Optional<String> sliceValue) {
    private static final int PARTS_OF_EVERY_GROUP = 4;

    /**
     * How planned stops count in a stated availability, INCLUDED or EXCLUDED: the part of the
     * comparability group behind KPI, version, basis and rule version. Empty for every other KPI.
     */
    public Optional<String> plannedStops() {
      return Arrays.stream(comparabilityGroup.split("/", -1))
          .skip(PARTS_OF_EVERY_GROUP)
          .findFirst();
    }
  }

  public Line line() {
    return new Line(
        kpiId, definitionVersion, comparabilityGroup, basis, periodType, slice, sliceValue);
  }

  /**
   * What tells a company's figure from every other, and what a comment stands beside. The same
   * figure by the companies of then and by today's is one.
   */
  public record Id(
      String kpiId,
      long definitionVersion,
      String level,
      Optional<String> issuerId,
      Optional<String> agentId,
      Optional<String> slice,
      Optional<String> sliceValue,
      String periodType,
      LocalDate periodStart,
      String basis) {
    /** What is the same for every version of the definition. */
    Id ofFirstVersion() {
      return new Id(
          kpiId, 1, level, issuerId, agentId, slice, sliceValue, periodType, periodStart, basis);
    }

    /** The same figure without its slice. */
    public Id whole() {
      return new Id(
          kpiId,
          definitionVersion,
          level,
          issuerId,
          agentId,
          Optional.empty(),
          Optional.empty(),
          periodType,
          periodStart,
          basis);
    }
  }

  public Id id() {
    return new Id(
        kpiId,
        definitionVersion,
        level,
        issuerId,
        agentId,
        slice,
        sliceValue,
        periodType,
        periodStart,
        basis);
  }

  /** Whether history is told by today's companies, not by those of the period. */
  public boolean isByTodaysIssuers() {
    return issuerBasis.equals(IssuerBasis.NOW.name());
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
        Maybe.whole(row.getNumerator()),
        Maybe.whole(row.getDenominator()),
        Maybe.decimal(row.getValue()),
        Maybe.decimal(row.getValueLow()),
        Maybe.decimal(row.getValueHigh()),
        Maybe.whole(row.getNRespondents()),
        Objects.requireNonNullElse(row.getValueState(), "UNKNOWN"),
        Objects.requireNonNullElse(row.getStatus(), ""),
        Objects.requireNonNullElse(row.getBasis(), ""),
        Objects.requireNonNullElse(row.getIssuerBasis(), ""),
        Objects.requireNonNullElse(row.getComparabilityGroup(), ""));
  }
}
