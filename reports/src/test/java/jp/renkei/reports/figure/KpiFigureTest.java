package jp.renkei.reports.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tells the lines of a KPI apart. */
class KpiFigureTest {
  private static KpiFigure.Line line(String comparabilityGroup) {
    return new KpiFigure.Line(
        "api_availability",
        1,
        comparabilityGroup,
        "STATED",
        KpiFigure.POINT,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void knowsHowPlannedStopsCountInAStatedAvailability() {
    assertThat(line("api_availability/1/STATED//INCLUDED").plannedStops()).contains("INCLUDED");
    assertThat(line("api_availability/1/STATED//EXCLUDED"))
        .isNotEqualTo(line("api_availability/1/STATED//INCLUDED"));
  }

  @Test
  void knowsOfNoneInOtherFigures() {
    assertThat(line("api_success_rate/1/GATEWAY_LOG/access-classification-3").plannedStops())
        .isEmpty();
    assertThat(line("api_availability/1/STATED/").plannedStops()).isEmpty();
    assertThat(line("").plannedStops()).isEmpty();
  }
}
