package jp.renkei.reports.meeting;

import jp.renkei.reports.study.StudySheet;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** The sheets of the study group's tables: table under table, each with what it counts. */
final class StudySheetWriting {
  /** A longer table would be torn by the end of the page that an earlier one stands on. */
  private static final int ROWS_OF_A_PAGE_OF_ITS_OWN = 9;

  private StudySheetWriting() {}

  static void write(SheetWriter sheet, StudySheet content) {
    sheet.line(Role.TITLE, content.name());
    sheet.line(Role.NOTE, "事務局限り。少数の会社から成る数を含み、秘匿処理をしていない。「－」は値なし（0 ではない）。");
    for (var table : content.tables()) {
      boolean isFirst = table.equals(content.tables().get(0));
      if (!isFirst && table.rows().size() >= ROWS_OF_A_PAGE_OF_ITS_OWN) {
        sheet.pageBreak();
      }
      sheet.skip(1);
      sheet.line(Role.HEADING, table.title());
      table.notes().forEach(note -> sheet.paragraph(Role.NOTE, note));
      sheet.head(table.head());
      table.rows().forEach(sheet::rowOf);
      if (table.rows().isEmpty()) {
        sheet.line(Role.BODY, "該当するものはない。");
      }
      sheet.line(Role.NOTE, "出典：" + table.source());
    }
  }
}
