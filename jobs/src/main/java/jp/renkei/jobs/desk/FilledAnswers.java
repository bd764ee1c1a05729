package jp.renkei.jobs.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.jobs.silver.SenderProblems;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.ValueState;

/**
 * Whether a unit leaves blank what the respondent had answered: no question has to be answered, but
 * a correction replaces the earlier answers whole.
 */
final class FilledAnswers {
  private FilledAnswers() {}

  /**
   * What is missing.
   *
   * @param earlier the accepted answers of the same round that would be replaced
   */
  static List<Problem> missing(String file, LandedUnit unit, Optional<List<Answer>> earlier) {
    var stated =
        unit.answers().stream()
            .filter(answer -> answer.valueState() != ValueState.NOT_ANSWERED)
            .map(FilledAnswers::key)
            .collect(Collectors.toSet());
    var before = earlier.orElseGet(List::of).stream().filter(Answer::isReported).toList();
    var blank =
        before.stream()
            .filter(answer -> !stated.contains(key(answer)))
            .map(FilledAnswers::name)
            .toList();
    return blank.isEmpty()
        ? List.of()
        : List.of(SenderProblems.leavesOut(file, blank, before.size()));
  }

  /** As the form shows it: the question, and whose row it is. */
  private static String name(Answer answer) {
    String row =
        Stream.of(answer.productLineId(), answer.counterpartyId(), answer.segment())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return row.isEmpty() ? answer.questionId() : answer.questionId() + " (" + row + ")";
  }

  private static List<String> key(Answer answer) {
    return List.of(
        answer.questionId(), answer.productLineId(), answer.segment(), answer.counterpartyId());
  }
}
