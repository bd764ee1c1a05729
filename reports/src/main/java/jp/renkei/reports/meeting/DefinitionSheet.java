package jp.renkei.reports.meeting;

import java.util.List;
import java.util.OptionalLong;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** 定義: every KPI and version, in the words of the catalogue. */
final class DefinitionSheet {
  private static final List<String> HEAD =
      List.of("指標", "段階", "定義", "算式", "単位", "望ましい方向", "版", "出典");

  private DefinitionSheet() {}

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, "定義");
    sheet.line(Role.NOTE, "版の異なる値は、並べて比較せず、一本の線で結ばない。");
    sheet.repeatHead(sheet.nextRow());
    sheet.head(HEAD);
    for (var one : figures.definitions().all()) {
      sheet.row(
          SheetCell.text(one.titleJa() + "\n" + one.kpiId()),
          SheetCell.text(CodeLabels.japanese("stage", one.stage())),
          SheetCell.text(one.definitionJa()),
          SheetCell.text(one.formula()),
          SheetCell.text(CodeLabels.japanese("unit", one.unit())),
          SheetCell.text(CodeLabels.japanese("better", one.better())),
          SheetCell.count(OptionalLong.of(one.version())),
          SheetCell.text(one.source()));
    }
  }
}
