package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.surveys.AnswerKey.Cell;
import jp.renkei.surveys.AnswerRow.Notation;
import jp.renkei.surveys.Problem.Reason;

/** Applies the checks across questions, cell by cell. Knows kinds of checks, not questions. */
final class CrossChecks {
  private final Map<AnswerKey, Answer> answers;
  private final Set<AnswerKey> broken;
  private final Optional<LocalDate> referenceDate;
  private final LargeChanges changes;
  private final Notation notation;
  private final Complaints complaints;
  private final Map<Cell, Answer> cells = new LinkedHashMap<>();

  /**
   * @param broken keys whose row has an error of its own, of which nothing more is said
   * @param notation how the answers were written, and so how they are spoken of
   */
  CrossChecks(
      Map<AnswerKey, Answer> answers,
      Set<AnswerKey> broken,
      Optional<LocalDate> referenceDate,
      LargeChanges changes,
      Notation notation,
      Complaints complaints) {
    this.answers = answers;
    this.broken = broken;
    this.referenceDate = referenceDate;
    this.changes = changes;
    this.notation = notation;
    this.complaints = complaints;
    answers.forEach((key, answer) -> cells.putIfAbsent(key.cell(), answer));
  }

  void apply(CheckRule rule, Questionnaire questionnaire) {
    Question question = questionnaire.question(rule.question()).orElseThrow();
    if (rule.kind() == CheckRule.Kind.LARGE_CHANGE) {
      changes.apply(rule, question, answers);
      return;
    }
    Question other = questionnaire.question(rule.other()).orElse(question);
    for (Cell cell : cells.keySet()) {
      var pair = new Pair(rule, question, other, cell);
      if (!pair.isBroken()) {
        pair.check();
      }
    }
  }

  /** Warns where an answer combines 'none of these' with one of them. */
  void exclusiveCodes(Questionnaire questionnaire) {
    for (Answer answer : answers.values()) {
      List<String> chosen = List.of(answer.value().split("\\|"));
      if (chosen.size() < 2) {
        continue;
      }
      Question question = questionnaire.question(answer.questionId()).orElseThrow();
      question.options().stream()
          .filter(option -> option.isExclusive() && chosen.contains(option.code()))
          .forEach(
              option ->
                  complaints.warning(
                      answer.place(),
                      Reason.INCONSISTENT_ANSWERS,
                      CodeWords.entered(question, answer.value(), notation),
                      text("expected.exclusive", CodeWords.option(option, notation)),
                      text("remedy.exclusive")));
    }
  }

  /** The two answers of one cell that a rule looks at. */
  private final class Pair {
    private final CheckRule rule;
    private final Question question;
    private final Question other;
    private final AnswerKey key;
    private final Optional<Answer> answer;
    private final Optional<Answer> otherAnswer;

    Pair(CheckRule rule, Question question, Question other, Cell cell) {
      this.rule = rule;
      this.question = question;
      this.other = other;
      this.key = new AnswerKey(question.id(), cell);
      this.answer = reported(key);
      this.otherAnswer = reported(key.of(other.id()));
    }

    boolean isBroken() {
      return broken.contains(key) || broken.contains(key.of(other.id()));
    }

    void check() {
      switch (rule.kind()) {
        case REQUIRED_WHEN -> {
          if (isSwitchedOn() && answer.isEmpty()) {
            missing(text("expected.required_when", codes(), other.idAndLabel()));
          }
        }
        case REQUIRED_WHEN_POSITIVE -> {
          if (number(otherAnswer).signum() > 0 && answer.isEmpty()) {
            missing(text("expected.required_when_positive", other.idAndLabel()));
          }
        }
        case REPORTED_ONLY_WHEN -> {
          if (answer.isPresent() && !isSwitchedOn()) {
            inconsistent(
                text("expected.reported_only_when", codes(), other.idAndLabel()),
                text(
                    "remedy.not_applicable", CodeWords.state(ValueState.NOT_APPLICABLE, notation)));
          }
        }
        case NOT_AFTER_REFERENCE_DATE -> {
          if (answer.isPresent() && referenceDate.filter(date()::isAfter).isPresent()) {
            complaints.error(
                answer.get().place(),
                Reason.DATE_OUT_OF_RANGE,
                answer.get().value(),
                text("expected.not_after_reference_date", referenceDate.get()),
                text("remedy.check_reference_date"));
          }
        }
        case NOT_AFTER -> {
          if (areBothReported() && date().isAfter(LocalDate.parse(otherAnswer.get().value()))) {
            inconsistent(
                text("expected.not_after", other.idAndLabel(), otherAnswer.get().value()),
                text("remedy.check_date"));
          }
        }
        case AT_MOST, AT_MOST_OR_ZERO -> atMost();
        case POSITIVE_WHEN -> {
          if (isSwitchedOn() && number(answer).signum() <= 0) {
            complaints.warning(
                answer.orElse(otherAnswer.get()).place(),
                Reason.INCONSISTENT_ANSWERS,
                answer.map(Answer::value).orElse(""),
                text("expected.positive_when", question.idAndLabel(), codes(), other.idAndLabel()),
                text("remedy.positive_when"));
          }
        }
        case LARGE_CHANGE -> throw new IllegalStateException("LARGE_CHANGE has no pair");
      }
    }

    private void atMost() {
      boolean isZero =
          rule.kind() == CheckRule.Kind.AT_MOST_OR_ZERO
              && Optional.ofNullable(answers.get(key.of(other.id())))
                  .filter(given -> given.valueState() == ValueState.NOT_APPLICABLE)
                  .isPresent();
      boolean isComparable = answer.isPresent() && (otherAnswer.isPresent() || isZero);
      if (isComparable && number(answer).compareTo(number(otherAnswer)) > 0) {
        inconsistent(
            text("expected.at_most", other.idAndLabel(), NumberText.separated(number(otherAnswer))),
            text("remedy.at_most"));
      }
    }

    private void missing(BilingualText expected) {
      Answer near = Optional.ofNullable(answers.get(key)).orElseGet(otherAnswer::get);
      complaints.error(
          new Place(
              near.place().sheet(),
              near.place().cell(),
              near.place().line(),
              question.idAndLabel()),
          Reason.INCONSISTENT_ANSWERS,
          "",
          expected,
          text("remedy.required"));
    }

    private void inconsistent(BilingualText expected, BilingualText remedy) {
      Answer given = answer.orElseThrow();
      complaints.error(
          given.place(),
          Reason.INCONSISTENT_ANSWERS,
          CodeWords.entered(question, given.value(), notation),
          expected,
          remedy);
    }

    private boolean areBothReported() {
      return answer.isPresent() && otherAnswer.isPresent();
    }

    private boolean isSwitchedOn() {
      return otherAnswer.filter(given -> rule.codes().contains(given.value())).isPresent();
    }

    private BilingualText codes() {
      return CodeWords.anyOf(other, rule.codes(), notation);
    }

    private LocalDate date() {
      return LocalDate.parse(answer.orElseThrow().value());
    }

    private BigDecimal number(Optional<Answer> from) {
      return from.map(given -> new BigDecimal(given.value())).orElse(BigDecimal.ZERO);
    }

    private Optional<Answer> reported(AnswerKey wanted) {
      return Optional.ofNullable(answers.get(wanted)).filter(Answer::isReported);
    }
  }
}
