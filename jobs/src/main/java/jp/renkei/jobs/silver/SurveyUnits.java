package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 *
 * @param lines rows of the file, the header not
 * @param loose refused rows that no unit counts as its own
 */
record SurveyUnits(
    String submissionId,
    long lines,
    List<Problem> fileProblems,
    List<Verdict> verdicts,
    List<RefusedRow> loose)
    implements Serializable {
  static final OffsetDateTime NEVER = OffsetDateTime.MIN;
  private static final QuestionnaireCatalog QUESTIONNAIRES = QuestionnaireCatalog.load();

  /**
   * One unit, and its answers where it is accepted.
   *
   * @param lines rows of the file that are the unit's
   * @param refused all of them, where the unit is refused
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
      List<Answer> answers,
      List<RefusedRow> refused)
      implements Serializable {
    /** What silver.submission calls the unit. */
    String unit() {
      return roundId + "/" + questionnaireId + "/" + respondentId;
    }

    boolean isAccepted() {
      return !answers.isEmpty();
    }
  }

  /** A row that is not accepted: its line, and what stands there. */
  record RefusedRow(long line, String raw) implements Serializable {}

  static SurveyUnits check(
      String submissionId,
      String path,
      List<ReceivedCsv.Line> lines,
      List<ReceivedFiles.Refusal> refusals,
      Registers registers) {
    long received = Math.max(0, lines.size() - 1);
    var rows = new HashMap<Long, ReceivedCsv.Line>();
    lines.forEach(line -> rows.put(line.line(), line));
    // A row that an earlier version of bronze left out may be any unit's.
    boolean isUnsafe =
        refusals.stream()
            .anyMatch(refusal -> refusal.isOfWholeFile() || !rows.containsKey(refusal.line()));
    if (lines.isEmpty() || isUnsafe) {
      return new SurveyUnits(submissionId, received, List.of(), List.of(), List.of());
    }
    var file = AnswerFile.of(ReceivedCsv.of(path, lines));
    var refusedLines = new HashSet<Long>();
    refusals.forEach(refusal -> refusedLines.add(refusal.line()));
    var verdicts = new ArrayList<Verdict>();
    for (var unit : file.units()) {
      verdicts.add(verdict(unit, refusedLines, registers, rows));
    }
    return new SurveyUnits(
        submissionId, received, file.problems(), verdicts, refused(file.looseLines(), rows));
  }

  private static Verdict verdict(
      AnswerUnit unit,
      Set<Long> refusedLines,
      Registers registers,
      Map<Long, ReceivedCsv.Line> rows) {
    var check = UnitCheck.of(unit, QUESTIONNAIRES, registers);
    var own =
        Stream.concat(
                unit.rows().stream().map(row -> row.place().line()),
                unit.unreadableLines().stream())
            .sorted()
            .toList();
    boolean isAccepted = check.isAccepted() && own.stream().noneMatch(refusedLines::contains);
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
        own.size(),
        check.problems(),
        isAccepted ? check.answers() : List.of(),
        isAccepted ? List.of() : refused(own, rows));
  }

  private static List<RefusedRow> refused(List<Long> lines, Map<Long, ReceivedCsv.Line> rows) {
    return lines.stream()
        .map(line -> new RefusedRow(line, ReceivedCsv.raw(rows.get(line))))
        .toList();
  }
}
