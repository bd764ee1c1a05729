package jp.renkei.jobs.gold.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Figures of one KPI, of the whole industry, that may be joined: one definition version and one
 * comparability group.
 *
 * @param points the oldest first, never empty
 */
record Line(Id id, List<Point> points) {
  /** What the figures of a line have in common. */
  record Id(
      String kpiId,
      long definitionVersion,
      String comparabilityGroup,
      String basis,
      String periodType) {}

  Point newest() {
    return points.get(points.size() - 1);
  }

  /** The newest figure that ended by a day, once the line was measured through that day. */
  Optional<Point> at(LocalDate day) {
    if (newest().end().isBefore(day)) {
      return Optional.empty();
    }
    return points.stream().filter(point -> !point.end().isAfter(day)).reduce((one, later) -> later);
  }

  /** The newest settled figures, at most as many as a trend takes. */
  List<Point> window() {
    var settled = points.stream().filter(Point::isSettled).toList();
    return settled.subList(Math.max(0, settled.size() - Trend.MOST_POINTS), settled.size());
  }
}
