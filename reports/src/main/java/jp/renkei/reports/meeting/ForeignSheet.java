package jp.renkei.reports.meeting;

import java.util.List;
import java.util.Optional;
import jp.renkei.reports.chart.ChartWorkbook;
import jp.renkei.reports.chart.ForeignCharts;
import jp.renkei.reports.chart.Stamp;
import jp.renkei.reports.foreign.ForeignLink;
import jp.renkei.reports.foreign.ForeignMonth;
import jp.renkei.reports.foreign.ForeignRegister;
import jp.renkei.reports.foreign.ForeignRegisters;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import jp.renkei.warehouse.release.ReleaseReader;

/** 国際比較: the registers of other countries, one below the other, and never beside a rate of ours. */
final class ForeignSheet {
  private static final List<String> HEAD =
      List.of(
          "月",
          "取得日",
          "ブランド",
          "法人",
          "複数ブランドの法人",
          "法人の記載なし",
          "新規",
          "消滅",
          "継続",
          "番号変更",
          "対応未確定",
          "備考");
  private static final List<String> LINKS =
      List.of("取得日", "前のID", "前の名称", "後のID", "後の名称", "対応の根拠", "候補");

  private ForeignSheet() {}

  static void write(SheetWriter sheet, ReleaseReader reader, Stamp stamp) {
    sheet.line(Role.TITLE, "国際比較");
    sheet.paragraph(
        Role.NOTE,
        "海外の公的登録簿の推移。数え方（対象の業種、ブランドと法人の別、義務か任意か）が国ごとに異なるため、国内の指標と一つの線や順位にはしない。"
            + "取得のない月は欠測とし、補間しない。「－」は値なし（0 ではない）。");
    var registers = reader.read(ForeignRegisters::all);
    if (registers.isEmpty()) {
      sheet.line(Role.BODY, "海外の登録簿は取り込まれていない。");
    }
    for (var register : registers) {
      sheet.pageBreak();
      sheet.line(Role.HEADING, register.country().ja() + "　" + register.name().ja());
      sheet.paragraph(Role.NOTE, "何の数か：" + register.basis().ja());
      for (var chart : ForeignCharts.of(register, stamp)) {
        ChartWorkbook.add(sheet, chart);
        sheet.pageBreak();
      }
      sheet.head(HEAD);
      register.months().stream().map(ForeignSheet::row).forEach(sheet::rowOf);
      sheet.line(
          Role.NOTE,
          "出典："
              + register.source().ja()
              + register.sourceUrl().map(url -> "　" + url).orElse("")
              + "　利用条件："
              + register.licence());
      links(sheet, reader, register);
    }
  }

  private static List<SheetCell> row(ForeignMonth month) {
    return List.of(
        SheetCell.text(PeriodText.month(month.month())),
        SheetCell.date(month.snapshotOn()),
        SheetCell.count(month.brands()),
        SheetCell.count(month.entities()),
        SheetCell.count(month.entitiesWithSeveralBrands()),
        SheetCell.count(month.brandsWithoutEntity()),
        SheetCell.count(month.newBrands()),
        SheetCell.count(month.goneBrands()),
        SheetCell.count(month.continuingBrands()),
        SheetCell.count(month.rekeyedBrands()),
        SheetCell.count(month.ambiguousBrands()),
        note(month));
  }

  private static SheetCell note(ForeignMonth month) {
    var text = new StringBuilder();
    if (month.isGap()) {
      text.append("欠測");
    }
    if (month.isRekeying()) {
      text.append("番号の付替え");
    }
    if (month.isDropFlagged()) {
      text.append(text.isEmpty() ? "" : "、").append("急減（要確認）");
    }
    if (month.isAfterGap()) {
      text.append(text.isEmpty() ? "" : "、")
          .append(month.monthsSinceEarlier().getAsLong())
          .append("か月分の増減");
    }
    return text.isEmpty() ? SheetCell.blank() : SheetCell.text(text.toString());
  }

  private static void links(SheetWriter sheet, ReleaseReader reader, ForeignRegister register) {
    var links = reader.read(queries -> ForeignRegisters.linksAboutIds(queries, register.id()));
    if (links.isEmpty()) {
      return;
    }
    sheet.skip(1);
    sheet.line(Role.HEADING, "IDの変わったブランドと、対応の根拠");
    sheet.head(LINKS);
    for (var link : links) {
      sheet.row(
          SheetCell.date(Optional.of(link.snapshotOn())),
          SheetCell.text(link.earlier().map(ForeignLink.Named::id)),
          SheetCell.text(link.earlier().map(ForeignLink.Named::name)),
          SheetCell.text(link.later().map(ForeignLink.Named::id)),
          SheetCell.text(link.later().map(ForeignLink.Named::name)),
          SheetCell.text(CodeLabels.japanese("brand_match", link.match())),
          SheetCell.text(link.candidates()));
    }
  }
}
