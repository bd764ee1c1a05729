package jp.renkei.surveys;

import java.util.List;

/**
 * Everything one respondent answers to one questionnaire in one round, in one file; unchecked.
 *
 * @param unreadableLines lines of rows that are its own and cannot be read
 * @param unreadable what is wrong with rows that are, or may be, its own; each refuses it
 */
public record AnswerUnit(
    String file,
    String roundId,
    String questionnaireId,
    String respondentId,
    List<AnswerRow> rows,
    List<Long> unreadableLines,
    List<Problem> unreadable) {

  public AnswerUnit {
    rows = List.copyOf(rows);
    unreadableLines = List.copyOf(unreadableLines);
    unreadable = List.copyOf(unreadable);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("Cannot form a unit of " + file + ": it has no row.");
    }
  }
}
