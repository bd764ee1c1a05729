package jp.renkei.jobs.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names every place in which a file differs from the shape, and what stands there. */
class ShapeCheckTest {
  @Test
  void takesTheLeastThatTheStandardRequires() {
    assertThat(GivenMetrics.least().problems())
        .containsExactly("WARNING /data/invocations INCONSISTENT_ANSWERS: previousDays なし");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    var given =
        GivenMetrics.least()
            .without("/data/recipientCount")
            .with("/data/customerCount", "-1")
            .with("/data/requestTime", "'2026-03-10 06:30'")
            .with("/data/availability/aggregate", "{'previousMonths':['99.8','1.0']}")
            .with("/data/performance/highPriority", "{'previousDays':[['1.0']]}")
            .with("/data/averageTps/aggregate", "{'currentDay':-0.1}")
            .with("/data/errors/authenticated", "{'previousDays':[{'5xx':1,'503':'2'}]}")
            .with("/links/self", "'metrics'");
    assertThat(given.problems())
        .containsExactly(
            "ERROR /data/requestTime UNEXPECTED_VALUE: \"2026-03-10 06:30\"",
            "ERROR /data/availability/aggregate/previousMonths/0 UNEXPECTED_VALUE: \"99.8\"",
            "ERROR /data/performance/highPriority/previousDays/0 OUT_OF_RANGE: 1 個の要素",
            "ERROR /data/averageTps/aggregate/currentDay UNEXPECTED_VALUE: -0.1",
            "ERROR /data/errors/authenticated/previousDays/0/5xx UNKNOWN_CODE: 5xx",
            "ERROR /data/errors/authenticated/previousDays/0/503 UNEXPECTED_VALUE: \"2\"",
            "ERROR /data/customerCount UNEXPECTED_VALUE: -1",
            "ERROR /data/recipientCount MISSING_VALUE: 項目なし",
            "ERROR /links/self UNEXPECTED_VALUE: \"metrics\"");
    assertThat(given.read().figures()).as("a refused file has no figures").isEmpty();
  }

  @Test
  void countsTheElementsOfArrays() {
    var eight = "{'previousDays':[1,1,1,1,1,1,1,1]}";
    var given =
        GivenMetrics.least()
            .with("/data/sessionCount", eight)
            .with(
                "/data/availability/aggregate",
                "{'previousMonths':['1','1','1','1','1','1','1','1','1','1','1','1','1']}");
    assertThat(given.problems())
        .containsExactly(
            "ERROR /data/availability/aggregate/previousMonths OUT_OF_RANGE: 13 個の要素",
            "ERROR /data/sessionCount/previousDays OUT_OF_RANGE: 8 個の要素");
  }

  @Test
  void refusesNullAndOtherTypes() {
    var given =
        GivenMetrics.least()
            .with("/data/customerCount", "null")
            .with("/data/recipientCount", "2.0")
            .with("/data/sessionCount", "[]")
            .with("/data/rejections/authenticated", "{'previousDays':3}");
    assertThat(given.problems())
        .containsExactly(
            "ERROR /data/sessionCount WRONG_TYPE: 配列",
            "ERROR /data/rejections/authenticated/previousDays WRONG_TYPE: 3",
            "ERROR /data/customerCount WRONG_TYPE: null",
            "ERROR /data/recipientCount UNEXPECTED_VALUE: 2.0");
  }

  @Test
  void tellsNamesThatTheStandardDoesNotHave() {
    assertThat(GivenMetrics.least().with("/data/sessionCounts", "{}").problems())
        .contains("WARNING /data/sessionCounts UNKNOWN_COLUMN: sessionCounts");
  }

  @Test
  void saysInJapaneseWhereAndWhatToDo() {
    var problem = GivenMetrics.least().with("/data/customerCount", "-1").read().problems().get(0);
    assertThat(problem.japanese())
        .isEqualTo(
            "metrics/I1/a.json (/data/customerCount)：「-1」とあります。0以上999999999999以下の整数としてください。"
                + "引用符と小数点のない件数を書いてください。分からない値は項目ごと省いてください。");
  }

  @Test
  void listsAHundredProblemsAtMost() {
    var given = GivenMetrics.least();
    var codes = new StringBuilder("{");
    for (int code = 0; code < 150; code++) {
      codes.append(code == 0 ? "" : ",").append("'x").append(code).append("':1");
    }
    given.with("/data/errors/authenticated", "{'currentDay':" + codes + "}}");
    assertThat(given.problems()).hasSize(101);
    assertThat(given.problems().get(100)).contains("TOO_MANY_PROBLEMS");
  }
}
