package jp.renkei.warehouse.release.diff;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What changed between two states of the inputs: two releases, or a release and the tables as they
 * are now.
 *
 * @param submissions of surveys, with whose they are
 * @param newLogs months of an issuer that a log came for
 * @param removedLogs months of an issuer that a log went from
 * @param tables other inputs whose content differs, by table
 * @param correctedFolders folders of landing, such as register, in which a cell was corrected or is
 *     no longer
 * @param definitions KPIs whose own definition differs, by id
 * @param isDefinitionsMoved whether any definition or rule differs
 * @param isCodeMoved whether other code made the figures
 * @param isAsOfMoved whether the as-of date differs
 * @param areSourcesKnown whether submissions and logs were there to be compared
 */
public record InputChanges(
    List<SubmissionChange> submissions,
    Set<LogMonth> newLogs,
    Set<LogMonth> removedLogs,
    Set<String> tables,
    Set<String> correctedFolders,
    Set<String> definitions,
    boolean isDefinitionsMoved,
    boolean isCodeMoved,
    boolean isAsOfMoved,
    boolean areSourcesKnown) {
  public InputChanges {
    submissions = List.copyOf(submissions);
    newLogs = Set.copyOf(newLogs);
    removedLogs = Set.copyOf(removedLogs);
    tables = Set.copyOf(tables);
    correctedFolders = Set.copyOf(correctedFolders);
    definitions = Set.copyOf(definitions);
  }

  /**
   * A respondent's answers to a round that came, were replaced, went or were corrected.
   *
   * @param isIssuer whether the respondent is an issuer, else an agent
   */
  public record SubmissionChange(
      ChangeReason reason, String roundId, String respondentId, boolean isIssuer) {}

  /**
   * A month of an issuer's logs.
   *
   * @param month its first day
   */
  public record LogMonth(String issuerId, LocalDate month) {}
}
