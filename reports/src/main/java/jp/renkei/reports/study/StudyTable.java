package jp.renkei.reports.study;

import java.util.List;
import jp.renkei.reports.workbook.SheetCell;

/**
 * One table to show: what it counts in words, its head, and its rows.
 *
 * @param notes what the reader must know, a sentence or two each
 * @param source whose statements it is made of
 */
public record StudyTable(
    String title,
    List<String> notes,
    String source,
    List<String> head,
    List<List<SheetCell>> rows) {
  public StudyTable {
    notes = List.copyOf(notes);
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows) {
      if (row.size() != head.size()) {
        throw new IllegalArgumentException(
            "Cannot show table %s: a row has %d cells, expected %d."
                .formatted(title, row.size(), head.size()));
      }
    }
  }

  /** Whether a column holds numbers, counted from 0; its head stands above their last digits. */
  public boolean isNumeric(int column) {
    return rows.stream().anyMatch(row -> row.get(column).kind() == SheetCell.Kind.NUMBER);
  }
}
