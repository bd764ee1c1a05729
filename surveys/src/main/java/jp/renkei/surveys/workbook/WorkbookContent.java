package jp.renkei.surveys.workbook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cells and names of an .xlsx. Rows and columns count from 0.
 *
 * @param names the names that stand for one area of one sheet; others are left out
 * @param modified when its program says that it was saved last
 */
public record WorkbookContent(
    List<Sheet> sheets, Map<String, Area> names, Optional<Instant> modified) {

  /**
   * One sheet.
   *
   * @param cells by row and column; blank ones are left out, but not formulas without a result
   * @param merged cells that are joined, of which the first alone is seen
   * @param hiddenRows that are not shown
   * @param hiddenColumns that are not shown
   */
  public record Sheet(
      String name,
      boolean isHidden,
      Map<Position, WorkbookCell> cells,
      List<Area> merged,
      Set<Integer> hiddenRows,
      Set<Integer> hiddenColumns) {
    public Sheet {
      cells = Map.copyOf(cells);
      merged = List.copyOf(merged);
      hiddenRows = Set.copyOf(hiddenRows);
      hiddenColumns = Set.copyOf(hiddenColumns);
    }

    /** Whether somebody who looks at the workbook does not see a cell. */
    public boolean isHidden(Position at) {
      return isHidden || hiddenRows.contains(at.row()) || hiddenColumns.contains(at.column());
    }
  }

  /** Where a cell stands in its sheet. */
  public record Position(int row, int column) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
      return row != other.row
          ? Integer.compare(row, other.row)
          : Integer.compare(column, other.column);
    }
  }

  /** A rectangle of cells, both corners included. */
  public record Area(String sheet, Position first, Position last) {
    /** Whether they have a cell in common. */
    public boolean meets(Area other) {
      return sheet.equals(other.sheet)
          && first.row() <= other.last.row()
          && other.first.row() <= last.row()
          && first.column() <= other.last.column()
          && other.first.column() <= last.column();
    }
  }

  public WorkbookContent {
    sheets = List.copyOf(sheets);
    names = Map.copyOf(names);
  }

  public Optional<Sheet> sheet(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
  }

  /** The cell, unless it is blank. */
  public Optional<WorkbookCell> cell(String sheet, Position position) {
    return sheet(sheet).map(found -> found.cells().get(position));
  }
}
