package jp.renkei.reports.study;

import java.util.List;

/**
 * What stands together on one sheet, or under one heading of a page.
 *
 * @param id for addresses, such as {@code transition}
 * @param name of the sheet
 * @param subject what it shows, for tables of contents
 */
public record StudySheet(String id, String name, String subject, List<StudyTable> tables) {
  public StudySheet {
    tables = List.copyOf(tables);
  }
}
