package jp.renkei.reports.workbook;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Keeps blocks of rows of an A4 landscape sheet, printed as wide as one page, from being torn by a
 * page's end: a block that would not end on the page where it begins goes to the next one. What is
 * longer than a page is left to break where it may.
 */
final class PrintedBlocks {
  private static final double LONG_SIDE_POINTS = 841.9;
  private static final double SHORT_SIDE_POINTS = 595.3;
  private static final double POINTS_PER_INCH = 72;
  private static final double POINTS_PER_PIXEL = 0.75;

  /** Programs differ in how high they print a row; so much of a page is counted on. */
  private static final double CERTAIN = 0.95;

  private final List<Block> blocks = new ArrayList<>();

  /** Rows from the first to before the end. */
  private record Block(int first, int end) {}

  void add(int first, int end) {
    blocks.add(new Block(first, end));
  }

  /** Sets the breaks; widths, heights and margins must be known. */
  void breakPages(XSSFSheet sheet, int columns) {
    double page = CERTAIN * pageHeight(sheet) / scale(sheet, columns);
    double used = 0;
    int row = 0;
    for (var block : blocks) {
      for (; row < block.first(); row++) {
        used = after(used, height(sheet, row), page);
        used = sheet.isRowBroken(row) ? 0 : used;
      }
      double needed = 0;
      for (int inside = block.first(); inside < block.end(); inside++) {
        needed += height(sheet, inside);
      }
      if (used > 0 && used + needed > page && needed <= page) {
        sheet.setRowBreak(block.first() - 1);
        used = 0;
      }
    }
  }

  private static double after(double used, double height, double page) {
    return used + height > page ? height : used + height;
  }

  private static double height(XSSFSheet sheet, int row) {
    var written = sheet.getRow(row);
    return written == null ? sheet.getDefaultRowHeightInPoints() : written.getHeightInPoints();
  }

  private static double pageHeight(XSSFSheet sheet) {
    return SHORT_SIDE_POINTS
        - POINTS_PER_INCH * (sheet.getMargin(PageMargin.TOP) + sheet.getMargin(PageMargin.BOTTOM));
  }

  /** What the print is made smaller by, to be no wider than a page. */
  private static double scale(XSSFSheet sheet, int columns) {
    double width = 0;
    for (int column = 0; column < columns; column++) {
      width += POINTS_PER_PIXEL * sheet.getColumnWidthInPixels(column);
    }
    double page =
        LONG_SIDE_POINTS
            - POINTS_PER_INCH
                * (sheet.getMargin(PageMargin.LEFT) + sheet.getMargin(PageMargin.RIGHT));
    return width > page ? page / width : 1;
  }
}
