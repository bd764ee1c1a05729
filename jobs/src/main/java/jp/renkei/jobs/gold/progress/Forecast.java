package jp.renkei.jobs.gold.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a line reaches a goal at its present pace.
 *
 * @param window the figures it rests on; empty where none was made
 * @param on the date; with state FORECAST alone
 * @param latest empty where the worse edge of the interval never gets there
 */
record Forecast(
    State state,
    List<Point> window,
    Optional<LocalDate> on,
    Optional<LocalDate> earliest,
    Optional<LocalDate> latest) {
  /** What can be said. */
  enum State {
    REACHED,
    FORECAST,
    /** The line stands still or moves away. */
    AWAY,
    BEYOND_HORIZON,
    TOO_FEW_POINTS,
    /** The KPI has no better direction, and there is no baseline. */
    NO_DIRECTION,
    /** There is no line. */
    NOT_MEASURED
  }

  static Forecast of(Goal goal, Line line) {
    if (goal.rises().isEmpty()) {
      return without(State.NO_DIRECTION, List.of());
    }
    boolean rises = goal.rises().get();
    if (goal.isReachedBy(line.newest().value(), rises)) {
      return without(State.REACHED, List.of());
    }
    var window = line.window();
    if (window.size() < Trend.FEWEST_POINTS) {
      return without(State.TOO_FEW_POINTS, window);
    }
    var trend = new Trend(window);
    if (!trend.leads(rises)) {
      return without(State.AWAY, window);
    }
    var on = trend.reaches(goal.value());
    if (on.isEmpty()) {
      return without(State.BEYOND_HORIZON, window);
    }
    return new Forecast(
        State.FORECAST,
        window,
        on,
        trend.reachesAtBest(goal.value()),
        trend.reachesAtWorst(goal.value()));
  }

  static Forecast without(State state, List<Point> window) {
    return new Forecast(state, window, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether a line was drawn through figures. */
  boolean isDrawn() {
    return window.size() >= Trend.FEWEST_POINTS;
  }
}
