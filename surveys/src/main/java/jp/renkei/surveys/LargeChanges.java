package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the counts of a unit with the last round's of the same respondent, product line by
 * product line and cell by cell; see {@link CheckRule.Kind#LARGE_CHANGE}. An answer with free text
 * beside it has given its reason and is not warned of.
 */
final class LargeChanges {
  private final LastAnswers last;
  private final Complaints complaints;
  private final Set<Place> places = new HashSet<>();

  /** The counts that are no surprise: both ends belong to them. */
  private record Expected(BigDecimal lowest, BigDecimal highest) {
    static Expected of(BigDecimal last, BigDecimal limit) {
      BigDecimal small = BigDecimal.valueOf(CheckRule.SMALL_MOVE);
      BigDecimal share = last.multiply(limit).setScale(0, RoundingMode.DOWN).max(small);
      return new Expected(last.subtract(share).max(BigDecimal.ZERO), last.add(share));
    }

    boolean holds(BigDecimal value) {
      return value.compareTo(lowest) >= 0 && value.compareTo(highest) <= 0;
    }
  }

  LargeChanges(List<Answer> lastAnswers, Complaints complaints) {
    this.last = new LastAnswers(lastAnswers);
    this.complaints = complaints;
  }

  void apply(CheckRule rule, Question question, Map<AnswerKey, Answer> answers) {
    answers.forEach(
        (key, answer) -> {
          if (key.questionId().equals(question.id()) && answer.isReported()) {
            last.of(question, answer.productLineId(), answer.segment(), answer.counterpartyId())
                .filter(Answer::isReported)
                .ifPresent(before -> compare(rule, before, answer));
          }
        });
  }

  /** Where counts moved far, whether the reason is given or not. */
  Set<Place> places() {
    return Set.copyOf(places);
  }

  private void compare(CheckRule rule, Answer before, Answer now) {
    Expected expected = Expected.of(new BigDecimal(before.value()), rule.limit());
    if (expected.holds(new BigDecimal(now.value()))) {
      return;
    }
    places.add(now.place());
    if (now.freeText().isBlank()) {
      complaints.warning(
          now.place(),
          Problem.Reason.LARGE_CHANGE,
          now.value(),
          text(
              "expected.large_change",
              before.roundId(),
              NumberText.separated(new BigDecimal(before.value())),
              NumberText.separated(new BigDecimal(now.value())),
              rule.limit().movePointRight(2).stripTrailingZeros().toPlainString(),
              NumberText.separated(expected.lowest()),
              NumberText.separated(expected.highest())),
          text("remedy.large_change"));
    }
  }
}
