package jp.renkei.reports.meeting;

import java.util.List;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** 申告値: what issuers state in the shape of CDR Get Metrics v5, apart from every log figure. */
final class StatedSheet {
  private static final List<String> HEAD = List.of("カード会社", "月", "指標", "値", "分子", "分母", "確度", "基準");

  private StatedSheet() {}

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, "申告値（CDR形式）");
    sheet.line(
        Role.NOTE,
        "ログを提出しないカード会社が自ら申告した値。ゲートウェイログ・調査票の指標とは数え方が異なり、比較も合算もできない。"
            + (figures.named().isPresent() ? "事務局限り。" : "社名の公表に同意した会社のみ。"));
    sheet.repeatHead(sheet.nextRow());
    sheet.head(HEAD);
    var names = figures.issuerNames();
    for (var one : figures.stated()) {
      var definition = figures.definitions().newest(one.kpiId());
      var issuer = one.issuerId().orElseThrow();
      sheet.row(
          SheetCell.text(names.getOrDefault(issuer, issuer)),
          SheetCell.text(PeriodText.month(one.periodStart())),
          SheetCell.text(definition.map(KpiDefinition::titleJa).orElse(one.kpiId())),
          SheetCell.value(
              one.value(), definition.map(KpiDefinition::unit).orElse(""), one.valueState()),
          SheetCell.count(one.numerator(), one.valueState()),
          SheetCell.count(one.denominator(), one.valueState()),
          SheetCell.text(CodeLabels.japanese("status", one.status())),
          SheetCell.text(CodeLabels.japanese("basis", one.basis())));
    }
  }

  /** Whether there is anything to show. */
  static boolean isFor(ReleaseFigures figures) {
    return !figures.stated().isEmpty();
  }
}
