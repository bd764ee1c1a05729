package jp.renkei.reports.explain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * One row of a KPI's SELECT that belongs to a figure: whom it is about, and what it adds.
 *
 * @param month first day of the month; of KPIs of months only
 * @param observed the observation that a statistic is made of; empty for counts
 * @param buckets how many lie in each bucket, by its column; of what a quantile is read from alone
 */
record CountedPart(
    Optional<LocalDate> month,
    Optional<String> issuerId,
    Optional<String> agentId,
    Optional<String> segment,
    Optional<String> measure,
    OptionalLong numerator,
    OptionalLong denominator,
    Optional<Double> observed,
    SortedMap<String, Long> buckets,
    Role role) {

  /** What a row is to its figure; the order is that of telling. */
  enum Role {
    /** Adds to the numerator, and to the denominator where there is one. */
    NUMERATOR,
    /** Adds to the denominator alone. */
    DENOMINATOR,
    /** Only moves the lower or the upper bound. */
    BOUNDS,
    /** Adds nothing. */
    NONE
  }

  /** Issuer, agent or pair; empty for a row of no company, such as a milestone of the ministry. */
  String entity() {
    return issuerId.orElse("")
        + (issuerId.isPresent() && agentId.isPresent() ? "×" : "")
        + agentId.orElse("");
  }

  /** Of two parts with 0 or 1 each, the larger counts; the rest is the first one's. */
  CountedPart larger(CountedPart other) {
    return new CountedPart(
        month,
        issuerId,
        agentId,
        segment,
        measure,
        larger(numerator, other.numerator),
        larger(denominator, other.denominator),
        observed,
        buckets,
        role.compareTo(other.role) <= 0 ? role : other.role);
  }

  private static OptionalLong larger(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()))
        : OptionalLong.empty();
  }
}
