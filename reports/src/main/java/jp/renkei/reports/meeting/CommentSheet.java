package jp.renkei.reports.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.renkei.reports.figure.KpiComment;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** 回答者コメント: one row per figure and side that comments on it, beside the figure itself. */
final class CommentSheet {
  private static final List<String> HEAD =
      List.of("カード会社", "電代業者", "指標", "切り口", "時点・期間", "根拠", "値", "表明した側", "コメント", "表明日");

  private final ReleaseFigures figures;
  private final Map<String, String> issuers;
  private final Map<String, String> agents;

  private CommentSheet(ReleaseFigures figures) {
    this.figures = figures;
    this.issuers = figures.issuerNames();
    this.agents = figures.agentNames();
  }

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, "回答者コメント");
    var commented = figures.commentedOn();
    if (commented.isEmpty()) {
      sheet.line(Role.BODY, "示せる数値へのコメントはない。");
      return;
    }
    sheet.line(
        Role.NOTE,
        (figures.named().isPresent() ? "事務局限り。" : "")
            + "会社が自らの数値について述べた言葉である。組の数値には双方のコメントを示す。「－」は値なし（0 ではない）。");
    sheet.repeatHead(sheet.nextRow());
    sheet.head(HEAD);
    var content = new CommentSheet(figures);
    var comments = figures.comments();
    for (var figure : commented) {
      comments.on(figure).forEach(comment -> sheet.rowOf(content.row(figure, comment)));
    }
  }

  private List<SheetCell> row(KpiFigure figure, KpiComment comment) {
    var definition = figures.definitions().find(figure.kpiId(), figure.definitionVersion());
    var row = new ArrayList<SheetCell>();
    row.add(SheetCell.text(figure.issuerId().map(id -> issuers.getOrDefault(id, id))));
    row.add(SheetCell.text(figure.agentId().map(id -> agents.getOrDefault(id, id))));
    row.add(SheetCell.text(definition.map(KpiDefinition::titleJa).orElse(figure.kpiId())));
    row.add(
        SheetCell.text(
            figure
                .slice()
                .map(slice -> CodeLabels.sliceValue(slice, figure.sliceValue().orElse("")))
                .orElse("全体")));
    row.add(
        SheetCell.text(
            PeriodText.period(figure.periodType(), figure.periodStart(), figure.periodEnd())));
    row.add(SheetCell.text(CodeLabels.japanese("basis", figure.basis())));
    row.add(
        SheetCell.value(
            figure.value(), definition.map(KpiDefinition::unit).orElse(""), figure.valueState()));
    row.add(SheetCell.text(CodeLabels.japanese("side", comment.side())));
    row.add(SheetCell.text(comment.text()));
    row.add(SheetCell.date(comment.statedOn()));
    return row;
  }
}
