package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One row of gold.kpi_value. */
public record KpiValue(
    Key key,
    LocalDate periodEnd,
    OptionalLong numerator,
    OptionalLong denominator,
    OptionalDouble value,
    OptionalDouble valueLow,
    OptionalDouble valueHigh,
    long respondents,
    String valueState,
    String status,
    String roundId,
    LocalDate asOf,
    String ruleVersion,
    String comparabilityGroup) {

  /** What tells one row from every other; absent ids and slices are the empty text. */
  public record Key(
      String kpiId,
      int definitionVersion,
      String level,
      String issuerId,
      String agentId,
      String slice,
      String sliceValue,
      String periodType,
      LocalDate periodStart,
      String basis,
      String issuerBasis) {
    /** Whether the issuer is today's, its predecessors' history included. */
    public boolean isByTodaysIssuers() {
      return issuerBasis.equals("NOW");
    }
  }

  /** The values in the order of the table's columns, absent ones null. */
  public List<Object> row() {
    return Arrays.asList(
        key.kpiId(),
        (long) key.definitionVersion(),
        key.level(),
        orNull(key.issuerId()),
        orNull(key.agentId()),
        orNull(key.slice()),
        orNull(key.sliceValue()),
        key.periodType(),
        key.periodStart(),
        periodEnd,
        orNull(numerator),
        orNull(denominator),
        orNull(value),
        orNull(valueLow),
        orNull(valueHigh),
        respondents,
        valueState,
        status,
        orNull(roundId),
        asOf,
        key.basis(),
        orNull(ruleVersion),
        comparabilityGroup,
        key.issuerBasis());
  }

  /** Whether the figures that a reader sees are the same. */
  public boolean saysTheSameAs(KpiValue other) {
    return numerator.equals(other.numerator)
        && denominator.equals(other.denominator)
        && value.equals(other.value)
        && valueLow.equals(other.valueLow)
        && valueHigh.equals(other.valueHigh);
  }

  private static Object orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Object orNull(OptionalLong count) {
    return count.isPresent() ? count.getAsLong() : null;
  }

  private static Object orNull(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
