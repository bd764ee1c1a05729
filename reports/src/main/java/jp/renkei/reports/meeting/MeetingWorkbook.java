package jp.renkei.reports.meeting;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import jp.renkei.reports.chart.ChartWorkbook;
import jp.renkei.reports.chart.Charts;
import jp.renkei.reports.chart.Stamp;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.study.StudyRound;
import jp.renkei.reports.study.StudySheet;
import jp.renkei.reports.study.StudySheets;
import jp.renkei.reports.study.StudyWords;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import jp.renkei.surveys.workbook.StableWorkbook;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jooq.DSLContext;

/**
 * The 会議用 workbook of a release: cover, overview, for the secretariat targets, trends, issuers,
 * what companies say of their figures, roadmap, figures beside KPIs, registers of other countries,
 * for the secretariat the study group's tables, what changed since the release before, definitions
 * and notes, ready to print. It holds no formulas, and the same releases give the same bytes.
 */
public final class MeetingWorkbook {
  private static final int WIDEST = 44;

  private MeetingWorkbook() {}

  private static List<StudySheet> study(DSLContext queries, Release release) {
    var round = StudyRound.newest(StudyRound.answered(queries), release.manifest().asOf());
    return StudySheets.of(queries, round, StudyWords.JAPANESE);
  }

  /**
   * Writes what an audience may see.
   *
   * @param before the release that this one was compared with, if the audience may read it now: its
   *     figures stand in the workbook too
   */
  public static void write(
      Release release, Optional<Release> before, Audience audience, OutputStream out)
      throws IOException {
    try (var reader = release.open(audience);
        var workbook = new XSSFWorkbook()) {
      var figures = new ReleaseFigures(release, reader);
      var study =
          StudySheets.areFor(audience)
              ? reader.read(queries -> study(queries, release))
              : List.<StudySheet>of();
      var cover = new Cover(release, audience, figures, study);
      var book = new Book(workbook, cover);
      book.sheet("表紙", 72, cover::write);
      book.sheet("概況", 30, sheet -> OverviewSheet.write(sheet, figures));
      if (figures.hasProgress()) {
        book.sheet(TargetSheet.NAME, 30, sheet -> TargetSheet.write(sheet, figures));
      }
      book.sheet("推移", 30, sheet -> trends(sheet, Charts.of(release, reader)));
      book.sheet("カード会社別", 30, sheet -> IssuerSheet.write(sheet, figures));
      book.sheet("回答者コメント", WIDEST, sheet -> CommentSheet.write(sheet, figures));
      if (StatedSheet.isFor(figures)) {
        book.sheet("申告値", WIDEST, sheet -> StatedSheet.write(sheet, figures));
      }
      book.sheet("工程表", 30, sheet -> RoadmapSheet.write(sheet, figures));
      book.sheet("補足値", WIDEST, sheet -> SupplementSheet.write(sheet, figures));
      book.sheet(
          "国際比較",
          WIDEST,
          sheet ->
              ForeignSheet.write(
                  sheet, reader, Stamp.of(release, audience, figures.isFictitious())));
      for (var content : study) {
        book.sheet(content.name(), WIDEST, sheet -> StudySheetWriting.write(sheet, content));
      }
      book.sheet(
          ChangesSheet.NAME,
          WIDEST,
          sheet -> ChangesSheet.write(sheet, release, before, audience, figures));
      book.sheet("定義", 30, sheet -> DefinitionSheet.write(sheet, figures));
      book.sheet("注記", WIDEST, Notes::write);
      StableWorkbook.write(workbook, cover.title(), release.manifest().asOf(), out);
    }
  }

  private static void trends(SheetWriter sheet, Charts charts) {
    sheet.line(Role.TITLE, "推移");
    // A single point is no trend; 概況 has its value.
    var all = charts.all().stream().filter(chart -> chart.categories().size() > 1).toList();
    if (all.isEmpty()) {
      sheet.line(Role.BODY, "値のある指標はない。");
    }
    for (int i = 0; i < all.size(); i++) {
      if (i > 0) {
        sheet.pageBreak();
      }
      sheet.line(Role.HEADING, all.get(i).title());
      ChartWorkbook.add(sheet, all.get(i));
    }
  }

  /** The workbook being written; every sheet gets the same header and footer. */
  private record Book(XSSFWorkbook workbook, WorkbookStyles styles, Cover cover) {
    Book(XSSFWorkbook workbook, Cover cover) {
      this(workbook, new WorkbookStyles(workbook), cover);
    }

    void sheet(String name, int widest, SheetContent content) {
      var sheet = new SheetWriter(workbook, styles, name, widest);
      content.writeTo(sheet);
      sheet.finish(cover.page());
    }
  }

  /** Writes what one sheet holds. */
  @FunctionalInterface
  private interface SheetContent {
    void writeTo(SheetWriter sheet);
  }
}
