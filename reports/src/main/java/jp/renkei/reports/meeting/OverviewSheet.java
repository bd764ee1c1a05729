package jp.renkei.reports.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/**
 * 概況: the newest value of every KPI of the whole industry, and the one before beside it. The
 * difference of the two is not shown, since the respondents of the two rounds differ.
 */
final class OverviewSheet {
  private static final List<String> HEAD =
      List.of("指標", "値", "下限", "上限", "分子", "分母", "前回", "前回の時点", "時点", "確度", "値の状態");

  private OverviewSheet() {}

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, "概況");
    sheet.line(Role.NOTE, "業界全体。「－」は値なし（0 ではない）。前回との差は回答者が異なるため示さない。下限・上限は未回答を考慮した幅。");
    sheet.repeatHead(sheet.nextRow());
    sheet.head(HEAD);
    var stages = new LinkedHashMap<String, Integer>();
    for (var definition : figures.definitions().newest()) {
      var lines = newestPerBasis(figures.industry(definition.kpiId()));
      if (lines.isEmpty()) {
        continue;
      }
      if (stages.putIfAbsent(definition.stage(), sheet.nextRow()) == null) {
        sheet.group(CodeLabels.japanese("stage", definition.stage()), HEAD.size());
      }
      lines.forEach(
          (line, values) ->
              row(
                  sheet,
                  figures
                      .definitions()
                      .find(line.kpiId(), line.definitionVersion())
                      .orElse(definition),
                  line,
                  values,
                  lines.size() > 1));
    }
    sheet.skip(1);
    legend(sheet);
  }

  /** Per comparable line, its figures of the shortest period type, newest first. */
  private static Map<KpiFigure.Line, List<KpiFigure>> newestPerBasis(List<KpiFigure> all) {
    var lines = new LinkedHashMap<KpiFigure.Line, List<KpiFigure>>();
    KpiFigures.ofShortestPeriods(all).stream()
        .sorted(Comparator.comparing(KpiFigure::periodStart).reversed())
        .forEach(one -> lines.computeIfAbsent(one.line(), line -> new ArrayList<>()).add(one));
    return lines;
  }

  private static void row(
      SheetWriter sheet,
      KpiDefinition definition,
      KpiFigure.Line line,
      List<KpiFigure> values,
      boolean isOneOfSeveral) {
    var newest = values.get(0);
    Optional<KpiFigure> previous = values.stream().skip(1).findFirst();
    String name =
        isOneOfSeveral
            ? definition.titleJa() + "［" + CodeLabels.japanese("basis", line.basis()) + "］"
            : definition.titleJa();
    String unit = definition.unit();
    sheet.row(
        SheetCell.text(name),
        SheetCell.value(newest.value(), unit, newest.valueState()),
        SheetCell.value(newest.low(), unit, newest.valueState()),
        SheetCell.value(newest.high(), unit, newest.valueState()),
        SheetCell.count(newest.numerator(), newest.valueState()),
        SheetCell.count(newest.denominator(), newest.valueState()),
        previous
            .map(one -> SheetCell.value(one.value(), unit, one.valueState()))
            .orElseGet(SheetCell::empty),
        SheetCell.text(previous.map(OverviewSheet::period)),
        SheetCell.text(period(newest)),
        SheetCell.text(
            newest.status().isEmpty() ? "" : CodeLabels.japanese("status", newest.status())),
        SheetCell.text(CodeLabels.japanese("value_state", newest.valueState())));
  }

  private static String period(KpiFigure figure) {
    return PeriodText.period(figure.periodType(), figure.periodStart(), figure.periodEnd());
  }

  private static void legend(SheetWriter sheet) {
    var states =
        CodeLabels.codes("value_state").stream()
            .map(code -> CodeLabels.japanese("value_state", code))
            .toList();
    sheet.line(Role.NOTE, "値の状態：" + String.join("／", states) + "。値あり以外は「－」、秘匿は「x」で示す。");
  }
}
