package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.AnswerFile;
import jp.renkei.surveys.AnswerUnit;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.SubmissionTime;
import jp.renkei.surveys.UnitCheck;

/**
 * The units of one survey file with the verdict on each. Runs inside Spark's tasks, a file at a
 * time.
 */
record SurveyUnits(String submissionId, List<Problem> fileProblems, List<Verdict> verdicts)
    implements Serializable {
  static final OffsetDateTime NEVER = OffsetDateTime.MIN;
  private static final QuestionnaireCatalog QUESTIONNAIRES = QuestionnaireCatalog.load();

  /**
   * One unit, and its answers where it is accepted.
   *
   * @param submittedAt {@link #NEVER} where the unit does not say it in a form that can be read
   */
  record Verdict(
      String roundId,
      String questionnaireId,
      String respondentId,
      OffsetDateTime submittedAt,
      boolean isLate,
      long lines,
      List<Problem> problems,
      List<Answer> answers)
      implements Serializable {
    boolean isAccepted() {
      return !answers.isEmpty();
    }
  }

  static SurveyUnits check(
      String submissionId,
      String path,
      List<ReceivedCsv.Line> lines,
      List<ReceivedFiles.Refusal> refusals,
      Registers registers) {
    if (lines.isEmpty() || refusals.stream().anyMatch(ReceivedFiles.Refusal::isOfWholeFile)) {
      return new SurveyUnits(submissionId, List.of(), List.of());
    }
    var file = AnswerFile.of(ReceivedCsv.of(path, lines));
    var refusedLines = new HashSet<Long>();
    refusals.forEach(refusal -> refusedLines.add(refusal.line()));
    var verdicts = new ArrayList<Verdict>();
    for (var unit : file.units()) {
      verdicts.add(verdict(unit, refusedLines, registers));
    }
    return new SurveyUnits(submissionId, file.problems(), verdicts);
  }

  private static Verdict verdict(AnswerUnit unit, Set<Long> refusedLines, Registers registers) {
    var check = UnitCheck.of(unit, QUESTIONNAIRES, registers);
    boolean isRefused =
        unit.rows().stream().anyMatch(row -> refusedLines.contains(row.place().line()));
    var submittedAt = SubmissionTime.parse(unit.rows().get(0).submittedAt());
    Optional<LocalDate> lastDay = registers.round(unit.roundId()).map(round -> round.lastDay());
    boolean isLate =
        submittedAt.isPresent()
            && lastDay.isPresent()
            && submittedAt.get().toLocalDate().isAfter(lastDay.get());
    return new Verdict(
        unit.roundId(),
        unit.questionnaireId(),
        unit.respondentId(),
        submittedAt.orElse(NEVER),
        isLate,
        unit.rows().size(),
        check.problems(),
        isRefused ? List.of() : check.answers());
  }
}
