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

  /**
   * The unit as the file's receipt says that it was handed in: at its time, and with its reasons as
   * the free text of answers that have none.
   */
  public AnswerUnit with(Receipt receipt) {
    return new AnswerUnit(
        file,
        roundId,
        questionnaireId,
        respondentId,
        rows.stream().map(row -> row.with(receipt)).toList(),
        unreadableLines,
        unreadable);
  }
}
