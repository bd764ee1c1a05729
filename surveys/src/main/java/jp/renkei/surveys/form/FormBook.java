package jp.renkei.surveys.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.surveys.workbook.WorkbookContent.Area;
import jp.renkei.surveys.workbook.WorkbookContent.Position;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbook while it is written, with all that its record will have to remember. */
final class FormBook {
  private static final int LAST_CHECKED_ROW = 2_000;
  private static final int LAST_CHECKED_COLUMN = 200;

  private final XSSFWorkbook workbook;
  private final FormStyles styles;
  private final SortedMap<String, Area> areas = new TreeMap<>();
  private final SortedMap<String, SortedMap<Position, String>> labels = new TreeMap<>();

  FormBook(XSSFWorkbook workbook) {
    this.workbook = workbook;
    this.styles = new FormStyles(workbook);
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  FormStyles styles() {
    return styles;
  }

  FormSheet sheet(String title) {
    XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(title));
    sheet.setDisplayGridlines(false);
    // A 法人番号 is a text, and no mistake.
    sheet.addIgnoredErrors(
        new CellRangeAddress(0, LAST_CHECKED_ROW, 0, LAST_CHECKED_COLUMN),
        IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    return new FormSheet(this, sheet);
  }

  FormSheet hiddenSheet(String title) {
    var sheet = new FormSheet(this, workbook.createSheet(title));
    workbook.setSheetHidden(workbook.getSheetIndex(title), true);
    return sheet;
  }

  /** Names cells; those outside the hidden sheets belong to the layout that is remembered. */
  void name(String name, XSSFSheet sheet, CellRangeAddress area) {
    var defined = workbook.createName();
    defined.setNameName(name);
    defined.setRefersToFormula(
        quoted(sheet.getSheetName())
            + "!"
            + "$%s$%d".formatted(column(area.getFirstColumn()), area.getFirstRow() + 1)
            + (area.getNumberOfCells() == 1
                ? ""
                : ":$%s$%d".formatted(column(area.getLastColumn()), area.getLastRow() + 1)));
    if (!workbook.isSheetHidden(workbook.getSheetIndex(sheet))) {
      areas.put(
          name,
          new Area(
              sheet.getSheetName(),
              new Position(area.getFirstRow(), area.getFirstColumn()),
              new Position(area.getLastRow(), area.getLastColumn())));
    }
  }

  void remember(String sheet, Position position, String label) {
    labels
        .computeIfAbsent(sheet, absent -> new TreeMap<>())
        .put(position, FormRecord.digest(label));
  }

  FormRecord record(FormRecord.Subject subject, LocalDate referenceDate) {
    return new FormRecord(subject, Optional.of(referenceDate), areas, labels);
  }

  static String quoted(String sheet) {
    return "'" + sheet.replace("'", "''") + "'";
  }

  private static String column(int column) {
    return org.apache.poi.ss.util.CellReference.convertNumToColString(column);
  }
}
