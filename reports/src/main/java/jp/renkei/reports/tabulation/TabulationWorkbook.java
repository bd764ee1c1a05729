package jp.renkei.reports.tabulation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.renkei.reports.chart.Stamp;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.study.StudyRound;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.PageText;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import jp.renkei.surveys.workbook.StableWorkbook;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseReader;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The 集計表 of one round of a release: every question, counted whole (単純集計) and crossed (クロス集計), for
 * the secretariat. It holds no formulas, and the same release gives the same bytes.
 */
public final class TabulationWorkbook {
  private static final int WIDEST = 40;
  private static final int WIDEST_TEXT = 60;
  private static final String SUBJECT = "調査票集計表";

  private static final List<String> NOTES =
      List.of(
          "母集団に含まれ、提出が受理された回答者の回答を数える。未提出の先は含まない（会議用資料の「回収状況」を参照）。",
          "会社単位の設問は1社を1件、商品ライン単位の設問は商品ライン1つを1件、個人・法人と相手先の組単位の設問は1組を1件と数える。商品ラインや組の件数は社数ではない。",
          "割合は、値のある回答に対するもの。複数選択の割合の合計は100%を超えることがある。空欄と、提出物に行のない設問は無回答と数え、0 とはしない。",
          "日付と年度の設問は、年度ごとにも数える。割合（％）と年度は合計しない。",
          "四分位数は、n 個の値を小さい順に並べた 1＋(n－1)×1/4 番目と 1＋(n－1)×3/4 番目の値（整数でないときは前後の値の間を按分）で、ExcelのQUARTILE.INCに当たる。中央値は同じく 1＋(n－1)×1/2 番目。",
          "規模は、母集団の発行枚数による区分（カード会社の設問だけ）。協会加盟は、それぞれの業界の協会への加盟。切り口の値のない回答は、その切り口には入らない。");

  private TabulationWorkbook() {}

  /** Whether the audience's file holds what it is made of. */
  public static boolean isFor(Audience audience) {
    return audience == Audience.SECRETARIAT;
  }

  /** Writes the secretariat's tables of the newest round whose answers are final. */
  public static void write(Release release, OutputStream out) throws IOException {
    write(release, Optional.empty(), out);
  }

  /**
   * Writes the secretariat's tables of a round.
   *
   * @param asked empty for the newest round whose answers are final, else the newest
   */
  public static void write(Release release, Optional<StudyRound> asked, OutputStream out)
      throws IOException {
    try (var reader = release.open(Audience.SECRETARIAT);
        var workbook = new XSSFWorkbook()) {
      var stamp =
          Stamp.of(
              release, Audience.SECRETARIAT, new ReleaseFigures(release, reader).isFictitious());
      var book = new Book(workbook, new WorkbookStyles(workbook), stamp);
      var round =
          asked.or(
              () ->
                  StudyRound.newest(reader.read(StudyRound::answered), release.manifest().asOf()));
      book.cover(release, round);
      if (round.isPresent()) {
        book.side(reader, round.orElseThrow(), "ISSUER", "調査票A");
        book.side(reader, round.orElseThrow(), "AGENT", "調査票B");
      }
      StableWorkbook.write(workbook, SUBJECT, release.manifest().asOf(), out);
    }
  }

  private record Book(XSSFWorkbook workbook, WorkbookStyles styles, Stamp stamp) {
    void cover(Release release, Optional<StudyRound> round) {
      var sheet = new SheetWriter(workbook, styles, "表紙", WIDEST_TEXT);
      sheet.skip(1);
      sheet.line(Role.COVER_TITLE, SUBJECT);
      sheet.line(
          Role.HEADING,
          round
              .map(one -> one.roundId() + "　調査時点 " + PeriodText.date(one.referenceDate()))
              .orElse("回答のある調査回はない。"));
      sheet.line(Role.ALERT, "【事務局限り】少数の会社から成る数を含み、秘匿処理をしていない。");
      if (stamp.marks().contains("架空データ")) {
        sheet.line(Role.ALERT, "【架空データ】実在の会社の数値ではない。");
      }
      sheet.line(Role.BODY, "公表版 第" + release.id() + "版　時点 " + stamp.asOf());
      sheet.skip(1);
      sheet.line(Role.HEADING, "読み方");
      NOTES.forEach(note -> sheet.paragraph(Role.BODY, note));
      sheet.finish(page());
    }

    void side(ReleaseReader reader, StudyRound round, String side, String name) {
      var questions = reader.read(queries -> Tabulations.of(queries, round, side));
      sheet(name + " 単純集計", questions, QuestionBlock::whole);
      sheet(name + " クロス集計", questions, QuestionBlock::crossed);
    }

    private void sheet(
        String name, List<TabulatedQuestion> questions, Consumer<QuestionBlock> write) {
      var sheet = new SheetWriter(workbook, styles, name, WIDEST);
      sheet.line(Role.TITLE, name);
      String section = "";
      for (var question : questions) {
        boolean isFirst = !question.sectionId().equals(section);
        section = question.sectionId();
        sheet.together(
            () -> {
              if (isFirst) {
                sheet.skip(1);
                sheet.line(Role.TITLE, question.sectionId() + "　" + question.sectionJa());
              }
              write.accept(new QuestionBlock(sheet, question));
            });
      }
      sheet.finish(page());
    }

    private PageText page() {
      return new PageText(SUBJECT, stamp.asOf(), String.join("・", stamp.marks()));
    }
  }
}
