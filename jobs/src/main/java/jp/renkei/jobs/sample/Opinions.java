package jp.renkei.jobs.sample;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.jobs.sample.AnswerSheet.Place;
import jp.renkei.jobs.sample.AnswerSheet.ValueState;

/** Answers to what both questionnaires ask alike: costs, merits, issues, institutional measures. */
final class Opinions {
  static final List<String> COST_BANDS =
      List.of("ZERO", "UNDER_1M", "1M_10M", "10M_50M", "50M_100M", "OVER_100M");
  static final List<String> COST_BEARERS = List.of("ISSUER", "AGENT", "USER", "SPLIT", "OTHER");
  static final List<String> ISSUES =
      List.of(
          "COST",
          "REVENUE",
          "VENDOR",
          "SPECIFICATION",
          "LIABILITY",
          "PRIVACY",
          "COMPETITION",
          "DEMAND",
          "STAFF",
          "OTHER");
  private static final List<String> SUPPORT =
      List.of("SUBSIDY", "STANDARD", "LIABILITY_RULE", "CERTIFICATION", "OTHER");
  private static final String EXPLANATION = "架空データの自由記述です";

  private final AnswerSheet sheet;
  private final Chance chance;

  Opinions(AnswerSheet sheet, Chance chance) {
    this.sheet = sheet;
    this.chance = chance;
  }

  /** One to the given number of the options, in their order, joined by |. */
  void multi(Place place, String questionId, List<String> options, int most) {
    int wanted = chance.between(1, most);
    List<String> left = new ArrayList<>(options);
    while (left.size() > wanted) {
      left.remove(chance.between(0, left.size() - 1));
    }
    sheet.chosen(place, questionId, String.join("|", left), EXPLANATION);
  }

  void multi(String questionId, List<String> options, int most) {
    orSilent(questionId, () -> multi(Place.WHOLE, questionId, options, most));
  }

  void choice(String questionId, List<String> options) {
    orSilent(
        questionId, () -> sheet.chosen(Place.WHOLE, questionId, chance.pick(options), EXPLANATION));
  }

  void yesNo(String questionId, int percentYes) {
    orSilent(
        questionId,
        () -> sheet.reported(Place.WHOLE, questionId, chance.happens(percentYes) ? "YES" : "NO"));
  }

  void number(String questionId, Object value) {
    orSilent(questionId, () -> sheet.reported(Place.WHOLE, questionId, value));
  }

  /** The questions A15_01 .. A15_06, which are B13_02 .. B13_07, in that order. */
  void measures(List<String> questionIds, boolean favourable) {
    for (String questionId : questionIds.subList(0, 3)) {
      String stance =
          new Weighted<String>()
              .add(favourable ? 40 : 10, "SUPPORT")
              .add(30, "CONDITIONAL")
              .add(15, "NEUTRAL")
              .add(favourable ? 5 : 35, "OPPOSE")
              .add(10, "DONT_KNOW")
              .draw(chance);
      number(questionId, stance);
    }
    if (chance.happens(50)) {
      sheet.reported(Place.WHOLE, questionIds.get(3), "費用負担の考え方が定まることが条件（架空データ）");
    } else {
      sheet.without(Place.WHOLE, questionIds.get(3), ValueState.NOT_ANSWERED);
    }
    number(questionIds.get(4), chance.between(2026, 2030));
    multi(questionIds.get(5), SUPPORT, 2);
  }

  /** The questions A16_01A and A16_01S, or B16_01A and B16_01S: incidents, mostly none. */
  void incidents(String stem) {
    number(stem + "A", chance.happens(5) ? 1 : 0);
    if (chance.happens(15)) {
      sheet.without(Place.WHOLE, stem + "S", ValueState.UNKNOWN);
    } else {
      number(stem + "S", chance.happens(20) ? chance.between(1, 4) : 0);
    }
  }

  /** Three in a hundred leave a question blank, one in a hundred withholds the answer. */
  private void orSilent(String questionId, Runnable answer) {
    int draw = chance.between(1, 100);
    if (draw <= 3) {
      sheet.without(Place.WHOLE, questionId, ValueState.NOT_ANSWERED);
    } else if (draw == 4) {
      sheet.without(Place.WHOLE, questionId, ValueState.WITHHELD);
    } else {
      answer.run();
    }
  }
}
