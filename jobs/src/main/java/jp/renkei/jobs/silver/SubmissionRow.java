package jp.renkei.jobs.silver;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.renkei.jobs.silver.ReceivedFiles.File;

/** A row of {@code silver.submission}: a file, or a unit of one. */
final class SubmissionRow {
  private SubmissionRow() {}

  /**
   * Puts together what the columns of the table are.
   *
   * @param unit the unit, its round, questionnaire, version and respondent
   * @param receipt who handed it in, on whose behalf, with which note and reason
   */
  static List<Object> of(
      File file,
      List<Object> unit,
      OffsetDateTime submittedAt,
      String state,
      Boolean isLate,
      long problems,
      RowCounts counts,
      List<Object> receipt) {
    var row =
        new ArrayList<Object>(
            Arrays.asList(
                file.submissionId(),
                unit.get(0),
                file.kind().name(),
                file.path(),
                file.sha256(),
                file.receivedAt()));
    row.addAll(unit.subList(1, unit.size()));
    row.addAll(
        Arrays.asList(
            submittedAt,
            state,
            isLate,
            problems,
            counts.lines(),
            counts.accepted(),
            counts.rejected(),
            counts.duplicates()));
    row.addAll(receipt);
    return row;
  }
}
