package jp.renkei.reports.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiProgress;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** 目標と達成状況: baselines, interim targets and targets beside the newest figures. */
final class TargetSheet {
  static final String NAME = "目標と達成状況";

  private static final List<String> HEAD =
      List.of(
          "目標", "期日", "基準値", "基準日", "目標値", "実績値", "実績の時点", "確度", "達成率", "達成状態", "到達の見通し", "見込み",
          "最早", "最遅", "説明");

  private TargetSheet() {}

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, NAME);
    sheet.paragraph(Role.NOTE, "業界全体。達成率＝（実績－基準値）÷（目標値－基準値）。期日を過ぎた未達と、120%を超える達成には説明を求める。");
    sheet.paragraph(
        Role.NOTE,
        "見込みは、直近12点までの確報・改訂の値に当てはめた直線（最小二乗法）が目標値に達する日。最早・最遅は80%予測区間による。"
            + "確報・改訂の値が4点に満たないものは示さない。定義の版や比較可能群の異なる値は、一本の線につながない。");
    sheet.repeatHead(sheet.nextRow());
    sheet.head(HEAD);
    String group = "";
    for (var one : figures.progress()) {
      var definitions = figures.definitions();
      // A goal without figures is of no version.
      var definition =
          definitions
              .find(one.kpiId(), one.definitionVersion())
              .or(() -> definitions.newest(one.kpiId()))
              .orElseThrow();
      String title = title(definition, one);
      if (!title.equals(group)) {
        group = title;
        sheet.group(title, HEAD.size());
      }
      row(sheet, definition.unit(), one);
    }
    if (group.isEmpty()) {
      sheet.line(Role.BODY, "この公表版に、目標と達成状況の記録はない。");
    }
  }

  private static String title(KpiDefinition definition, KpiProgress one) {
    return definition.titleJa()
        + one.basis().map(basis -> "［" + CodeLabels.japanese("basis", basis) + "］").orElse("");
  }

  private static void row(SheetWriter sheet, String unit, KpiProgress one) {
    var actual = one.actual();
    sheet.row(
        SheetCell.text(CodeLabels.japanese("goal_kind", one.goalKind())),
        SheetCell.date(Optional.of(one.goalOn())),
        value(one.baseline().map(KpiProgress.Baseline::value), unit),
        SheetCell.date(one.baseline().map(KpiProgress.Baseline::on)),
        SheetCell.value(OptionalDouble.of(one.goalValue()), unit),
        value(actual.map(KpiProgress.Actual::value), unit),
        SheetCell.text(
            actual.map(now -> PeriodText.period(now.periodType(), now.start(), now.end()))),
        SheetCell.text(actual.map(now -> CodeLabels.japanese("status", now.status()))),
        SheetCell.value(one.achievement(), "ratio"),
        SheetCell.text(CodeLabels.japanese("goal_state", one.goalState())),
        SheetCell.text(CodeLabels.japanese("forecast_state", one.forecast().state())),
        month(one.forecast().on()),
        month(one.forecast().earliest()),
        one.forecast().on().isPresent() && one.forecast().latest().isEmpty()
            ? SheetCell.text("30年超")
            : month(one.forecast().latest()),
        SheetCell.text(explanation(one)));
  }

  private static SheetCell value(Optional<Double> value, String unit) {
    return SheetCell.value(value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty), unit);
  }

  /** A forecast is not exact to the day. */
  private static SheetCell month(Optional<LocalDate> day) {
    return SheetCell.text(day.map(PeriodText::month));
  }

  private static String explanation(KpiProgress one) {
    return one.explanation()
        .orElseGet(
            () ->
                one.explanationReason()
                    .map(reason -> "要説明：" + CodeLabels.japanese("explanation_reason", reason))
                    .orElse(""));
  }
}
