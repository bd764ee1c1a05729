package jp.renkei.webapi.roadmap;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a milestone lies on a time axis of 1,000 units, one axis for all milestones of a page.
 *
 * @param planStart left edge of the baseline
 * @param planEnd right edge of the baseline
 * @param end the second bar's right edge; empty without one
 * @param endsOn the day that edge stands for
 * @param asOf place of the release's as-of date
 * @param style style of the second bar: done, late or open
 */
public record TimeBar(
    double planStart,
    double planEnd,
    Optional<Double> end,
    Optional<LocalDate> endsOn,
    double asOf,
    String style,
    List<Tick> ticks) {

  /** A year's first day on the axis. */
  public record Tick(double place, String label) {}

  /** The time axis of a page. */
  public record Axis(LocalDate from, LocalDate to) {
    /** The axis from the first year's beginning to the last year's end of the dates. */
    public static Optional<Axis> over(Stream<LocalDate> dates) {
      var sorted = dates.sorted().toList();
      return sorted.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Axis(
                  sorted.get(0).withDayOfYear(1),
                  sorted.get(sorted.size() - 1).withDayOfYear(1).plusYears(1)));
    }

    double place(LocalDate date) {
      double days = ChronoUnit.DAYS.between(from, to);
      double place = 1000 * ChronoUnit.DAYS.between(from, date) / days;
      return Math.round(Math.max(0, Math.min(1000, place)) * 10) / 10.0;
    }

    List<Tick> ticks() {
      var ticks = new ArrayList<Tick>();
      for (LocalDate year = from; year.isBefore(to); year = year.plusYears(1)) {
        ticks.add(new Tick(place(year), String.valueOf(year.getYear())));
      }
      return ticks;
    }
  }

  /**
   * The bar of a milestone. What is open cannot end before the as-of date, as in gold.milestone's
   * slip; what was cancelled is expected no more.
   */
  static Optional<TimeBar> of(
      Axis axis,
      Optional<LocalDate> baselineStart,
      Optional<LocalDate> baselineEnd,
      Optional<LocalDate> actualEnd,
      Optional<LocalDate> forecastEnd,
      boolean isCancelled,
      LocalDate asOf) {
    var planEnd = baselineEnd.or(() -> forecastEnd).or(() -> actualEnd);
    if (planEnd.isEmpty()) {
      return Optional.empty();
    }
    boolean isOverdue = baselineEnd.isPresent() && baselineEnd.orElseThrow().isBefore(asOf);
    var expected = forecastEnd.or(() -> isOverdue ? Optional.of(asOf) : Optional.empty());
    var end =
        actualEnd.or(
            () ->
                isCancelled
                    ? Optional.empty()
                    : expected.map(day -> day.isBefore(asOf) ? asOf : day));
    boolean isLate =
        baselineEnd.isPresent()
            && end.isPresent()
            && end.orElseThrow().isAfter(baselineEnd.orElseThrow());
    String style = isLate ? "late" : actualEnd.isPresent() ? "done" : "open";
    return Optional.of(
        new TimeBar(
            axis.place(baselineStart.orElse(planEnd.orElseThrow())),
            axis.place(planEnd.orElseThrow()),
            end.map(axis::place),
            end,
            axis.place(asOf),
            style,
            axis.ticks()));
  }

  /** Width of the second bar; at least a visible mark. */
  public double endWidth() {
    return Math.max(6, end.orElse(planStart) - planStart);
  }

  public double planWidth() {
    return Math.max(6, planEnd - planStart);
  }
}
