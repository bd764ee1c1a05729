package jp.renkei.surveys;

import java.io.Serializable;

/**
 * Where in a file something stands: a line of a text file, a cell of a workbook, or the file as a
 * whole; and what it is about (a question, a column), where that is known.
 *
 * @param sheet empty but for a cell
 * @param cell for example {@code D7}; empty but for a cell
 * @param line 1 is the first; 0 where it is not a line
 * @param subject for example {@code A2_02 提供開始日}; may be empty
 */
public record Place(String sheet, String cell, long line, String subject) implements Serializable {
  public static final Place WHOLE_FILE = new Place("", "", 0, "");

  public static Place line(long line) {
    return new Place("", "", line, "");
  }

  public static Place cell(String sheet, String cell) {
    return new Place(sheet, cell, 0, "");
  }

  public Place about(String newSubject) {
    return new Place(sheet, cell, line, newSubject);
  }

  public String english() {
    return joined(line > 0 ? "line " + line : cellName());
  }

  public String japanese() {
    return joined(line > 0 ? line + "行目" : cellName());
  }

  private String cellName() {
    if (sheet.isEmpty()) {
      return "";
    }
    return cell.isEmpty() ? "「" + sheet + "」" : "「" + sheet + "」!" + cell;
  }

  private String joined(String where) {
    if (subject.isEmpty()) {
      return where;
    }
    return where.isEmpty() ? "(" + subject + ")" : where + " (" + subject + ")";
  }
}
