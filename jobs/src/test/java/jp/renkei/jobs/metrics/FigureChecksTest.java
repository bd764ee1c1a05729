package jp.renkei.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold between the figures of one day. */
class FigureChecksTest {
  private static GivenMetrics given() {
    return GivenMetrics.least()
        .with("/data/sessionCount", "{'previousDays':[1]}")
        .with("/data/errors/aggregate", "{'previousDays':[5,7]}")
        .with("/data/errors/unauthenticated", "{'previousDays':[{'500':2},{'500':7}]}")
        .with("/data/errors/authenticated", "{'previousDays':[{'503':3,'404':9},{}]}")
        .with("/data/averageTps/aggregate", "{'previousDays':[0.5]}")
        .with("/data/averageTps/unauthenticated", "{'previousDays':[0.2]}")
        .with("/data/averageTps/authenticated", "{'previousDays':[0.3]}")
        .with("/data/peakTps/aggregate", "{'previousDays':[4]}")
        .with("/data/peakTps/unauthenticated", "{'previousDays':[2]}")
        .with("/data/peakTps/authenticated", "{'previousDays':[3]}")
        .with("/data/authorisations/abandonedConsentFlowCount", "{'previousDays':[6]}")
        .with("/data/authorisations/abandonmentsByStage/preIdentification", "{'previousDays':[1]}")
        .with("/data/authorisations/abandonmentsByStage/preAuthentication", "{'previousDays':[1]}")
        .with(
            "/data/authorisations/abandonmentsByStage/preAccountSelection", "{'previousDays':[1]}")
        .with("/data/authorisations/abandonmentsByStage/preAuthorisation", "{'previousDays':[1]}")
        .with("/data/authorisations/abandonmentsByStage/rejected", "{'previousDays':[1]}")
        .with(
            "/data/authorisations/abandonmentsByStage/failedTokenExchange", "{'previousDays':[1]}");
  }

  @Test
  void findsNothingInFiguresThatAgree() {
    assertThat(given().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/data/authorisations/abandonedConsentFlowCount | {'previousDays':[7]} | ABANDONMENTS_BY_STAGE",
        "/data/errors/aggregate | {'previousDays':[4]} | SERVER_ERRORS_AGREE",
        "/data/averageTps/aggregate | {'previousDays':[0.53]} | AVERAGE_TPS_ADDS_UP",
        "/data/peakTps/unauthenticated | {'previousDays':[0.1]} | PEAK_NOT_BELOW_AVERAGE,PEAK_TPS_OF_PARTS",
        "/data/peakTps/aggregate | {'previousDays':[2.9]} | PEAK_TPS_OF_PARTS",
        "/data/averageResponse/lowPriority | {'previousDays':[240]} | RESPONSE_IN_SECONDS",
        "/data/requestTime | '2026-03-09T21:30:00Z' | REQUEST_DAY_IN_JAPAN",
        "/data/sessionCount | {'previousDays':[1]} | ",
      })
  void warnsOfWhatShouldHold(String pointer, String json, String rules) {
    assertThat(String.join(",", given().with(pointer, json).brokenRules()))
        .isEqualTo(rules == null ? "" : rules);
  }

  @Test
  void refusesErrorsWhoseCodesAreNotAllGiven() {
    assertThat(given().with("/data/errors/aggregate", "{'previousDays':[15]}").problems())
        .contains("ERROR /data/errors/aggregate/previousDays/0 INCONSISTENT_ANSWERS: 15 ↔ 14");
  }

  @Test
  void knowsNoMoreErrorsThanCalls() {
    var given = given();
    for (String tier :
        new String[] {
          "unauthenticated", "highPriority", "lowPriority", "unattended", "largePayload"
        }) {
      given.with("/data/invocations/" + tier, "{'previousDays':[0,9]}");
    }
    assertThat(given.problems())
        .containsExactly(
            "WARNING /data/errors/aggregate/previousDays/0 INCONSISTENT_ANSWERS: 5 ↔ 0");
  }

  @Test
  void holdsTheDaysShareAgainstItsHours() {
    var hours = "['0.9'" + ",'0.9'".repeat(23) + "]";
    var given = given().with("/data/performance/aggregate", "{'previousDays':['0.95']}");
    for (String tier :
        new String[] {
          "unauthenticated", "highPriority", "lowPriority", "unattended", "largePayload"
        }) {
      given.with("/data/performance/" + tier, "{'previousDays':[" + hours + "]}");
    }
    assertThat(given.brokenRules()).containsExactly("PERFORMANCE_WITHIN_HOURS");
    assertThat(
            given.with("/data/performance/aggregate", "{'previousDays':['0.901']}").brokenRules())
        .isEmpty();
  }

  @Test
  void passesOverWhatIsNotStated() {
    assertThat(
            given()
                .with("/data/authorisations/abandonmentsByStage/rejected", "{}")
                .with("/data/averageTps/authenticated", "{}")
                .problems())
        .isEmpty();
  }
}
