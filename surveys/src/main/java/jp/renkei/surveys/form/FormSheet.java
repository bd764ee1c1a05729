package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.surveys.workbook.StoredText;
import jp.renkei.surveys.workbook.TextWidth;
import jp.renkei.surveys.workbook.WorkbookContent.Position;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Writes one sheet of a form: labels, which the form's record remembers, and cells for answers,
 * which get names. Rows become as high as their texts in the widths of their columns.
 */
final class FormSheet {
  /** Of one line of text at 10 points; Meiryo is a tall font. */
  private static final float LINE_POINTS = 17.5f;

  private static final int EXCEL_HIGHEST_POINTS = 409;

  private final FormBook book;
  private final XSSFSheet sheet;
  private final List<Integer> widths = new ArrayList<>();

  FormSheet(FormBook book, XSSFSheet sheet) {
    this.book = book;
    this.sheet = sheet;
  }

  XSSFSheet sheet() {
    return sheet;
  }

  String title() {
    return sheet.getSheetName();
  }

  /** Widths of all columns, in half-width characters. */
  void columns(List<Integer> newWidths) {
    widths.clear();
    widths.addAll(newWidths);
    for (int i = 0; i < widths.size(); i++) {
      sheet.setColumnWidth(i, widths.get(i) * 256);
    }
  }

  int width(int first, int last) {
    return widths.subList(first, last + 1).stream().mapToInt(Integer::intValue).sum();
  }

  /** A text that the form's record does not remember, on a hidden sheet. */
  void text(int row, int column, String text) {
    StoredText.write(cell(row, column), text);
  }

  /** A text that a respondent must not change. */
  void label(int row, int column, String text, Look look) {
    XSSFCell cell = blank(row, column, look);
    if (!text.isEmpty()) {
      StoredText.write(cell, text);
      book.remember(title(), new Position(row, column), text);
    }
  }

  /** One line that runs over the cells to its right. */
  void line(int row, int column, String text, Look look) {
    label(row, column, text, look);
    row(row).setHeightInPoints(look.points() * 1.9f);
  }

  /** A text in the cells of some columns as if they were one, which it never runs out of. */
  void wrapped(int row, int first, int last, String text, Look look) {
    label(row, first, text, look);
    sheet.addMergedRegion(new CellRangeAddress(row, row, first, last));
    int width = width(first, last) * Look.TEXT.points() / look.points();
    row(row)
        .setHeightInPoints(new Cell(text, width).lines() * LINE_POINTS * look.points() / 10f + 3);
  }

  /** A label with a second part in small print beneath, which may be empty. */
  void label(int row, int column, String text, Look look, String smallPrint) {
    if (smallPrint.isEmpty()) {
      label(row, column, text, look);
      return;
    }
    blank(row, column, look).setCellValue(book.styles().withSmallPrint(text, look, smallPrint));
    book.remember(title(), new Position(row, column), text + "\n" + smallPrint);
  }

  /** A label that leads to another sheet. */
  void link(int row, int column, String otherSheet) {
    line(row, column, otherSheet, Look.LINK);
    var link = book.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress(FormBook.quoted(otherSheet) + "!A1");
    cell(row, column).setHyperlink(link);
  }

  /** A cell that holds nothing yet. */
  XSSFCell blank(int row, int column, Look look) {
    XSSFCell cell = cell(row, column);
    cell.setCellStyle(book.styles().of(look));
    return cell;
  }

  private XSSFCell cell(int row, int column) {
    XSSFRow found = row(row);
    XSSFCell cell = found.getCell(column);
    return cell == null ? found.createCell(column) : cell;
  }

  private XSSFRow row(int row) {
    XSSFRow found = sheet.getRow(row);
    return found == null ? sheet.createRow(row) : found;
  }

  void name(String name, CellRangeAddress area) {
    book.name(name, sheet, area);
  }

  /** Makes a row as high as these texts need, each in so many half-width characters. */
  void height(int row, List<Cell> texts) {
    int lines = texts.stream().mapToInt(Cell::lines).max().orElse(1);
    row(row).setHeightInPoints(Math.min(EXCEL_HIGHEST_POINTS, lines * LINE_POINTS + 3));
  }

  /** A text in a width. */
  record Cell(String text, int width) {
    /** Two digits, by which widths are counted, are wider than one full-width character. */
    private static final double DIGITS_PER_HALF = 1.1;

    private static final int BORDERS = 2;

    int lines() {
      int halves = (int) ((width - BORDERS) * DIGITS_PER_HALF);
      return text.isEmpty() ? 1 : TextWidth.lines(text, halves);
    }
  }
}
