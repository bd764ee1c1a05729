package jp.renkei.surveys;

import java.util.List;

/** Everything one respondent answers to one questionnaire in one round, in one file; unchecked. */
public record AnswerUnit(
    String file,
    String roundId,
    String questionnaireId,
    String respondentId,
    List<AnswerRow> rows) {

  public AnswerUnit {
    rows = List.copyOf(rows);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("Cannot form a unit of " + file + ": it has no row.");
    }
  }
}
