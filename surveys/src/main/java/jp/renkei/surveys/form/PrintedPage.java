package jp.renkei.surveys.form;

import jp.renkei.surveys.SurveyRound;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;

/** A4 for every sheet: margins, what stands above and below each page, and protection. */
final class PrintedPage {
  /** Half-width characters across a page at its full size. */
  static final int LANDSCAPE_WIDTH = 114;

  private static final double SIDE_INCHES = 0.4;
  private static final double EDGE_INCHES = 0.75;
  private static final double HEADER_INCHES = 0.35;

  private final String above;
  private final String right;

  PrintedPage(FormRequest request) {
    SurveyRound round = request.round();
    this.above = request.questionnaire().titleJa() + "　" + round.roundId();
    this.right = request.respondent().id() + "　" + request.respondent().nameJa();
  }

  void portrait(FormSheet sheet) {
    page(sheet);
    fitToWidth(sheet);
  }

  /** The whole sheet on one page. */
  void single(FormSheet sheet) {
    portrait(sheet);
    sheet.sheet().getPrintSetup().setFitHeight((short) 1);
  }

  void landscape(FormSheet sheet) {
    page(sheet);
    sheet.sheet().getPrintSetup().setLandscape(true);
    fitToWidth(sheet);
  }

  /** Landscape at a fixed size, for sheets that are broken into several pages side by side. */
  void landscape(FormSheet sheet, int percent) {
    page(sheet);
    sheet.sheet().getPrintSetup().setLandscape(true);
    sheet.sheet().getPrintSetup().setScale((short) percent);
  }

  private static void fitToWidth(FormSheet sheet) {
    sheet.sheet().setFitToPage(true);
    sheet.sheet().getPrintSetup().setFitWidth((short) 1);
    sheet.sheet().getPrintSetup().setFitHeight((short) 0);
  }

  private void page(FormSheet formSheet) {
    var sheet = formSheet.sheet();
    sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
    sheet.setMargin(PageMargin.LEFT, SIDE_INCHES);
    sheet.setMargin(PageMargin.RIGHT, SIDE_INCHES);
    sheet.setMargin(PageMargin.TOP, EDGE_INCHES);
    sheet.setMargin(PageMargin.BOTTOM, EDGE_INCHES);
    sheet.setMargin(PageMargin.HEADER, HEADER_INCHES);
    sheet.setMargin(PageMargin.FOOTER, HEADER_INCHES);
    sheet.getHeader().setLeft(printed(above));
    sheet.getHeader().setRight(printed(right));
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setRight("&P / &N");
    protect(formSheet);
  }

  /** Without a password: it keeps slips away, and hinders nobody who means it. */
  private static void protect(FormSheet formSheet) {
    var sheet = formSheet.sheet();
    sheet.enableLocking();
    sheet.lockSelectLockedCells(false);
    sheet.lockSelectUnlockedCells(false);
    sheet.lockFormatCells(false);
    sheet.lockFormatColumns(false);
    sheet.lockFormatRows(false);
  }

  /** An ampersand begins a code there, and digits after it would be a font size. */
  private static String printed(String text) {
    return text.replace("&", "&&");
  }
}
