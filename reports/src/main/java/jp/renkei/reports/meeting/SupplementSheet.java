package jp.renkei.reports.meeting;

import java.util.List;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.Milestones;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** 補足値: what the catalogue sets beside KPIs, for the whole industry and by measure. */
final class SupplementSheet {
  private static final List<String> HEAD = List.of("補足値", "範囲", "値", "分子", "分母", "時点", "定義");

  private SupplementSheet() {}

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, "補足値");
    sheet.line(Role.NOTE, "指標と並べて読む値。業界全体、工程表は取組別も示す。「－」は値なし、「x」は秘匿（どちらも 0 ではない）。");
    sheet.repeatHead(sheet.nextRow());
    sheet.head(HEAD);
    var measures = Milestones.measures(figures.milestones());
    var supplements = figures.newestSupplements();
    String kpi = "";
    for (var one : supplements) {
      if (!one.kpiId().equals(kpi)) {
        kpi = one.kpiId();
        sheet.group(
            figures.definitions().newest(kpi).map(KpiDefinition::titleJa).orElse(kpi), HEAD.size());
      }
      sheet.row(
          SheetCell.text(one.definition().titleJa()),
          SheetCell.text(one.sliceValue().map(id -> measures.getOrDefault(id, id)).orElse("全体")),
          SheetCell.value(one.value(), one.definition().unit(), one.valueState()),
          SheetCell.count(one.numerator(), one.valueState()),
          SheetCell.count(one.denominator(), one.valueState()),
          SheetCell.text(PeriodText.date(one.periodEnd())),
          SheetCell.text(one.sliceValue().isPresent() ? "全体と同じ" : one.definition().definitionJa()));
    }
    if (supplements.isEmpty()) {
      sheet.line(Role.BODY, "補足値はない。");
    }
  }
}
