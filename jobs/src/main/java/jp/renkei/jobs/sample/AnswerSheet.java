package jp.renkei.jobs.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.renkei.surveys.AnswerFile;

/** All answers of one respondent in one submission; one row per question and place asked. */
final class AnswerSheet {
  /** The questions of both questionnaires that ask for words beside OTHER. */
  private static final List<String> WITH_FREE_TEXT =
      List.of("A2_04", "A12_04", "A14_01", "A15_06", "B5_03", "B7_02", "B13_01", "B13_07");

  private final TrueRound round;
  private final String questionnaireId;
  private final String respondentId;
  private final String submittedAt;
  private final List<Answer> answers;

  /** Where a question is asked: of the whole respondent, of a product line, or of a cell. */
  record Place(String lineId, String segment, String counterpartyId) {
    static final Place WHOLE = new Place("", "", "");

    static Place line(TrueLine line) {
      return new Place(line.id(), "", "");
    }

    static Place cell(Segment segment, String counterpartyId) {
      return new Place("", segment.name(), counterpartyId);
    }
  }

  enum ValueState {
    REPORTED,
    NOT_ANSWERED,
    NOT_APPLICABLE,
    UNKNOWN,
    WITHHELD
  }

  record Answer(Place place, String questionId, String value, ValueState state, String freeText) {
    Answer {
      if (value.isEmpty() == (state == ValueState.REPORTED)) {
        throw new IllegalArgumentException(
            "Cannot hold answer %s %s: value '%s' is %s"
                .formatted(place, questionId, value, state));
      }
    }

    Answer withValue(String other) {
      return new Answer(place, questionId, other, ValueState.REPORTED, freeText);
    }
  }

  AnswerSheet(TrueRound round, String questionnaireId, String respondentId, String submittedAt) {
    this(round, questionnaireId, respondentId, submittedAt, new ArrayList<>());
  }

  private AnswerSheet(
      TrueRound round,
      String questionnaireId,
      String respondentId,
      String submittedAt,
      List<Answer> answers) {
    this.round = round;
    this.questionnaireId = questionnaireId;
    this.respondentId = respondentId;
    this.submittedAt = submittedAt;
    this.answers = answers;
  }

  AnswerSheet reported(Place place, String questionId, Object value) {
    return add(new Answer(place, questionId, value.toString(), ValueState.REPORTED, ""));
  }

  /** A choice or a multi answer (joined by |), with its explanation where OTHER is among it. */
  AnswerSheet chosen(Place place, String questionId, String value, String explanation) {
    boolean isExplained =
        WITH_FREE_TEXT.contains(questionId) && List.of(value.split("\\|")).contains("OTHER");
    String freeText = isExplained ? explanation : "";
    return add(new Answer(place, questionId, value, ValueState.REPORTED, freeText));
  }

  AnswerSheet without(Place place, String questionId, ValueState state) {
    return add(new Answer(place, questionId, "", state, ""));
  }

  AnswerSheet notApplicable(Place place, String... questionIds) {
    for (String questionId : questionIds) {
      without(place, questionId, ValueState.NOT_APPLICABLE);
    }
    return this;
  }

  AnswerSheet add(Answer answer) {
    answers.add(answer);
    return this;
  }

  String questionnaireId() {
    return questionnaireId;
  }

  List<Answer> answers() {
    return List.copyOf(answers);
  }

  AnswerSheet submittedAt(String other) {
    return new AnswerSheet(round, questionnaireId, respondentId, other, new ArrayList<>(answers));
  }

  AnswerSheet of(String otherRespondentId) {
    return new AnswerSheet(
        round, questionnaireId, otherRespondentId, submittedAt, new ArrayList<>(answers));
  }

  AnswerSheet changed(UnaryOperator<Answer> change) {
    List<Answer> others = new ArrayList<>(answers.stream().map(change).toList());
    return new AnswerSheet(round, questionnaireId, respondentId, submittedAt, others);
  }

  CsvTable table() {
    CsvTable table = new CsvTable(AnswerFile.COLUMNS.toArray(String[]::new));
    for (Answer answer : answers) {
      table.add(
          questionnaireId,
          Integer.toString(round.version(questionnaireId)),
          round.id(),
          respondentId,
          submittedAt,
          answer.place().lineId(),
          answer.place().segment(),
          answer.place().counterpartyId(),
          answer.questionId(),
          answer.value(),
          answer.state().name(),
          answer.freeText());
    }
    return table;
  }
}
