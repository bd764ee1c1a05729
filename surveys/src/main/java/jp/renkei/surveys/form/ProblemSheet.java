package jp.renkei.surveys.form;

import java.util.List;
import jp.renkei.surveys.Place;
import jp.renkei.surveys.Problem;
import jp.renkei.surveys.workbook.StoredText;
import jp.renkei.surveys.workbook.TextWidth;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The sheet エラー一覧: every problem of a returned form in one line, with a link to its cell. */
final class ProblemSheet {
  static final String TITLE = FormWords.ja("list.title");

  private static final List<String> HEADS =
      List.of("number", "severity", "sheet", "cell", "subject", "found", "expected", "remedy");
  private static final List<Integer> WIDTHS = List.of(6, 10, 24, 8, 32, 28, 36, 44);
  private static final int CELL_COLUMN = 3;
  private static final int HEAD_ROW = 3;
  private static final float LINE_POINTS = 17.5f;

  /** What a spreadsheet is still read with; the file's own page shows all of them. */
  private static final int MOST_LISTED = 2_000;

  private final XSSFWorkbook workbook;
  private final FormStyles styles;
  private final XSSFSheet sheet;

  private ProblemSheet(XSSFWorkbook workbook, FormStyles styles) {
    this.workbook = workbook;
    this.styles = styles;
    this.sheet = workbook.createSheet(TITLE);
  }

  /** Adds the sheet as the first of the workbook. */
  static void add(
      XSSFWorkbook workbook, FormStyles styles, String file, String how, List<Problem> problems) {
    var list = new ProblemSheet(workbook, styles);
    list.write(file, how, problems);
    list.page();
    workbook.setSheetOrder(TITLE, 0);
    for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
      workbook.getSheetAt(i).setSelected(false);
    }
    workbook.setActiveSheet(0);
    workbook.setFirstVisibleTab(0);
  }

  private void write(String file, String how, List<Problem> problems) {
    for (int i = 0; i < WIDTHS.size(); i++) {
      sheet.setColumnWidth(i, WIDTHS.get(i) * 256);
    }
    cell(0, 0, TITLE + "　" + file, Look.TITLE);
    cell(1, 0, problems.isEmpty() ? FormWords.ja("list.none") : how, Look.LINE);
    sheet.getRow(0).setHeightInPoints(Look.TITLE.points() * 1.9f);
    sheet.getRow(1).setHeightInPoints(LINE_POINTS + 3);
    for (int i = 0; i < HEADS.size(); i++) {
      cell(HEAD_ROW, i, FormWords.ja("list." + HEADS.get(i)), Look.HEAD);
    }
    int row = HEAD_ROW + 1;
    for (Problem problem : problems.subList(0, Math.min(MOST_LISTED, problems.size()))) {
      problem(row, problem);
      row++;
    }
    if (problems.size() > MOST_LISTED) {
      cell(row, 0, FormWords.ja("list.more", problems.size() - MOST_LISTED), Look.LINE);
    }
  }

  private void problem(int row, Problem problem) {
    Place place = problem.place();
    String expected =
        problem.severity() == Problem.Severity.NOTICE
            ? FormWords.ja("list.read_as", problem.expected().ja())
            : problem.expected().ja();
    var texts =
        List.of(
            Integer.toString(row - HEAD_ROW),
            FormWords.ja("list." + problem.severity()),
            place.sheet(),
            place.line() > 0 ? FormWords.ja("list.line", place.line()) : place.cell(),
            place.subject(),
            problem.found(),
            expected,
            problem.remedy().ja());
    int lines = 1;
    for (int column = 0; column < texts.size(); column++) {
      cell(row, column, texts.get(column), Look.FIXED);
      lines = Math.max(lines, TextWidth.lines(texts.get(column), WIDTHS.get(column) - 2));
    }
    sheet.getRow(row).setHeightInPoints(Math.min(409, lines * LINE_POINTS + 3));
    sheet.getRow(row).getCell(0).setCellValue((double) row - HEAD_ROW);
    sheet.getRow(row).getCell(1).setCellStyle(styles.marked(problem.severity()));
    link(sheet.getRow(row).getCell(CELL_COLUMN), place);
  }

  private void link(XSSFCell cell, Place place) {
    boolean isThere =
        MarkedCells.position(place).isPresent() && workbook.getSheet(place.sheet()) != null;
    if (isThere) {
      var link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
      link.setAddress(FormBook.quoted(place.sheet()) + "!" + place.cell());
      cell.setHyperlink(link);
      cell.setCellStyle(styles.of(Look.LINKED_CELL));
    }
  }

  private void cell(int row, int column, String text, Look look) {
    var found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell = found.createCell(column);
    StoredText.write(cell, text);
    cell.setCellStyle(styles.of(look));
  }

  private void page() {
    sheet.setDisplayGridlines(false);
    sheet.createFreezePane(0, HEAD_ROW + 1);
    sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, -1, -1));
    sheet.setFitToPage(true);
    var print = sheet.getPrintSetup();
    print.setPaperSize(PaperSize.A4_PAPER);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, 0.4);
    sheet.setMargin(PageMargin.RIGHT, 0.4);
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setRight("&P / &N");
  }
}
