package jp.renkei.reports.meeting;

import java.util.List;
import java.util.Objects;
import jp.renkei.reports.chart.Stamp;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.study.StudySheet;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.workbook.PageText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;

/** 表紙: what this is, for whom, as of when, in what state, and what it contains. */
record Cover(Release release, Audience audience, ReleaseFigures figures, List<StudySheet> study) {
  private static final String SUBJECT = "クレジットカード分野のAPI連携　進捗状況";

  /** Sheet and what it shows, in the order of the workbook. */
  private static final List<List<String>> FIRST =
      List.of(List.of("概況", "業界全体の指標一覧（値、下限・上限、分子・分母、前回）"));

  private static final List<List<String>> TARGETS =
      List.of(List.of(TargetSheet.NAME, "基準値、中間目標・目標、実績、達成率、到達の見通し、説明を要するもの"));

  private static final List<List<String>> BEFORE_STUDY =
      List.of(
          List.of("推移", "指標の推移、カード会社別・取得方法別のグラフと数表"),
          List.of("カード会社別", "導入状況、接続数、連携アカウント数、スクレイピング比率、突合"),
          List.of("工程表", "当初計画、見込み、実績、遅れ、改訂理由"),
          List.of("補足値", "締結済みの組の一致率、未締結の申入れ、遅れの中央値と件数、併用アカウント数"),
          List.of("国際比較", "海外の公的登録簿のブランド数・法人数、番号の付替え、欠測"));

  private static final List<List<String>> AFTER_STUDY =
      List.of(
          List.of(ChangesSheet.NAME, "前に公表した版から動いた値、幅、考えられる理由"),
          List.of("定義", "指標の定義、算式、単位、版"),
          List.of("注記", "下限・上限、速報・確報、秘匿、単位の読み方"));

  Cover {
    Objects.requireNonNull(release, "release");
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(figures, "figures");
    study = List.copyOf(study);
  }

  String title() {
    return SUBJECT + "（" + edition() + "）";
  }

  PageText page() {
    var stamp = stamp();
    return new PageText(title(), stamp.asOf(), String.join("・", stamp.marks()));
  }

  private Stamp stamp() {
    return Stamp.of(release, audience, figures.isFictitious());
  }

  void write(SheetWriter sheet) {
    sheet.skip(2);
    sheet.line(Role.COVER_TITLE, SUBJECT);
    sheet.line(Role.HEADING, "会議用資料　" + edition());
    if (audience == Audience.SECRETARIAT) {
      sheet.line(Role.ALERT, "【事務局限り】社名の公表に同意していない会社を含む。");
    }
    if (audience.isUnderDisclosureControl() && audience != Audience.PUBLIC) {
      sheet.line(Role.ALERT, "【協会限り】公表していない回答を含む。");
    }
    if (Stamp.isDraft(release)) {
      sheet.line(Role.ALERT, "【案】公表前の数値を含む。");
    }
    if (figures.isFictitious()) {
      sheet.line(Role.ALERT, "【架空データ】実在の会社の数値ではない。");
    }
    sheet.skip(1);
    row(sheet, "公表版", "第" + release.id() + "版");
    row(sheet, "名称", release.life().label().orElse(""));
    release.life().meeting().ifPresent(meeting -> row(sheet, "会議", meeting));
    release.life().edition().ifPresent(edition -> row(sheet, "速報・確報", edition.japanese()));
    release.life().revision().ifPresent(revision -> row(sheet, "公表の理由", revision.japanese()));
    row(sheet, "状態", CodeLabels.japanese("release_state", release.life().state().name()));
    row(sheet, "対象", CodeLabels.japanese("audience", audience.code()));
    row(sheet, "時点", stamp().asOf());
    row(sheet, "更新日", stamp().updatedOn());
    sheet.skip(1);
    sheet.line(Role.HEADING, "目次");
    contents(sheet, FIRST);
    if (figures.hasProgress()) {
      contents(sheet, TARGETS);
    }
    contents(sheet, BEFORE_STUDY);
    study.forEach(entry -> row(sheet, entry.name(), entry.subject()));
    contents(sheet, AFTER_STUDY);
  }

  private static void contents(SheetWriter sheet, List<List<String>> entries) {
    entries.forEach(entry -> row(sheet, entry.get(0), entry.get(1)));
  }

  private static void row(SheetWriter sheet, String name, String text) {
    sheet.row(SheetCell.text(name), SheetCell.text(text));
  }

  private String edition() {
    String number = "公表版 第" + release.id() + "版";
    return release.life().label().map(label -> label + "　" + number).orElse(number);
  }
}
