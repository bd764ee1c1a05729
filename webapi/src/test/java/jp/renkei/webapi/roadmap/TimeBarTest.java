package jp.renkei.webapi.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The second bar of a milestone on 31 March 2026. */
class TimeBarTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);
  private static final LocalDate START = LocalDate.of(2025, 4, 1);
  private static final LocalDate PAST = LocalDate.of(2025, 12, 31);
  private static final LocalDate COMING = LocalDate.of(2026, 9, 30);
  private static final TimeBar.Axis AXIS =
      TimeBar.Axis.over(Stream.of(START, COMING)).orElseThrow();

  @Test
  void overdueMilestoneIsLateUpToTheDayAlthoughItsForecastIsItsPlan() {
    var bar = bar(PAST, Optional.empty(), Optional.of(PAST), false);
    assertThat(bar.style()).isEqualTo("late");
    assertThat(bar.endsOn()).contains(AS_OF);
    assertThat(bar.end()).contains(bar.asOf());
  }

  @Test
  void overdueMilestoneWithoutForecastIsLateToo() {
    assertThat(bar(PAST, Optional.empty(), Optional.empty(), false).style()).isEqualTo("late");
  }

  @Test
  void laterForecastReachesBeyondTheDay() {
    var bar = bar(PAST, Optional.empty(), Optional.of(COMING), false);
    assertThat(bar.style()).isEqualTo("late");
    assertThat(bar.endsOn()).contains(COMING);
  }

  @Test
  void whatIsDueLaterIsOpen() {
    var bar = bar(COMING, Optional.empty(), Optional.of(COMING), false);
    assertThat(bar.style()).isEqualTo("open");
    assertThat(bar.endsOn()).contains(COMING);
    assertThat(bar(COMING, Optional.empty(), Optional.empty(), false).endsOn()).isEmpty();
  }

  @Test
  void actualEndCountsWhateverWasForecast() {
    var bar = bar(PAST, Optional.of(PAST.minusDays(10)), Optional.of(COMING), false);
    assertThat(bar.style()).isEqualTo("done");
    assertThat(bar.endsOn()).contains(PAST.minusDays(10));
  }

  @Test
  void cancelledMilestoneIsExpectedNoMore() {
    var bar = bar(PAST, Optional.empty(), Optional.of(COMING), true);
    assertThat(bar.endsOn()).isEmpty();
    assertThat(bar.style()).isEqualTo("open");
  }

  private static TimeBar bar(
      LocalDate planned,
      Optional<LocalDate> actual,
      Optional<LocalDate> forecast,
      boolean isCancelled) {
    return TimeBar.of(
            AXIS, Optional.of(START), Optional.of(planned), actual, forecast, isCancelled, AS_OF)
        .orElseThrow();
  }
}
