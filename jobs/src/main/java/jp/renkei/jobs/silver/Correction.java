package jp.renkei.jobs.silver;

import java.io.Serializable;
import java.time.LocalDate;
import jp.renkei.surveys.Place;

/**
 * One cell that the secretariat corrects, as a line of a file below corrections says it.
 *
 * @param file the file of corrections, and its submission
 * @param line of that file
 * @param path of the file that is corrected; may be empty where sha256 is given
 * @param cell of a workbook; empty where a line and a column are given
 * @param oldValue what must stand there, or what an earlier correction put there; may be empty
 */
record Correction(
    String file,
    String submissionId,
    long line,
    String path,
    String sha256,
    String sheet,
    String cell,
    long targetLine,
    String column,
    String oldValue,
    String newValue,
    String reason,
    String statedBy,
    LocalDate statedOn)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static Correction of(String file, String submissionId, RegisterRows.Row row) {
    return new Correction(
        file,
        submissionId,
        row.line(),
        row.text("path"),
        row.text("sha256"),
        row.text("sheet"),
        row.text("cell"),
        row.values().get("target_line") instanceof Long line ? line : 0,
        row.text("target_column"),
        row.text("old_value"),
        row.text("new_value"),
        row.text("reason"),
        row.text("stated_by"),
        row.date("stated_on").orElseThrow());
  }

  /** Whether it names a cell of a workbook, or a line and column of a CSV, and not both. */
  boolean hasOnePlace() {
    boolean isCell = !sheet.isEmpty() && !cell.isEmpty();
    boolean isLine = targetLine > 0 && !column.isEmpty();
    return isCell != isLine
        && (isCell ? targetLine == 0 && column.isEmpty() : sheet.isEmpty() && cell.isEmpty());
  }

  /** The column of the row as received that holds the value: of a form the answer's. */
  String valueColumn() {
    return cell.isEmpty() ? column : "value";
  }

  /** Where in the corrected file it stands. */
  Place place() {
    return cell.isEmpty() ? Place.line(targetLine).about(column) : Place.cell(sheet, cell);
  }
}
