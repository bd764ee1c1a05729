package jp.renkei.jobs.gold.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every forecast, whatever the figures. */
class TrendLawsTest {
  private static final LocalDate FIRST = LocalDate.of(2020, 1, 31);

  /** Figures in thousandths, a month to half a year apart. */
  @Provide
  Arbitrary<List<Point>> figures() {
    var figure =
        Combinators.combine(
                Arbitraries.integers().between(28, 184), Arbitraries.integers().between(0, 1000))
            .as((days, value) -> new int[] {days, value});
    return figure.list().ofMinSize(1).ofMaxSize(16).map(TrendLawsTest::points);
  }

  private static List<Point> points(List<int[]> figures) {
    var points = new ArrayList<Point>();
    var day = FIRST;
    for (var figure : figures) {
      day = day.plusDays(figure[0]);
      points.add(new Point(day, day, figure[1] / 1000.0, "FINAL"));
    }
    return points;
  }

  private static Forecast forecast(List<Point> points, double value, String better) {
    var goal =
        new Goal(
            "scraping_share",
            1,
            "TARGET",
            FIRST.plusYears(20),
            value,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            better);
    return Forecast.of(
        goal, new Line(new Line.Id("scraping_share", 1, "g", "SURVEY", "POINT"), points));
  }

  @Property
  void theForecastLiesBetweenItsEdgesAndNotBeforeTheLastFigure(
      @ForAll("figures") List<Point> points,
      @ForAll @IntRange(min = -500, max = 1500) int goal,
      @ForAll boolean rises) {
    var forecast = forecast(points, goal / 1000.0, rises ? "up" : "down");
    if (forecast.on().isPresent()) {
      var last = points.get(points.size() - 1).end();
      assertThat(forecast.state()).isEqualTo(Forecast.State.FORECAST);
      assertThat(forecast.earliest().orElseThrow()).isBetween(last, forecast.on().orElseThrow());
      forecast
          .latest()
          .ifPresent(latest -> assertThat(latest).isAfterOrEqualTo(forecast.on().orElseThrow()));
    } else {
      assertThat(forecast.earliest()).isEmpty();
      assertThat(forecast.latest()).isEmpty();
    }
  }

  @Property
  void nothingIsForecastFromFewerThanFourFigures(
      @ForAll("figures") List<Point> points, @ForAll @IntRange(min = -500, max = 1500) int goal) {
    var forecast = forecast(points, goal / 1000.0, "down");
    boolean isReached = points.get(points.size() - 1).value() <= goal / 1000.0;
    assertThat(forecast.state() == Forecast.State.TOO_FEW_POINTS)
        .isEqualTo(!isReached && points.size() < 4);
    assertThat(forecast.window()).hasSizeLessThanOrEqualTo(12);
  }

  @Property
  void isTheSameUpsideDown(
      @ForAll("figures") List<Point> points, @ForAll @IntRange(min = -500, max = 1500) int goal) {
    var mirrored =
        points.stream()
            .map(point -> new Point(point.start(), point.end(), -point.value(), point.status()))
            .toList();
    var up = forecast(points, goal / 1000.0, "up");
    var down = forecast(mirrored, -goal / 1000.0, "down");
    assertThat(down.state()).isEqualTo(up.state());
    assertThat(down.on()).isEqualTo(up.on());
    assertThat(down.earliest()).isEqualTo(up.earliest());
    assertThat(down.latest()).isEqualTo(up.latest());
  }
}
