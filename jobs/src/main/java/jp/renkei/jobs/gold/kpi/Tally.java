package jp.renkei.jobs.gold.kpi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.warehouse.kpi.Count;
import jp.renkei.warehouse.kpi.Division;
import jp.renkei.warehouse.kpi.Histogram;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiKind;

/** The counts of one cell, added up from its parts, and the value that follows from them. */
final class Tally {
  private final Count numerator = new Count();
  private final Count denominator = new Count();
  private final Count lowNumerator = new Count();
  private final Count lowDenominator = new Count();
  private final Count highNumerator = new Count();
  private final Count highDenominator = new Count();
  private final Count unanswered = new Count();
  private final Set<String> issuers = new HashSet<>();
  private final Set<String> agents = new HashSet<>();
  private final List<CountedPart> parts = new ArrayList<>();
  private final Histogram histogram = new Histogram();
  private final Set<String> comparedWithin = new TreeSet<>();
  private OptionalDouble statistic = OptionalDouble.empty();
  private OptionalLong givenRespondents = OptionalLong.empty();

  /** Adds the counts of a part of a KPI that adds up. */
  void addCounts(CountRow row, Set<String> columns) {
    addTo(numerator, row, columns, "numerator");
    addTo(denominator, row, columns, "denominator");
    addTo(lowNumerator, row, columns, "low_numerator");
    addTo(lowDenominator, row, columns, "low_denominator");
    addTo(highNumerator, row, columns, "high_numerator");
    addTo(highDenominator, row, columns, "high_denominator");
    addTo(unanswered, row, columns, "unanswered");
    columns.stream()
        .filter(Histogram::isBucket)
        .forEach(column -> histogram.add(column, row.count(column)));
    if (row.has("compared_within")) {
      comparedWithin.add(row.text("compared_within"));
    }
  }

  /** Adds who stands behind a part. */
  void addRespondents(CountRow row) {
    if (row.isIssuerBehind()) {
      issuers.add(row.text("issuer_id"));
    }
    if (row.isAgentBehind()) {
      agents.add(row.text("agent_id"));
    }
  }

  /** Keeps what it was added up from. */
  void keep(CountedPart part) {
    parts.add(part);
  }

  List<CountedPart> parts() {
    return parts;
  }

  /**
   * Takes a row that the SELECT made for just this cell; distinct counts of issuers that are one
   * today are added up, since they are distinct within an issuer only.
   */
  void take(CountRow row, Set<String> columns) {
    addTo(numerator, row, columns, "numerator");
    addTo(denominator, row, columns, "denominator");
    if (row.has("median")) {
      statistic = OptionalDouble.of(row.number("median"));
    }
    row.count("n_respondents")
        .ifPresent(given -> givenRespondents = OptionalLong.of(givenRespondents.orElse(0) + given));
  }

  private static void addTo(Count count, CountRow row, Set<String> columns, String column) {
    if (columns.contains(column)) {
      count.add(row.count(column));
    }
  }

  OptionalLong numerator() {
    return numerator.total();
  }

  /** Of a quantile, how many it was read from. */
  OptionalLong denominator() {
    var total = histogram.total();
    return total.isPresent() ? total : denominator.total();
  }

  /** Which kind of measuring the counts are of, where a KPI has several; they never mix. */
  String comparedWithin() {
    return String.join("+", comparedWithin);
  }

  /** Whether something was eligible for which no answer was given. */
  boolean isSomethingUnanswered() {
    return unanswered.total().orElse(0) > 0;
  }

  long respondents() {
    return givenRespondents.orElse((long) issuers.size() + agents.size());
  }

  OptionalDouble value(KpiDefinition kpi) {
    return switch (kpi.kind()) {
      case QUANTILE -> histogram.upperEdge(kpi.quantilePercent().orElseThrow());
      case MEDIAN -> statistic;
      case COUNT, DISTINCT -> asDouble(numerator.total());
      case RATIO, MEAN -> quotient(numerator, denominator);
    };
  }

  OptionalDouble low(KpiDefinition kpi) {
    if (kpi.kind() == KpiKind.QUANTILE) {
      return histogram.lowerEdge(kpi.quantilePercent().orElseThrow());
    }
    return bound(kpi.kind(), lowNumerator, lowDenominator);
  }

  OptionalDouble high(KpiDefinition kpi) {
    if (kpi.kind() == KpiKind.QUANTILE) {
      return histogram.upperEdge(kpi.quantilePercent().orElseThrow());
    }
    return bound(kpi.kind(), highNumerator, highDenominator);
  }

  private static OptionalDouble bound(KpiKind kind, Count above, Count below) {
    return kind == KpiKind.COUNT ? asDouble(above.total()) : quotient(above, below);
  }

  private static OptionalDouble quotient(Count above, Count below) {
    if (above.total().isEmpty() || below.total().isEmpty()) {
      return OptionalDouble.empty();
    }
    return Division.of(above.total().getAsLong(), below.total().getAsLong());
  }

  private static OptionalDouble asDouble(OptionalLong count) {
    return count.isPresent() ? OptionalDouble.of(count.getAsLong()) : OptionalDouble.empty();
  }
}
