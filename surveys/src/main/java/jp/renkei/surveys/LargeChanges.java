package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the counts of a unit with the last round's of the same respondent, product line by
 * product line and cell by cell; see {@link CheckRule.Kind#LARGE_CHANGE}. An answer with free text
 * beside it has given its reason and is not warned of.
 */
final class LargeChanges {
  private final Map<AnswerKey, Answer> last = new HashMap<>();
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
    lastAnswers.stream().filter(Answer::isReported).forEach(one -> last.put(one.key(), one));
    this.complaints = complaints;
  }

  void apply(CheckRule rule, Question question, Map<AnswerKey, Answer> answers) {
    answers.forEach(
        (key, answer) -> {
          if (key.questionId().equals(question.id()) && answer.isReported()) {
            before(question, key).ifPresent(before -> compare(rule, question, before, answer));
          }
        });
  }

  /** Where counts moved far, whether the reason is given or not. */
  Set<Place> places() {
    return Set.copyOf(places);
  }

  private Optional<Answer> before(Question question, AnswerKey key) {
    return Optional.ofNullable(last.get(key));
  }

  private void compare(CheckRule rule, Question question, Answer before, Answer now) {
    BigDecimal last = new BigDecimal(before.value());
    Expected expected = Expected.of(last, rule.limit());
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
              before.value(),
              rule.limit().movePointRight(2).stripTrailingZeros().toPlainString(),
              expected.lowest().toPlainString(),
              expected.highest().toPlainString()),
          text("remedy.large_change"));
    }
  }
}
