package jp.renkei.jobs.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import jp.renkei.jobs.SharedData;
import jp.renkei.surveys.Problem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the bytes of a file to its figures. */
class MetricsFileTest {
  private static List<String> figures(MetricsFile file) {
    return file.figures().stream()
        .map(
            one ->
                "%s %s %s.%s.%s %s %s"
                    .formatted(
                        one.periodType(),
                        one.periodStart(),
                        one.metric(),
                        one.aspect(),
                        one.part(),
                        one.hour(),
                        one.value()))
        .toList();
  }

  @Test
  void countsDaysAndMonthsBackFromTheRequestInJapan() {
    var file =
        GivenMetrics.least()
            // 6:30 on the 1st in Japan, which is the day before in UTC.
            .with("/data/requestTime", "'2026-02-28T21:30:00Z'")
            .with("/data/sessionCount", "{'currentDay':9,'previousDays':[5,6]}")
            .with(
                "/data/availability/aggregate",
                "{'currentMonth':'0.5','previousMonths':['0.99','1.0']}")
            .read();
    assertThat(figures(file))
        .containsExactly(
            "MONTH 2026-02-01 availability.aggregate. -1 0.99",
            "MONTH 2026-01-01 availability.aggregate. -1 1.0",
            "DAY 2026-02-28 sessionCount.. -1 5",
            "DAY 2026-02-27 sessionCount.. -1 6",
            "MOMENT 2026-03-01 customerCount.. -1 10",
            "MOMENT 2026-03-01 recipientCount.. -1 2",
            "MOMENT 2026-03-01 authorisations.activeAuthorisationCount.individual. -1 9",
            "MOMENT 2026-03-01 authorisations.activeAuthorisationCount.nonIndividual. -1 1");
  }

  @Test
  void keepsHoursCodesAndKindsApart() {
    var file =
        GivenMetrics.least()
            .with(
                "/data/performance/unattended",
                "{'previousDays':[['0.1'" + ",'0.2'".repeat(23) + "]]}")
            .with("/data/errors/authenticated", "{'previousDays':[{'404':1,'500':0}]}")
            .with(
                "/data/authorisations/newAuthorisationCount",
                "{'previousDays':[{'onceOff':{'individual':1,'nonIndividual':2},'ongoing':{'individual':3,'nonIndividual':4}}]}")
            .read();
    assertThat(figures(file))
        .contains(
            "DAY 2026-03-09 performance.unattended. 0 0.1",
            "DAY 2026-03-09 performance.unattended. 23 0.2",
            "DAY 2026-03-09 errors.authenticated.404 -1 1",
            "DAY 2026-03-09 authorisations.newAuthorisationCount.ongoing.nonIndividual -1 4");
    assertThat(file.days()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":1,\"data\":2}",
        "{} {}",
        "{\"data\":NaN}",
        "{'data':1}",
        "{\"data\":1,}",
        "",
        "[1",
        "{\"data\":01}"
      })
  void refusesWhatIsNoStrictJson(String text) {
    var received = MetricsFile.receive(GivenMetrics.PATH, text.getBytes(UTF_8));
    assertThat(received.problems()).hasSize(1).allMatch(problem -> problem.isError());
    assertThat(received.text()).as("kept as it came").isEqualTo(text);
  }

  @Test
  void namesADuplicateAndItsLine() {
    var problem =
        MetricsFile.receive(GivenMetrics.PATH, "{\"a\":1,\n\"a\":2}".getBytes(UTF_8))
            .problems()
            .get(0);
    assertThat(problem.reason()).isEqualTo(Reason.DUPLICATE_KEY);
    assertThat(problem.place().line()).isEqualTo(2);
    assertThat(problem.found()).contains("二度現れる項目名");
  }

  @Test
  void takesAByteOrderMarkAndNoOtherEncoding() {
    var text = GivenMetrics.least().text();
    assertThat(MetricsFile.receive(GivenMetrics.PATH, ("\uFEFF" + text).getBytes(UTF_8)).problems())
        .isEmpty();
    assertThat(
            MetricsFile.receive(
                    GivenMetrics.PATH, text.getBytes(java.nio.charset.StandardCharsets.UTF_16))
                .problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.found()).isEqualTo("UTF-8でないバイト列"));
  }

  @Test
  void masksCardNumbersAndLeavesDecimalsAlone() {
    var shares =
        GivenMetrics.least()
            .with("/data/availability/aggregate", "{'currentMonth':'0.4111111111111111'}")
            .with("/data/averageResponse/lowPriority", "{'currentDay':0.4111111111111111}");
    assertThat(MetricsFile.receive(GivenMetrics.PATH, shares.text().getBytes(UTF_8)).problems())
        .isEmpty();
    for (String hidden : List.of("4111111111111111", "\\u0034111111111111111")) {
      var received =
          MetricsFile.receive(
              GivenMetrics.PATH, ("{\"meta\":\"card " + hidden + "\"}").getBytes(UTF_8));
      assertThat(received.problems())
          .extracting(problem -> problem.reason())
          .containsExactly(Reason.CARD_NUMBER_FOUND);
      assertThat(received.text()).doesNotContain(hidden);
    }
  }

  @Test
  void calculatesWithNoEndlessNumber() {
    for (String number : List.of("1e400", "1e-400", "123123e100000", "1E99999")) {
      var file = GivenMetrics.least().text().replace(":10,", ":" + number + ",");
      assertThat(MetricsFile.of(GivenMetrics.PATH, file).problems())
          .anyMatch(problem -> problem.isError());
    }
    var tiny =
        GivenMetrics.least()
            .with("/data/averageTps/aggregate", "{'previousDays':[1]}")
            .text()
            .replace("{\"previousDays\":[1]}", "{\"previousDays\":[1e-99999]}");
    assertThat(MetricsFile.of(GivenMetrics.PATH, tiny).problems())
        .extracting(problem -> problem.place().subject())
        .containsExactly("/data/averageTps/aggregate/previousDays/0");
  }

  @Test
  void survivesEveryFileOfTheJsonTestSuite() throws IOException {
    var outcomes = new TreeMap<String, Boolean>();
    try (var files = Files.walk(SharedData.path("hostile/json-test-suite"))) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        var received = MetricsFile.receive(GivenMetrics.PATH, Files.readAllBytes(path));
        outcomes.put(path.getFileName().toString(), received.problems().isEmpty());
        var problems =
            received.problems().isEmpty()
                ? MetricsFile.of(GivenMetrics.PATH, received.text()).problems()
                : received.problems();
        assertThat(problems)
            .as("%s is no metrics file, and that is said", path)
            .anyMatch(problem -> problem.isError());
        assertThat(problems)
            .as("%s", path)
            .allSatisfy(
                problem -> {
                  assertThat(problem.expected().ja()).isNotEmpty();
                  assertThat(problem.remedy().ja()).isNotEmpty();
                });
      }
    }
    assertThat(outcomes).hasSizeGreaterThan(300);
    outcomes.forEach(
        (name, isJson) -> {
          if (name.startsWith("n_")) {
            assertThat(isJson).as("%s is JSON", name).isFalse();
          } else if (name.startsWith("y_") && !name.contains("duplicated_key")) {
            assertThat(isJson).as("%s is JSON", name).isTrue();
          }
        });
  }

  @Test
  void knowsItsIssuerByItsFolderOnly() {
    assertThat(MetricsFile.issuerOf("metrics/I1/2026-03-01.json")).contains("I1");
    assertThat(MetricsFile.issuerOf("metrics/2026-03-01.json")).isEmpty();
    assertThat(MetricsFile.issuerOf("metrics/I1/2026/03-01.json")).isEmpty();
    assertThat(MetricsFile.issuerOf("metrics/I1/2026-03-01.csv")).isEmpty();
  }
}
