package jp.renkei.jobs.gold.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An interim target or target of a KPI, with the baseline it is measured from.
 *
 * @param definitionVersion the version of the definition that held where the way begins; figures by
 *     another one are not measured against the goal
 * @param kind INTERIM or TARGET
 * @param better up, down or none: what the KPI's definition calls better
 */
record Goal(
    String kpiId,
    long definitionVersion,
    String kind,
    LocalDate on,
    double value,
    Optional<String> document,
    Optional<String> explanation,
    Optional<Baseline> baseline,
    String better) {

  private static final int PLACES = 9;

  /** Where the way to the goal begins. */
  record Baseline(LocalDate on, double value) {}

  /** Whether values have to rise to the goal; empty where nothing says which way. */
  Optional<Boolean> rises() {
    if (baseline.isPresent() && baseline.get().value() != value) {
      return Optional.of(value > baseline.get().value());
    }
    return better.equals("none") ? Optional.empty() : Optional.of(better.equals("up"));
  }

  /** Whether a value has reached the goal. */
  boolean isReachedBy(double reached, boolean rises) {
    return rises ? reached >= value : reached <= value;
  }

  /** The part of the way from the baseline that a figure has gone; 1 is all of it. */
  OptionalDouble achievement(Point point) {
    return baseline
        .filter(from -> from.value() != value && point.end().isAfter(from.on()))
        .map(from -> OptionalDouble.of(part(point.value(), from.value())))
        .orElse(OptionalDouble.empty());
  }

  /** In decimals, so that 120 % of decimal figures is 1.2 and not a trifle more. */
  private double part(double reached, double from) {
    var start = BigDecimal.valueOf(from);
    return BigDecimal.valueOf(reached)
        .subtract(start)
        .divide(BigDecimal.valueOf(value).subtract(start), PLACES, RoundingMode.HALF_UP)
        .doubleValue();
  }

  /** Whether a figure says anything of the way that began with the baseline. */
  boolean isAfterBaseline(Point point) {
    return baseline.map(from -> point.end().isAfter(from.on())).orElse(true);
  }
}
