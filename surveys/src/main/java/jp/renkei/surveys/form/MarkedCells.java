package jp.renkei.surveys.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.Problem.Severity;
import jp.renkei.surveys.workbook.StoredText;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Colours the cells that have problems, and says in a note what they are. The notes begin with a
 * sign of ours, by which the marks of an earlier return are found again and taken away.
 */
final class MarkedCells {
  private static final String SIGN = "【エラー一覧】";
  private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

  /** Notes are drawings, which make a workbook slow; the list beside them holds all. */
  private static final int MOST_MARKED = 500;

  private static final int NOTE_COLUMNS = 4;
  private static final int NOTE_ROWS = 5;

  private final XSSFWorkbook workbook;
  private final FormStyles styles;

  MarkedCells(XSSFWorkbook workbook, FormStyles styles) {
    this.workbook = workbook;
    this.styles = styles;
  }

  /** The cell of a place; empty when it is none. */
  static Optional<CellAddress> position(Place place) {
    return CELL.matcher(place.cell()).matches()
        ? Optional.of(new CellAddress(place.cell()))
        : Optional.empty();
  }

  /** Takes away what an earlier return marked, and gives the cells their own colours again. */
  void clear(OriginalFills original) {
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      XSSFSheet sheet = workbook.getSheetAt(i);
      for (Map.Entry<CellAddress, XSSFComment> comment : sheet.getCellComments().entrySet()) {
        String text = comment.getValue().getString().getString();
        if (text != null && text.contains(SIGN)) {
          CellAddress at = comment.getKey();
          XSSFRow row = sheet.getRow(at.getRow());
          XSSFCell cell = row == null ? null : row.getCell(at.getColumn());
          if (cell != null) {
            cell.removeCellComment();
            cell.setCellStyle(styles.refilled(cell.getCellStyle(), original.of(cell)));
          }
        }
      }
    }
  }

  void mark(List<Problem> problems) {
    var byCell = new LinkedHashMap<List<String>, List<Problem>>();
    for (Problem problem : problems) {
      Place place = problem.place();
      if (position(place).isPresent() && workbook.getSheet(place.sheet()) != null) {
        byCell
            .computeIfAbsent(List.of(place.sheet(), place.cell()), absent -> new ArrayList<>())
            .add(problem);
      }
    }
    byCell.values().stream().limit(MOST_MARKED).forEach(this::markCell);
  }

  private void markCell(List<Problem> ofCell) {
    Place place = ofCell.get(0).place();
    XSSFSheet sheet = workbook.getSheet(place.sheet());
    CellAddress at = position(place).orElseThrow();
    XSSFRow row = sheet.getRow(at.getRow());
    row = row == null ? sheet.createRow(at.getRow()) : row;
    XSSFCell cell = row.getCell(at.getColumn());
    cell = cell == null ? row.createCell(at.getColumn()) : cell;
    Severity worst = ofCell.stream().map(Problem::severity).min(Severity::compareTo).orElseThrow();
    cell.setCellStyle(styles.refilled(cell.getCellStyle(), worst));
    if (cell.getCellComment() == null) {
      note(sheet, cell, ofCell);
    }
  }

  private void note(XSSFSheet sheet, XSSFCell cell, List<Problem> ofCell) {
    var anchor = new XSSFClientAnchor();
    anchor.setCol1(cell.getColumnIndex() + 1);
    anchor.setCol2(cell.getColumnIndex() + 1 + NOTE_COLUMNS);
    anchor.setRow1(cell.getRowIndex());
    anchor.setRow2(cell.getRowIndex() + NOTE_ROWS);
    XSSFComment note = sheet.createDrawingPatriarch().createCellComment(anchor);
    note.setAuthor("Renkei");
    String text =
        ofCell.stream()
            .map(
                problem ->
                    FormWords.ja("list." + problem.severity())
                        + "："
                        + problem.expected().ja()
                        + "\n"
                        + problem.remedy().ja())
            .collect(Collectors.joining("\n"));
    note.setString(StoredText.escaped(SIGN + "\n" + text));
    cell.setCellComment(note);
  }
}
