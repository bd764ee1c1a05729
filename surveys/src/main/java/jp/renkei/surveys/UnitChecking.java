package jp.renkei.surveys;

import static jp.renkei.surveys.Complaints.text;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.surveys.AnswerKey.Cell;
import jp.renkei.surveys.Problem.Reason;

/** One check of one unit: header, then every row, then the checks across questions. */
final class UnitChecking {
  private final AnswerUnit unit;
  private final QuestionnaireCatalog catalog;
  private final RegisterCheck registers;
  private final Complaints complaints;
  private final Map<AnswerKey, Answer> answers = new LinkedHashMap<>();
  private final Map<AnswerKey, Place> seen = new HashMap<>();
  private final Set<AnswerKey> broken = new HashSet<>();
  private final SurveyContext context;
  private final Optional<SurveyRound> round;
  private final LargeChanges changes;

  UnitChecking(
      AnswerUnit unit,
      QuestionnaireCatalog catalog,
      SurveyContext context,
      List<Answer> lastAnswers) {
    this.unit = unit;
    this.catalog = catalog;
    this.context = context;
    this.complaints = new Complaints(unit.file());
    this.round = context.round(unit.roundId());
    this.registers = new RegisterCheck(unit, context, complaints);
    this.changes = new LargeChanges(lastAnswers, complaints);
  }

  UnitCheck verdict() {
    unit.unreadable().forEach(complaints::add);
    Place first = unit.rows().get(0).place();
    Optional<OffsetDateTime> submittedAt = submittedAt(first.about("submitted_at"));
    Optional<Questionnaire> questionnaire = questionnaire(first.about("questionnaire_version"));
    if (round.isEmpty()) {
      complaints.error(
          first.about("round_id"),
          Reason.UNKNOWN_ID,
          unit.roundId(),
          text("expected.round"),
          text("remedy.round"));
    }
    questionnaire
        .map(found -> round.map(asked -> found.askedOn(asked.referenceDate())).orElse(found))
        .ifPresent(found -> rows(found, submittedAt.orElse(OffsetDateTime.MIN)));
    questionnaire.filter(found -> !complaints.anyError()).ifPresent(this::nothingAnswered);
    boolean isAccepted = !complaints.anyError();
    var names = new RowNames(unit, context, round.map(SurveyRound::referenceDate));
    return new UnitCheck(
        unit,
        complaints.all().stream().map(names::named).toList(),
        isAccepted ? List.copyOf(answers.values()) : List.of());
  }

  /** No question has to be answered, but a form that came back as it was handed out is a slip. */
  private void nothingAnswered(Questionnaire questionnaire) {
    boolean isBlank =
        answers.values().stream()
            .allMatch(
                answer ->
                    answer.valueState() == ValueState.NOT_ANSWERED
                        || questionnaire.question(answer.questionId()).orElseThrow().isPrefilled());
    if (isBlank) {
      complaints.add(
          Problem.error(
              unit.file(),
              Place.WHOLE_FILE,
              Reason.MISSING_VALUE,
              text("found.nothing_answered"),
              text("expected.an_answer"),
              text("remedy.nothing_answered")));
    }
  }

  private void rows(Questionnaire questionnaire, OffsetDateTime submittedAt) {
    Optional<LocalDate> referenceDate = round.map(SurveyRound::referenceDate);
    referenceDate.ifPresent(on -> registers.respondent(questionnaire, on));
    for (AnswerRow row : unit.rows()) {
      questionnaire
          .question(row.questionId())
          .ifPresentOrElse(
              question -> {
                referenceDate.ifPresent(on -> registers.row(questionnaire, question, row, on));
                row(questionnaire, question, row, submittedAt);
              },
              () -> unknownQuestion(questionnaire, row));
    }
    var cross =
        new CrossChecks(
            answers, broken, referenceDate, changes, unit.rows().get(0).notation(), complaints);
    questionnaire.checks().forEach(rule -> cross.apply(rule, questionnaire));
    cross.exclusiveCodes(questionnaire);
    freeTexts(questionnaire);
  }

  private void row(
      Questionnaire questionnaire, Question question, AnswerRow row, OffsetDateTime submittedAt) {
    var cell = new Cell(row.productLineId(), row.segment(), row.counterpartyId());
    var key = new AnswerKey(question.id(), cell);
    Place place = RowCheck.place(row, question);
    Place earlier = seen.putIfAbsent(key, row.place());
    if (earlier != null) {
      complaints.error(
          place,
          Reason.DUPLICATE_KEY,
          key.toString(),
          text("expected.once", new BilingualText(earlier.english(), earlier.japanese())),
          text("remedy.once"));
    }
    var checked = new RowCheck(complaints).check(row, question);
    if (checked.isEmpty()) {
      broken.add(key);
      return;
    }
    answers.putIfAbsent(
        key,
        new Answer(
            unit.questionnaireId(),
            questionnaire.version(),
            unit.roundId(),
            unit.respondentId(),
            submittedAt,
            row.productLineId(),
            row.segment(),
            row.counterpartyId(),
            question.id(),
            checked.get().value(),
            checked.get().state(),
            row.freeText().replace("\r\n", "\n").replace('\r', '\n'),
            place));
  }

  private void unknownQuestion(Questionnaire questionnaire, AnswerRow row) {
    complaints.error(
        row.place().about("question_id"),
        Reason.UNKNOWN_ID,
        row.questionId(),
        text("expected.question", questionnaire.id(), questionnaire.version()),
        text("remedy.question"));
  }

  /**
   * Free text goes with questions that take it, and with answers that a warning asks about.
   * Elsewhere it does no harm to the answer beside it, so that it is a warning.
   */
  private void freeTexts(Questionnaire questionnaire) {
    Set<Place> warned =
        complaints.all().stream()
            .filter(Problem::isWarning)
            .map(Problem::place)
            .collect(Collectors.toCollection(HashSet::new));
    warned.addAll(changes.places());
    for (Answer answer : List.copyOf(answers.values())) {
      boolean isTaken =
          questionnaire.question(answer.questionId()).orElseThrow().takesFreeText()
              || warned.contains(answer.place());
      if (!answer.freeText().isEmpty() && !isTaken) {
        complaints.warning(
            answer.place(),
            Reason.UNEXPECTED_VALUE,
            answer.freeText(),
            text("expected.no_free_text"),
            text("remedy.no_free_text"));
      }
    }
  }

  private Optional<OffsetDateTime> submittedAt(Place place) {
    List<String> stated = unit.rows().stream().map(AnswerRow::submittedAt).distinct().toList();
    if (stated.size() > 1) {
      complaints.error(
          place,
          Reason.INCONSISTENT_ANSWERS,
          String.join(", ", stated),
          text("expected.one_time"),
          text("remedy.one_time"));
      return Optional.empty();
    }
    String text = stated.get(0);
    Optional<OffsetDateTime> time = SubmissionTime.parse(text);
    if (time.isEmpty()) {
      complaints.error(
          place,
          text.isEmpty() ? Reason.MISSING_VALUE : Reason.WRONG_TYPE,
          text,
          text("expected.time"),
          text("remedy.time"));
      return time;
    }
    LocalDate day = time.get().toLocalDate();
    if (day.isBefore(AnswerValue.EARLIEST) || day.isAfter(AnswerValue.LATEST)) {
      complaints.error(
          place,
          Reason.DATE_OUT_OF_RANGE,
          text,
          text("expected.date_range", AnswerValue.EARLIEST, AnswerValue.LATEST),
          text("remedy.date_range"));
      return Optional.empty();
    }
    return time;
  }

  private Optional<Questionnaire> questionnaire(Place place) {
    if (!catalog.knows(unit.questionnaireId())) {
      var known = catalog.questionnaires().stream().map(Questionnaire::id).distinct().toList();
      complaints.error(
          place.about("questionnaire_id"),
          Reason.UNKNOWN_ID,
          unit.questionnaireId(),
          text("expected.one_of", String.join(", ", known)),
          text("remedy.questionnaire"));
      return Optional.empty();
    }
    var stated =
        new ArrayList<>(
            unit.rows().stream().map(AnswerRow::questionnaireVersion).distinct().toList());
    Optional<Questionnaire> found = stated.size() == 1 ? version(stated.get(0)) : Optional.empty();
    boolean isAsked =
        round.isEmpty()
            || found
                .map(Questionnaire::version)
                .equals(round.get().version(unit.questionnaireId()));
    if (found.isEmpty() || !isAsked) {
      complaints.error(
          place,
          Reason.UNKNOWN_VERSION,
          String.join(", ", stated),
          askedVersion(),
          text("remedy.version"));
    }
    return found;
  }

  private BilingualText askedVersion() {
    if (round.isEmpty()) {
      return text("expected.known_version", unit.questionnaireId());
    }
    return round
        .get()
        .version(unit.questionnaireId())
        .map(version -> text("expected.version", version, unit.roundId()))
        .orElseGet(() -> text("expected.asked", unit.roundId()));
  }

  private Optional<Questionnaire> version(String stated) {
    return catalog.questionnaires().stream()
        .filter(each -> each.id().equals(unit.questionnaireId()))
        .filter(each -> stated.equals(String.valueOf(each.version())))
        .findFirst();
  }
}
