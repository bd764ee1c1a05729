package jp.renkei.reports.meeting;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** 工程表: every milestone with its first plan, latest forecast, actual end and slip. */
final class RoadmapSheet {
  private static final List<String> HEAD =
      List.of("内容", "カード会社", "担当", "状態", "当初終了", "見込み", "実績", "遅れ", "改訂回数", "理由");

  private RoadmapSheet() {}

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, "工程表");
    sheet.line(
        Role.NOTE,
        "当初終了は最初の表明で固定。遅れは当初終了から実績までの日数（負は前倒し）、" + "実績がなければ見込み（時点より前か、ないときは時点）まで。期限前・中止は「－」。");
    sheet.repeatHead(sheet.nextRow());
    sheet.head(HEAD);
    var names = figures.issuerNames();
    String measure = "";
    var milestones = figures.milestones();
    for (var one : milestones) {
      if (!one.measure().equals(measure)) {
        measure = one.measure();
        sheet.group(measure, HEAD.size());
      }
      sheet.row(
          SheetCell.text(one.title()),
          SheetCell.text(one.issuerId().map(issuer -> names.getOrDefault(issuer, issuer))),
          SheetCell.text(one.owner().map(owner -> names.getOrDefault(owner, owner))),
          SheetCell.text(CodeLabels.japanese("milestone_status", one.status())),
          SheetCell.date(one.baselineEnd()),
          SheetCell.date(one.forecastEnd()),
          SheetCell.date(one.actualEnd()),
          SheetCell.value(days(one.slipDays()), "days"),
          SheetCell.count(OptionalLong.of(one.revisions())),
          SheetCell.text(one.reason()));
    }
    if (milestones.isEmpty()) {
      sheet.line(Role.BODY, "登録されたマイルストーンはない。");
    }
  }

  private static OptionalDouble days(OptionalLong days) {
    return days.isPresent() ? OptionalDouble.of((double) days.getAsLong()) : OptionalDouble.empty();
  }
}
