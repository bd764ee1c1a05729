package jp.renkei.jobs.desk;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import jp.renkei.jobs.silver.LandedRegisters;
import jp.renkei.jobs.silver.LandedRegisters.Company;
import jp.renkei.jobs.silver.LandedSurveys;
import jp.renkei.jobs.silver.LandedUnit;
import jp.renkei.surveys.Questionnaire;
import jp.renkei.surveys.Questionnaire.Side;
import jp.renkei.surveys.QuestionnaireCatalog;
import jp.renkei.surveys.Receipt;
import jp.renkei.surveys.SurveyRound;

/**
 * Who is asked in a round and what has come in: one row per questionnaire and respondent, those of
 * the frame and those beside it who answered all the same.
 */
public record RoundStatus(SurveyRound round, List<Row> rows) {
  /** How far a respondent is. */
  public enum State {
    /** Nothing has come in. */
    OPEN("未提出"),
    /** What came in last was refused, and nothing was accepted before. */
    REFUSED("差戻し"),
    ACCEPTED("受理"),
    /** Accepted, after due date and grace. */
    LATE("受理（期限後）");

    private final String japanese;

    State(String japanese) {
      this.japanese = japanese;
    }

    public String japanese() {
      return japanese;
    }

    /** Whether the respondent still has to do something. */
    public boolean isOpen() {
      return this == OPEN || this == REFUSED;
    }
  }

  /**
   * One respondent and questionnaire.
   *
   * @param version of the questionnaire, as answered, else as asked
   * @param counts the submission that counts, else the newest refused one
   * @param submissions how many came in, refused ones too
   * @param refusedSince what came in after the accepted one and was refused, the newest: a
   *     correction that does not count
   */
  public record Row(
      Company respondent,
      boolean isInFrame,
      String questionnaireId,
      int version,
      State state,
      Optional<LandedUnit> counts,
      int submissions,
      Optional<LandedUnit> refusedSince) {
    public Optional<OffsetDateTime> submittedAt() {
      return counts.flatMap(LandedUnit::submittedAt);
    }

    /** By whom it was handed in; empty where it was put into landing by hand. */
    public Optional<Receipt> receipt() {
      return counts.flatMap(LandedUnit::receipt);
    }
  }

  public RoundStatus {
    rows = List.copyOf(rows);
  }

  /** Looks at what lies in landing now. */
  public static RoundStatus of(
      SurveyRound round, LandedSurveys surveys, QuestionnaireCatalog catalog) {
    var units =
        surveys.files().stream()
            .flatMap(file -> file.units().stream())
            .filter(unit -> unit.roundId().equals(round.roundId()))
            .toList();
    var rows = new ArrayList<Row>();
    for (var asked : round.questionnaires()) {
      catalog
          .questionnaire(asked.questionnaireId(), asked.version())
          .ifPresent(
              questionnaire -> rows.addAll(rows(round, questionnaire, surveys.registers(), units)));
    }
    return new RoundStatus(round, rows);
  }

  private static List<Row> rows(
      SurveyRound round,
      Questionnaire questionnaire,
      LandedRegisters registers,
      List<LandedUnit> units) {
    Side side = questionnaire.respondents();
    var frame = registers.frame(round, side);
    var respondents = new TreeSet<>(frame);
    units.stream()
        .filter(unit -> unit.isAccepted() && unit.questionnaireId().equals(questionnaire.id()))
        .map(LandedUnit::respondentId)
        .forEach(respondents::add);
    return respondents.stream()
        .map(
            id ->
                row(
                    registers
                        .company(side, id, round.referenceDate())
                        .orElseGet(() -> new Company(side, id, "", "")),
                    frame.contains(id),
                    questionnaire,
                    units.stream()
                        .filter(unit -> unit.isOf(round.roundId(), questionnaire.id(), id))
                        .toList()))
        .toList();
  }

  private static Row row(
      Company respondent, boolean isInFrame, Questionnaire questionnaire, List<LandedUnit> sent) {
    var accepted = sent.stream().filter(LandedUnit::isAccepted).max(LandedUnit.BY_SUBMISSION);
    var counts = accepted.or(() -> sent.stream().max(LandedUnit.BY_SUBMISSION));
    State state =
        accepted
            .map(unit -> isInTime(sent) ? State.ACCEPTED : State.LATE)
            .orElse(sent.isEmpty() ? State.OPEN : State.REFUSED);
    return new Row(
        respondent,
        isInFrame,
        questionnaire.id(),
        counts.flatMap(LandedUnit::version).orElse(questionnaire.version()),
        state,
        counts,
        sent.size(),
        accepted.flatMap(answer -> refusedSince(answer, sent)));
  }

  private static Optional<LandedUnit> refusedSince(LandedUnit accepted, List<LandedUnit> sent) {
    return sent.stream()
        .max(LandedUnit.BY_SUBMISSION)
        .filter(newest -> !newest.isAccepted())
        .filter(newest -> LandedUnit.BY_SUBMISSION.compare(newest, accepted) > 0);
  }

  /** Who answered in time and corrected later is not late. */
  private static boolean isInTime(List<LandedUnit> sent) {
    return sent.stream().anyMatch(unit -> unit.isAccepted() && !unit.isLate());
  }

  /** Respondents of the frame who still have to answer. */
  public List<Row> open() {
    return rows.stream().filter(row -> row.isInFrame() && row.state().isOpen()).toList();
  }

  /** Days until the last day on which an answer is not late; negative after it. */
  public long daysLeft(LocalDate today) {
    return ChronoUnit.DAYS.between(today, round.lastDay());
  }
}
