package jp.renkei.jobs.gold.progress;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far one line of a KPI is on the way to one goal: one row of gold.kpi_progress.
 *
 * @param line empty where the KPI has no figure of the whole industry
 * @param asOf date by which a goal counts as passed
 */
record Progress(Goal goal, Optional<Line> line, LocalDate asOf) {
  private static final double OVERSHOOT = 1.2;

  /** What became of a goal. */
  enum State {
    PENDING,
    MET,
    MISSED,
    NOT_MEASURED,
    NO_DIRECTION
  }

  /** The figure by which a goal whose date has passed is judged. */
  Optional<Point> judged() {
    return goal.on().isBefore(asOf)
        ? line.flatMap(one -> one.at(goal.on())).filter(goal::isAfterBaseline)
        : Optional.empty();
  }

  State state() {
    if (!goal.on().isBefore(asOf)) {
      return State.PENDING;
    }
    var judged = judged();
    if (judged.isEmpty()) {
      return State.NOT_MEASURED;
    }
    return goal.rises()
        .map(rises -> goal.isReachedBy(judged.get().value(), rises) ? State.MET : State.MISSED)
        .orElse(State.NO_DIRECTION);
  }

  /** With the newest figure. */
  OptionalDouble achievement() {
    return line.map(one -> goal.achievement(one.newest())).orElse(OptionalDouble.empty());
  }

  /** MISSED or OVERSHOOT, where the makers of policy owe a reason. */
  Optional<String> explanationReason() {
    if (state() == State.MISSED) {
      return Optional.of("MISSED");
    }
    var reached = judged().map(goal::achievement).orElseGet(this::achievement);
    return reached.isPresent() && reached.getAsDouble() > OVERSHOOT
        ? Optional.of("OVERSHOOT")
        : Optional.empty();
  }

  private Forecast forecast() {
    return line.map(one -> Forecast.of(goal, one))
        .orElseGet(() -> Forecast.without(Forecast.State.NOT_MEASURED, List.of()));
  }

  /** The values in the order of the table's columns, absent ones null. */
  List<Object> row() {
    var id = line.map(Line::id);
    var actual = line.map(Line::newest);
    var judged = judged();
    var forecast = forecast();
    boolean isDrawn = forecast.isDrawn();
    return Arrays.asList(
        goal.kpiId(),
        id.map(Line.Id::definitionVersion).orElse(null),
        id.map(Line.Id::comparabilityGroup).orElse(null),
        id.map(Line.Id::basis).orElse(null),
        id.map(Line.Id::periodType).orElse(null),
        goal.kind(),
        goal.on(),
        goal.value(),
        goal.document().orElse(null),
        goal.baseline().map(Goal.Baseline::on).orElse(null),
        goal.baseline().map(Goal.Baseline::value).orElse(null),
        actual.map(Point::start).orElse(null),
        actual.map(Point::end).orElse(null),
        actual.map(Point::value).orElse(null),
        actual.map(Point::status).orElse(null),
        orNull(achievement()),
        judged.map(Point::end).orElse(null),
        judged.map(Point::value).orElse(null),
        judged.map(Point::status).orElse(null),
        state().name(),
        explanationReason().orElse(null),
        goal.explanation().orElse(null),
        explanationReason().isPresent() && goal.explanation().isEmpty(),
        forecast.state().name(),
        forecast.on().orElse(null),
        forecast.earliest().orElse(null),
        forecast.latest().orElse(null),
        isDrawn ? Trend.METHOD : null,
        isDrawn ? Trend.CONFIDENCE : null,
        line.isPresent() ? (Object) (long) forecast.window().size() : null,
        isDrawn ? forecast.window().get(0).end() : null,
        isDrawn ? forecast.window().get(forecast.window().size() - 1).end() : null,
        asOf);
  }

  private static Object orNull(OptionalDouble number) {
    return number.isPresent() ? (Object) number.getAsDouble() : null;
  }
}
