package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.surveys.Answer;
import jp.renkei.surveys.AnswerFile;
import jp.renkei.surveys.AnswerUnit;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.Receipt;
import jp.renkei.surveys.StatedDay;
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
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  static final OffsetDateTime NEVER = OffsetDateTime.MIN;
  private static final QuestionnaireCatalog QUESTIONNAIRES = QuestionnaireCatalog.load();

  /**
   * What a file is checked against.
   *
   * @param receivedAt when the file came
   */
  record Context(
      Registers registers, Optional<Receipt> receipt, Instant receivedAt, LastRound last) {
    /** The day, in Japan, that no submission can be dated after. */
    LocalDate receivedOn() {
      LocalDate came = receivedAt.atZone(ZONE).toLocalDate();
      return receipt
          .map(given -> given.submittedAt().toLocalDate())
          .filter(came::isBefore)
          .orElse(came);
    }
  }

  /**
   * One unit, and its answers where it is accepted.
   *
   * @param version of the questionnaire as the unit states it; 0 where it states none
   * @param lines rows of the file that are the unit's
   * @param correctionReason as the receipt says, else as the form does; may be empty
   * @param isWholeFile whether all that is wrong with the file is wrong with the unit
   * @param refused all its rows, where the unit is refused
   * @param submittedAt {@link #NEVER} where the unit does not say it in a form that can be read
   */
  record Verdict(
      String roundId,
      String questionnaireId,
      long version,
      String respondentId,
      OffsetDateTime submittedAt,
      boolean isLate,
      String correctionReason,
      long lines,
      boolean isWholeFile,
      List<Problem> problems,
      List<Answer> answers,
      List<RefusedRow> refused)
      implements Serializable {
    /** What silver.submission calls the unit. */
    String unit() {
      return SurveyUnits.unit(roundId, questionnaireId, respondentId);
    }

    boolean isAccepted() {
      return !answers.isEmpty();
    }

    /** The bronze row that a problem is about; 0 where it is about none. */
    long lineOf(Problem problem) {
      var place = problem.place();
      return place.line() > 0 || place.cell().isEmpty()
          ? place.line()
          : refused.stream()
              .filter(row -> row.place().equals(place.about("")))
              .map(RefusedRow::line)
              .findFirst()
              .orElse(0L);
    }
  }

  /** A row that is not accepted: its bronze row, where it stands in the file, and what. */
  record RefusedRow(long line, Place place, String raw) implements Serializable {}

  static String unit(String roundId, String questionnaireId, String respondentId) {
    return roundId + "/" + questionnaireId + "/" + respondentId;
  }

  static SurveyUnits check(
      String submissionId,
      String path,
      List<ReceivedCsv.Line> lines,
      List<ReceivedFiles.Refusal> refusals,
      Context context) {
    if (ReceivedForm.isForm(lines)) {
      return form(submissionId, path, lines, refusals, context);
    }
    long received = Math.max(0, lines.size() - 1);
    var rows = new HashMap<Long, RefusedRow>();
    lines.forEach(line -> rows.put(line.line(), row(line, Place.line(line.line()))));
    // A row that an earlier version of bronze left out may be any unit's.
    boolean isUnsafe =
        refusals.stream()
            .anyMatch(refusal -> refusal.isOfWholeFile() || !rows.containsKey(refusal.line()));
    if (lines.isEmpty()) {
      return new SurveyUnits(submissionId, received, List.of(), List.of(), List.of());
    }
    var file = AnswerFile.of(ReceivedCsv.of(path, lines));
    if (isUnsafe) {
      var told = file.isSomethingElse() ? file.problems() : List.<Problem>of();
      return new SurveyUnits(submissionId, received, told, List.of(), List.of());
    }
    var refusedLines = new HashSet<Long>();
    refusals.forEach(refusal -> refusedLines.add(refusal.line()));
    var verdicts = new ArrayList<Verdict>();
    for (var unit : file.units()) {
      var own =
          Stream.concat(
                  unit.rows().stream().map(row -> row.place().line()),
                  unit.unreadableLines().stream())
              .sorted()
              .toList();
      boolean isSound = own.stream().noneMatch(refusedLines::contains);
      verdicts.add(
          verdict(
              unit,
              new Received(isSound, false, "", own.stream().map(rows::get).toList()),
              context));
    }
    return new SurveyUnits(
        submissionId,
        received,
        file.problems(),
        verdicts,
        file.looseLines().stream().map(rows::get).toList());
  }

  /** A form is one unit; whatever was wrong with reading it refuses it. */
  private static SurveyUnits form(
      String submissionId,
      String path,
      List<ReceivedCsv.Line> lines,
      List<ReceivedFiles.Refusal> refusals,
      Context context) {
    var unit = ReceivedForm.unit(path, lines);
    var rows = lines.stream().map(line -> row(line, ReceivedForm.place(line))).toList();
    return new SurveyUnits(
        submissionId,
        rows.size(),
        List.of(),
        List.of(
            verdict(
                unit,
                new Received(refusals.isEmpty(), true, ReceivedForm.correctionReason(lines), rows),
                context)),
        List.of());
  }

  /** How a unit was received: whether it could be read, and its rows. */
  private record Received(
      boolean isSound, boolean isWholeFile, String correctionReason, List<RefusedRow> rows) {}

  private static Verdict verdict(AnswerUnit answers, Received received, Context context) {
    var registers = context.registers();
    var unit = context.receipt().map(answers::with).orElse(answers);
    var check =
        UnitCheck.of(
            unit,
            QUESTIONNAIRES,
            registers,
            context.last().of(unit(unit.roundId(), unit.questionnaireId(), unit.respondentId())));
    var problems = new ArrayList<>(check.problems());
    StatedDay.afterReceipt(answers, context.receivedOn(), registers.round(unit.roundId()))
        .ifPresent(problems::add);
    boolean isAccepted = !Problem.anyError(problems) && received.isSound();
    var first = unit.rows().get(0);
    var submittedAt = SubmissionTime.parse(first.submittedAt());
    Optional<LocalDate> lastDay = registers.round(unit.roundId()).map(round -> round.lastDay());
    Optional<LocalDate> arrivedOn =
        submittedAt.map(at -> context.receipt().map(Receipt::arrivedOn).orElseGet(at::toLocalDate));
    boolean isLate =
        arrivedOn.isPresent() && lastDay.isPresent() && arrivedOn.get().isAfter(lastDay.get());
    return new Verdict(
        unit.roundId(),
        unit.questionnaireId(),
        version(first.questionnaireVersion()),
        unit.respondentId(),
        submittedAt.orElse(NEVER),
        isLate,
        context
            .receipt()
            .map(Receipt::correctionReason)
            .filter(reason -> !reason.isBlank())
            .orElse(received.correctionReason()),
        received.rows().size(),
        received.isWholeFile(),
        problems,
        isAccepted ? check.answers() : List.of(),
        isAccepted ? List.of() : received.rows());
  }

  private static long version(String stated) {
    return stated.matches("[0-9]{1,9}") ? Long.parseLong(stated) : 0;
  }

  private static RefusedRow row(ReceivedCsv.Line line, Place place) {
    return new RefusedRow(line.line(), place, ReceivedCsv.raw(line));
  }
}
