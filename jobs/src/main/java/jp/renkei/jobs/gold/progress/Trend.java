package jp.renkei.jobs.gold.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The straight line of least squares through figures over days, with the interval in which a
 * further figure is to be expected. Days are counted from the last figure.
 */
final class Trend {
  static final int FEWEST_POINTS = 4;
  static final int MOST_POINTS = 12;
  static final double CONFIDENCE = 0.8;
  static final String METHOD = "OLS";

  /** Behind this many years a date says nothing but that it is far away. */
  private static final int HORIZON_YEARS = 30;

  /**
   * Of a day: what rounding may leave where edge, line and goal meet in one point. Sums of squares
   * keep half the digits of what they are the squares of.
   */
  private static final double ROUNDING = 1e-3;

  private final LocalDate last;
  private final SimpleRegression line = new SimpleRegression();
  private final double meanDay;
  private final double quantile;

  /**
   * @param points at least four, the oldest first, each of another day
   */
  Trend(List<Point> points) {
    if (points.size() < FEWEST_POINTS) {
      throw new IllegalArgumentException(
          "Cannot draw a trend: found %d points, expected at least %d."
              .formatted(points.size(), FEWEST_POINTS));
    }
    last = points.get(points.size() - 1).end();
    points.forEach(point -> line.addData(day(point.end()), point.value()));
    meanDay = points.stream().mapToDouble(point -> day(point.end())).average().orElseThrow();
    quantile =
        new TDistribution(points.size() - 2).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
  }

  private double day(LocalDate date) {
    return date.toEpochDay() - last.toEpochDay();
  }

  /** Whether the line rises, or falls; a level one does neither. */
  boolean leads(boolean upwards) {
    return upwards ? line.getSlope() > 0 : line.getSlope() < 0;
  }

  /**
   * The day on which the line reaches a goal that it leads to, that of the last figure at least.
   *
   * @return empty where that is too far away
   */
  Optional<LocalDate> reaches(double goal) {
    return date(-daysPast(goal, 0));
  }

  /**
   * The day on which the edge of the interval that is ahead of the line reaches the goal, that of
   * the last figure at least.
   */
  Optional<LocalDate> reachesAtBest(double goal) {
    return edgeReaches(goal, 1);
  }

  /** The day on which the edge that lags behind the line does; empty where it never does. */
  Optional<LocalDate> reachesAtWorst(double goal) {
    return edgeReaches(goal, -1);
  }

  /**
   * @param side 1 for the edge ahead, -1 for the one behind
   */
  private Optional<LocalDate> edgeReaches(double goal, int side) {
    double past = (line.predict(0) - goal) * Math.signum(line.getSlope());
    if (past + side * width(0) >= 0) {
      return Optional.of(last);
    }
    double reached = -daysPast(goal, 0);
    return crossings(goal)
        .map(root -> root + meanDay)
        // The edge ahead is there while the line is still short of the goal.
        .filter(day -> day >= -ROUNDING && side * daysPast(goal, day) <= ROUNDING)
        .map(day -> side > 0 ? Math.min(day, reached) : Math.max(day, reached))
        .sorted()
        .boxed()
        .findFirst()
        .flatMap(this::date);
  }

  /**
   * Where line and goal are as far apart as the interval is wide: with u the days from the mean
   * day, d the mean less the goal, b the slope, v = t² s², it is {@code (b u + d)² = v (1 + 1/n +
   * u²/Sxx)}. The discriminant is multiplied out, so that nothing is lost where v is next to 0.
   */
  private DoubleStream crossings(double goal) {
    double slope = line.getSlope();
    double distance = line.predict(meanDay) - goal;
    double variance = square(quantile) * line.getMeanSquareError();
    double spread = 1 + 1.0 / line.getN();
    double squares = line.getXSumSquares();
    double discriminant =
        variance * (square(slope) * spread + (square(distance) - variance * spread) / squares);
    if (discriminant < 0) {
      return DoubleStream.empty();
    }
    double half = slope * distance;
    double larger = -(half + Math.copySign(Math.sqrt(discriminant), half));
    return DoubleStream.of(
        larger / (square(slope) - variance / squares),
        (square(distance) - variance * spread) / larger);
  }

  /** Days by which the line is past the goal on a day; negative while it is short of it. */
  private double daysPast(double goal, double day) {
    return (line.predict(day) - goal) / line.getSlope();
  }

  /** Half the width of the interval on a day. */
  private double width(double day) {
    double spread = 1 + 1.0 / line.getN() + square(day - meanDay) / line.getXSumSquares();
    return quantile * Math.sqrt(line.getMeanSquareError() * spread);
  }

  private static double square(double value) {
    return value * value;
  }

  /** A day; empty behind the horizon. */
  private Optional<LocalDate> date(double day) {
    long horizon = last.plusYears(HORIZON_YEARS).toEpochDay() - last.toEpochDay();
    return day <= horizon
        ? Optional.of(last.plusDays(Math.max(0, (long) Math.ceil(day - ROUNDING))))
        : Optional.empty();
  }
}
