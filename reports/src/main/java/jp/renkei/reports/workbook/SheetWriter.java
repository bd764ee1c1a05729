package jp.renkei.reports.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import jp.renkei.surveys.workbook.StoredText;
import jp.renkei.surveys.workbook.TextWidth;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes a sheet from top to bottom, without merged cells: lines of text, and tables whose columns
 * are as wide as their characters, up to a limit beyond which they wrap. {@link #finish} sets
 * widths, heights and the printed page (A4 landscape, as wide as one page).
 */
public final class SheetWriter {
  private static final int NARROWEST = 6;

  /** Half-width characters left free in a column: the indent, and what bold text takes more. */
  private static final int MARGIN = 3;

  /** Half-width characters of {@link Role#TEXT} on an A4 landscape page at its printed size. */
  private static final int PAGE_WIDTH = 150;

  private static final double SIDE_MARGIN_INCHES = 0.4;
  private static final double EDGE_MARGIN_INCHES = 0.75;
  private static final int DRAWING_PIXELS = 860;
  private static final float DRAWING_ROW_POINTS = 15;

  private final XSSFSheet sheet;
  private final WorkbookStyles styles;
  private final int widest;
  private final List<Integer> widths = new ArrayList<>();
  private final List<TableRow> tableRows = new ArrayList<>();
  private final List<Runnable> drawings = new ArrayList<>();
  private final PrintedBlocks blocks = new PrintedBlocks();
  private int next;

  private record TableRow(XSSFRow row, List<String> shown) {}

  /**
   * @param widest column, in half-width characters
   */
  public SheetWriter(XSSFWorkbook workbook, WorkbookStyles styles, String name, int widest) {
    this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
    this.styles = styles;
    this.widest = widest;
    sheet.setDisplayGridlines(false);
    sheet.setDefaultRowHeightInPoints(DRAWING_ROW_POINTS);
  }

  public XSSFSheet sheet() {
    return sheet;
  }

  /** The row, from 0, that is written next. */
  public int nextRow() {
    return next;
  }

  public void skip(int rows) {
    next += rows;
  }

  /** What follows is printed on a new page. */
  public void pageBreak() {
    sheet.setRowBreak(next - 1);
  }

  /** What is written in between is printed on one page, where a page can hold it. */
  public void together(Runnable block) {
    int first = next;
    block.run();
    blocks.add(first, next);
  }

  /** One line of text, running over the columns to its right. */
  public void line(Role role, String text) {
    var row = sheet.createRow(next++);
    row.setHeightInPoints(role.points() * 1.8f);
    var cell = row.createCell(0);
    StoredText.write(cell, text);
    cell.setCellStyle(styles.of(role));
  }

  /** A text that is broken into as many lines as the page needs. */
  public void paragraph(Role role, String text) {
    int limit = PAGE_WIDTH * Role.TEXT.points() / role.points();
    var line = new StringBuilder();
    for (int codePoint : text.codePoints().toArray()) {
      boolean mayBeginLine = "、。）」".indexOf(codePoint) < 0;
      if (TextWidth.of(line.toString()) >= limit - 2 && mayBeginLine) {
        line(role, line.toString());
        line.setLength(0);
      }
      line.appendCodePoint(codePoint);
    }
    if (!line.isEmpty()) {
      line(role, line.toString());
    }
  }

  /** The head of a table, repeated on every printed page if it is the sheet's only one. */
  public void head(List<String> labels) {
    var row = row(labels);
    for (int i = 0; i < labels.size(); i++) {
      var cell = row.createCell(i);
      StoredText.write(cell, labels.get(i));
      cell.setCellStyle(styles.of(Role.HEAD));
    }
  }

  public void repeatHead(int headRow) {
    sheet.setRepeatingRows(new CellRangeAddress(headRow, headRow, -1, -1));
    sheet.createFreezePane(1, headRow + 1);
  }

  /** A line inside a table that names the rows below it. */
  public void group(String text, int columns) {
    var row = sheet.createRow(next++);
    row.setHeightInPoints(18);
    for (int i = 0; i < columns; i++) {
      row.createCell(i).setCellStyle(styles.of(Role.GROUP));
    }
    StoredText.write(row.getCell(0), text);
    // Wrapping would squeeze the text into the first column.
    row.getCell(0).setCellStyle(styles.unwrapped(Role.GROUP));
  }

  public void row(SheetCell... cells) {
    rowOf(List.of(cells));
  }

  public void rowOf(List<SheetCell> cells) {
    var row = row(cells.stream().map(SheetCell::shown).toList());
    for (int i = 0; i < cells.size(); i++) {
      var content = cells.get(i);
      var cell = row.createCell(i);
      switch (content.kind()) {
        case NUMBER -> {
          cell.setCellValue(content.number().orElseThrow());
          cell.setCellStyle(styles.of(Role.NUMBER, content.format()));
        }
        case BLANK -> cell.setCellStyle(styles.of(Role.EMPTY));
        case EMPTY -> {
          StoredText.write(cell, content.shown());
          cell.setCellStyle(styles.of(Role.EMPTY));
        }
        case TEXT -> {
          StoredText.write(cell, content.shown());
          cell.setCellStyle(styles.of(Role.TEXT));
        }
      }
    }
  }

  /**
   * Leaves room for a drawing over the full width of the page. It is drawn by {@link #finish}, when
   * the widths of the columns are known.
   */
  public void drawing(int rows, Consumer<XSSFClientAnchor> draw) {
    int top = next;
    drawings.add(() -> draw.accept(anchor(top, top + rows)));
    next += rows;
  }

  private XSSFClientAnchor anchor(int top, int bottom) {
    int column = 0;
    double left = 0;
    while (left + sheet.getColumnWidthInPixels(column) < DRAWING_PIXELS) {
      left += sheet.getColumnWidthInPixels(column++);
    }
    int rest = (int) Math.round((DRAWING_PIXELS - left) * Units.EMU_PER_PIXEL);
    return new XSSFClientAnchor(0, 0, rest, 0, 0, top, column, bottom);
  }

  /** Sets what depends on everything written: widths, heights, the printed page. */
  public void finish(PageText page) {
    for (int i = 0; i < widths.size(); i++) {
      sheet.setColumnWidth(i, width(i) * 256);
    }
    for (var row : tableRows) {
      int lines = 1;
      for (int i = 0; i < row.shown().size(); i++) {
        lines = Math.max(lines, TextWidth.lines(row.shown().get(i), width(i) - MARGIN + 1));
      }
      row.row().setHeightInPoints(4 + 15f * lines);
    }
    drawings.forEach(Runnable::run);
    var print = sheet.getPrintSetup();
    print.setPaperSize(PaperSize.A4_PAPER);
    print.setLandscape(true);
    sheet.setFitToPage(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, SIDE_MARGIN_INCHES);
    sheet.setMargin(PageMargin.RIGHT, SIDE_MARGIN_INCHES);
    sheet.setMargin(PageMargin.TOP, EDGE_MARGIN_INCHES);
    sheet.setMargin(PageMargin.BOTTOM, EDGE_MARGIN_INCHES);
    blocks.breakPages(sheet, widths.size());
    page.writeTo(sheet);
  }

  private XSSFRow row(List<String> shown) {
    for (int i = 0; i < shown.size(); i++) {
      int width = shown.get(i).lines().mapToInt(TextWidth::of).max().orElse(0);
      if (i == widths.size()) {
        widths.add(width);
      } else {
        widths.set(i, Math.max(widths.get(i), width));
      }
    }
    var row = sheet.createRow(next++);
    tableRows.add(new TableRow(row, shown));
    return row;
  }

  private int width(int column) {
    return Math.min(widest, Math.max(NARROWEST, widths.get(column))) + MARGIN;
  }
}
