package jp.renkei.jobs.gold.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The line through figures, and when it and the edges of its interval reach a value. */
class TrendTest {
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);

  /** Points of every hundredth day up to the last. */
  private static List<Point> points(double... values) {
    return IntStream.range(0, values.length)
        .mapToObj(
            index -> {
              var day = LAST.minusDays(100L * (values.length - 1 - index));
              return new Point(day, day, values[index], "FINAL");
            })
        .toList();
  }

  @Test
  void reachesAGoalOnTheDayOfAnExactLine() {
    var trend = new Trend(points(0.1, 0.2, 0.3, 0.4));
    assertThat(trend.leads(true)).isTrue();
    assertThat(trend.reaches(0.8)).contains(LAST.plusDays(400));
    assertThat(trend.reachesAtBest(0.8)).contains(LAST.plusDays(400));
    assertThat(trend.reachesAtWorst(0.8)).contains(LAST.plusDays(400));
  }

  /**
   * By hand: mean 25, slope 4800/50000 = 0.096, squares of the residuals 0.36 + 3.24 + 3.24 + 0.36
   * = 7.2, s² = 3.6, t² of two degrees of freedom at 80 % = 32/9. Line: (60 - 25)/0.096 = 364.6
   * days behind the mean day. Edges: 0.00896 u² - 6.72 u + 1209 = 0, u = 299.6 and 450.4.
   */
  @Test
  void givesTheIntervalThatIsWorkedOutByHand() {
    var trend = new Trend(points(10, 22, 28, 40));
    assertThat(trend.reaches(60)).contains(LAST.plusDays(215));
    assertThat(trend.reachesAtBest(60)).contains(LAST.plusDays(150));
    assertThat(trend.reachesAtWorst(60)).contains(LAST.plusDays(301));
  }

  @Test
  void isTheSameUpsideDown() {
    var trend = new Trend(points(-10, -22, -28, -40));
    assertThat(trend.leads(false)).isTrue();
    assertThat(trend.leads(true)).isFalse();
    assertThat(trend.reaches(-60)).contains(LAST.plusDays(215));
    assertThat(trend.reachesAtBest(-60)).contains(LAST.plusDays(150));
    assertThat(trend.reachesAtWorst(-60)).contains(LAST.plusDays(301));
  }

  @Test
  void mayBeThereTodayAtBestAndNeverAtWorst() {
    var trend = new Trend(points(10, 30, 12, 31));
    assertThat(trend.reaches(40)).isPresent();
    assertThat(trend.reachesAtBest(40)).contains(LAST);
    assertThat(trend.reachesAtWorst(40)).isEmpty();
  }

  @Test
  void isNotThereBeforeTheLastFigure() {
    // The line is past 34 already, which the last figure itself is not.
    assertThat(new Trend(points(10, 20, 40, 33)).reaches(34)).contains(LAST);
  }

  /**
   * By hand: mean 48.18, slope 1000/110 = 9.09 a figure, the line at the last day 93.64; squares of
   * the residuals 272.7, s² = 30.3, t of nine degrees of freedom 1.383, half the interval there
   * 1.383 · 5.505 · (1 + 1/11 + 25/110)^½ = 8.74. Of 93.64 - 8.74 = 84.90, 84 is short and 85 is
   * not.
   */
  @Test
  void isThereAtWorstWhereEvenTheLaggingEdgeIsPastTheGoal() {
    var trend = new Trend(points(0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 80));
    assertThat(trend.reaches(84)).contains(LAST);
    assertThat(trend.reachesAtBest(84)).contains(LAST);
    assertThat(trend.reachesAtWorst(84)).contains(LAST);
    assertThat(trend.reachesAtWorst(85).orElseThrow())
        .isBetween(LAST.plusDays(1), LAST.plusDays(2));
  }

  @Test
  void saysNoDateThatIsFarAway() {
    var trend = new Trend(points(0.1000, 0.1001, 0.1002, 0.1003));
    assertThat(trend.reaches(0.9)).isEmpty();
  }

  @Test
  void leadsNowhereWhereNothingMoves() {
    var trend = new Trend(points(0.5, 0.5, 0.5, 0.5));
    assertThat(trend.leads(true)).isFalse();
    assertThat(trend.leads(false)).isFalse();
  }

  @Test
  void needsFourPoints() {
    assertThatThrownBy(() -> new Trend(points(1, 2, 3)))
        .hasMessage("Cannot draw a trend: found 3 points, expected at least 4.");
  }
}
