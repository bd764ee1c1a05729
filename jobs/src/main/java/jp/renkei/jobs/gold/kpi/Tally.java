package jp.renkei.jobs.gold.kpi;

import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import jp.renkei.warehouse.kpi.Division;
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
  private OptionalDouble statistic = OptionalDouble.empty();
  private OptionalLong givenRespondents = OptionalLong.empty();

  /** Adds a part of a KPI that adds up. */
  void add(CountRow row, Set<String> columns) {
    addTo(numerator, row, columns, "numerator");
    addTo(denominator, row, columns, "denominator");
    addTo(lowNumerator, row, columns, "low_numerator");
    addTo(lowDenominator, row, columns, "low_denominator");
    addTo(highNumerator, row, columns, "high_numerator");
    addTo(highDenominator, row, columns, "high_denominator");
    addTo(unanswered, row, columns, "unanswered");
    if (row.isIssuerBehind()) {
      issuers.add(row.text("issuer_id"));
    }
    if (row.isAgentBehind()) {
      agents.add(row.text("agent_id"));
    }
  }

  /** Takes a row that the SELECT made for just this cell. */
  void take(CountRow row, Set<String> columns) {
    addTo(numerator, row, columns, "numerator");
    addTo(denominator, row, columns, "denominator");
    if (row.has("median")) {
      statistic = OptionalDouble.of(row.number("median"));
    }
    givenRespondents = row.count("n_respondents");
  }

  private static void addTo(Count count, CountRow row, Set<String> columns, String column) {
    if (columns.contains(column)) {
      count.add(row.count(column));
    }
  }

  OptionalLong numerator() {
    return numerator.total();
  }

  OptionalLong denominator() {
    return denominator.total();
  }

  /** Whether something was eligible for which no answer was given. */
  boolean isSomethingUnanswered() {
    return unanswered.total().orElse(0) > 0;
  }

  long respondents() {
    return givenRespondents.orElse((long) issuers.size() + agents.size());
  }

  OptionalDouble value(KpiKind kind) {
    return switch (kind) {
      case MEDIAN -> statistic;
      case COUNT, DISTINCT -> asDouble(numerator.total());
      case RATIO, MEAN -> quotient(numerator, denominator);
    };
  }

  OptionalDouble low(KpiKind kind) {
    return bound(kind, lowNumerator, lowDenominator);
  }

  OptionalDouble high(KpiKind kind) {
    return bound(kind, highNumerator, highDenominator);
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
