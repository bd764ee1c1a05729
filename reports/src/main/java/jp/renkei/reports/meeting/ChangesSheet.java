package jp.renkei.reports.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.RevisionReason;
import jp.renkei.warehouse.release.diff.FigureChange;
import jp.renkei.warehouse.release.diff.FigureReading;
import jp.renkei.warehouse.release.diff.FigureSubject;
import jp.renkei.warehouse.release.diff.ReleaseDiff;

/**
 * 数値の変更: every figure that moved since the release that was published when this one was made, and
 * how many appeared or vanished; a release is compared with that one or, where the reader may not
 * have it, with none.
 */
final class ChangesSheet {
  static final String NAME = "数値の変更";

  private static final List<String> HEAD =
      List.of(
          "指標・設問", "カード会社", "電代業者", "切り口", "根拠", "時点・期間", "旧", "新", "増減", "増減率", "考えられる理由", "コメント");

  private final Map<String, String> issuers;
  private final Map<String, String> agents;

  private ChangesSheet(ReleaseFigures figures) {
    this.issuers = figures.issuerNames();
    this.agents = figures.agentNames();
  }

  static void write(
      SheetWriter sheet,
      Release release,
      Optional<Release> before,
      Audience audience,
      ReleaseFigures figures) {
    sheet.line(Role.TITLE, NAME);
    if (before.isEmpty()) {
      sheet.line(Role.BODY, "比べる公表版はない（これより前に公表した版がないか、公表を取りやめた）。");
      return;
    }
    var diff = ReleaseDiff.of(before.get(), release, audience);
    sheet.line(
        Role.NOTE,
        "公表版 第%d版と比べた。%s値の増減であり、良し悪しではない。理由は、変わった入力のうち値を動かし得るもの。"
            .formatted(
                before.get().id(),
                release
                    .life()
                    .revision()
                    .map(RevisionReason::japanese)
                    .map("公表の理由は%s。"::formatted)
                    .orElse("")));
    new ChangesSheet(figures).write(sheet, diff);
  }

  private void write(SheetWriter sheet, ReleaseDiff diff) {
    diff.missing().forEach(table -> sheet.line(Role.NOTE, table + " は前の公表版になく、比べていない。"));
    sheet.line(Role.HEADING, "動いた値　%,d 件".formatted(diff.count(FigureChange.Kind.MOVED)));
    if (diff.count(FigureChange.Kind.MOVED) == 0) {
      sheet.line(Role.BODY, "動いた値はない。");
    } else {
      sheet.head(HEAD);
      diff.changes().stream()
          .filter(change -> change.kind() == FigureChange.Kind.MOVED)
          .forEach(change -> sheet.rowOf(row(change)));
    }
    counts(sheet, diff, FigureChange.Kind.APPEARED);
    counts(sheet, diff, FigureChange.Kind.VANISHED);
    counts(sheet, diff, FigureChange.Kind.RECOUNTED);
  }

  /** By KPI only: a new round adds thousands; each of them stands in the CSV of the page. */
  private static void counts(SheetWriter sheet, ReleaseDiff diff, FigureChange.Kind kind) {
    var counts =
        diff.changes().stream()
            .filter(change -> change.kind() == kind)
            .collect(
                Collectors.groupingBy(FigureChange::titleJa, TreeMap::new, Collectors.counting()));
    sheet.line(Role.HEADING, "%s値　%,d 件".formatted(kind.japanese(), diff.count(kind)));
    if (counts.isEmpty()) {
      sheet.line(Role.BODY, kind.japanese() + "値はない。");
      return;
    }
    sheet.head(List.of("指標・設問", "件数"));
    counts.forEach(
        (title, count) -> sheet.row(SheetCell.text(title), SheetCell.text(KpiFormat.count(count))));
  }

  private List<SheetCell> row(FigureChange change) {
    var subject = change.subject();
    var row = new ArrayList<SheetCell>();
    row.add(
        SheetCell.text(KpiDefinitions.titled(change.titleJa(), subject.definitionVersion(), true)));
    row.add(SheetCell.text(named(issuers, subject.issuerId())));
    row.add(SheetCell.text(named(agents, subject.agentId())));
    row.add(SheetCell.text(slice(subject)));
    row.add(SheetCell.text(basis(subject)));
    row.add(
        SheetCell.text(
            subject.periodType().isEmpty()
                ? subject.roundId()
                : PeriodText.period(
                    subject.periodType(), subject.periodStart(), subject.periodEnd())));
    row.add(side(change.before(), change.unit()));
    row.add(side(change.after(), change.unit()));
    row.add(SheetCell.text(difference(change)));
    row.add(SheetCell.text(KpiFormat.signed(KpiFormat.text(change.relativeDifference(), "ratio"))));
    row.add(SheetCell.text(change.reasonsJa()));
    row.add(SheetCell.text(change.comments()));
    return row;
  }

  private static String named(Map<String, String> names, String id) {
    return names.getOrDefault(id, id);
  }

  private static String slice(FigureSubject subject) {
    String words =
        Stream.of(
                subject.sliceValue().isEmpty()
                    ? ""
                    : CodeLabels.sliceValue(subject.slice(), subject.sliceValue()),
                subject.option(),
                subject.answerState().isEmpty()
                    ? ""
                    : CodeLabels.japanese("value_state", subject.answerState()))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "全体" : words;
  }

  /**
   * What the figure was counted from and, where it is not by the issuers of the period, by whom.
   */
  private static String basis(FigureSubject subject) {
    String basis = CodeLabels.japanese("basis", subject.basis());
    return subject.issuerBasis().equals(IssuerBasis.NOW.name()) ? basis + "（今日のカード会社による）" : basis;
  }

  private static SheetCell side(Optional<FigureReading> reading, String unit) {
    if (reading.isEmpty()) {
      return SheetCell.empty();
    }
    var one = reading.get();
    if (one.value().isPresent()) {
      return SheetCell.value(one.value(), unit);
    }
    return KpiFormat.isSuppressed(one.valueState())
        ? SheetCell.missing(one.valueState())
        : SheetCell.text(CodeLabels.japanese("value_state", one.valueState()));
  }

  /** Of ratios in percentage points. */
  private static String difference(FigureChange change) {
    String text = KpiFormat.signed(KpiFormat.text(change.difference(), change.unit()));
    return KpiFormat.isRatio(change.unit()) ? text.replace("%", " ポイント") : text;
  }
}
