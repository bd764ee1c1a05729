package jp.renkei.reports.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.reports.figure.Adoption;
import jp.renkei.reports.figure.KpiComment;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** カード会社別: one row per issuer that the audience's file names, on one reference date. */
final class IssuerSheet {
  private static final String NO_CONSENT = "社名公表の同意なし";
  private static final String CONNECTIONS = "api_connection_count";
  private static final String ACCOUNTS = "linked_account_count";
  private static final String USING_BOTH = "accounts_using_both";
  private static final String SCRAPING_SHARE = "scraping_share";
  private static final String MATCH = "two_side_match_rate";

  private final ReleaseFigures figures;
  private final LocalDate referenceDate;

  /** A column of figures by issuer, empty where an issuer has none. */
  private record Column(String head, Map<String, SheetCell> values) {
    SheetCell cell(String issuer) {
      return values.getOrDefault(issuer, SheetCell.empty());
    }
  }

  private IssuerSheet(ReleaseFigures figures, LocalDate referenceDate) {
    this.figures = figures;
    this.referenceDate = referenceDate;
  }

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, "カード会社別");
    var date = figures.adoptionDate();
    if (date.isEmpty()) {
      sheet.line(Role.BODY, "個社別に示せる値はない。");
      return;
    }
    sheet.line(
        Role.NOTE,
        "調査時点：" + PeriodText.date(date.orElseThrow()) + "（当時のカード会社による。後に合併した会社も、合併前の会社ごとに示す）");
    sheet.line(
        Role.NOTE,
        figures.named().isPresent()
            ? "事務局限り。「" + NO_CONSENT + "」とある会社の行は、事務局の外に出さない。「－」は値なし、「x」は秘匿（どちらも 0 ではない）。"
            : "社名の公表に同意した会社のみ。「－」は値なし、「x」は秘匿（どちらも 0 ではない）。");
    new IssuerSheet(figures, date.orElseThrow()).write(sheet);
  }

  private void write(SheetWriter sheet) {
    var columns = columns();
    var head = new ArrayList<String>(List.of("カード会社ID", "名称", "導入状況"));
    columns.forEach(column -> head.add(column.head()));
    var comments = comments();
    if (!comments.isEmpty()) {
      head.add("会社のコメント");
    }
    sheet.repeatHead(sheet.nextRow());
    sheet.head(head);
    var adoption = figures.adoption();
    var names = figures.issuerNames();
    var issuers = new TreeSet<>(adoption.keySet());
    columns.forEach(column -> issuers.addAll(column.values().keySet()));
    var named = figures.named();
    for (String issuer : issuers) {
      var row = new ArrayList<SheetCell>();
      row.add(SheetCell.text(issuer));
      row.add(SheetCell.text(names.getOrDefault(issuer, issuer) + mark(issuer, named)));
      row.add(SheetCell.text(statuses(adoption.getOrDefault(issuer, List.of()))));
      columns.forEach(column -> row.add(column.cell(issuer)));
      if (!comments.isEmpty()) {
        row.add(SheetCell.text(comments.getOrDefault(issuer, "")));
      }
      sheet.rowOf(row);
    }
  }

  private static String mark(String issuer, Optional<Set<String>> named) {
    return named.isEmpty() || named.orElseThrow().contains(issuer) ? "" : "（" + NO_CONSENT + "）";
  }

  private List<Column> columns() {
    var all =
        figures.byIssuer(List.of(CONNECTIONS, ACCOUNTS, SCRAPING_SHARE, MATCH), referenceDate);
    return List.of(
        column("API接続数", "pairs", CONNECTIONS, Optional.empty(), all),
        column("連携アカウント数\n（API）", "accounts", ACCOUNTS, Optional.of("API"), all),
        column("連携アカウント数\n（スクレイピング）", "accounts", ACCOUNTS, Optional.of("SCRAPING"), all),
        usingBoth(),
        column("スクレイピング比率", "ratio", SCRAPING_SHARE, Optional.empty(), all),
        column("両者一致率", "ratio", MATCH, Optional.empty(), all));
  }

  private static Column column(
      String head,
      String unit,
      String kpiId,
      Optional<String> accessMethod,
      List<KpiFigure> figures) {
    var values = new HashMap<String, SheetCell>();
    figures.stream()
        .filter(one -> one.kpiId().equals(kpiId) && one.sliceValue().equals(accessMethod))
        .forEach(
            one ->
                values.put(
                    one.issuerId().orElseThrow(),
                    SheetCell.value(one.value(), unit, one.valueState())));
    return new Column(head, values);
  }

  /** The accounts that are among those of either access method. */
  private Column usingBoth() {
    var values = new HashMap<String, SheetCell>();
    figures
        .supplementsByIssuer(USING_BOTH, referenceDate)
        .forEach(
            one ->
                values.put(
                    one.issuerId().orElseThrow(),
                    SheetCell.value(one.value(), one.definition().unit(), one.valueState())));
    return new Column("連携アカウント数\n（併用）", values);
  }

  /**
   * What each issuer says of its figures of the date, shown here or not. The same words on several
   * slices of a KPI are one paragraph.
   */
  private Map<String, String> comments() {
    var said = new TreeMap<String, Map<KpiComment, List<String>>>();
    figures.comments().all().stream()
        .filter(one -> one.figure().level().equals("ISSUER"))
        .filter(one -> one.figure().periodType().equals(KpiFigure.POINT))
        .filter(one -> one.figure().periodStart().equals(referenceDate))
        .forEach(
            one ->
                said.computeIfAbsent(one.companyId(), absent -> new LinkedHashMap<>())
                    .computeIfAbsent(one.onWhole(), absent -> new ArrayList<>())
                    .add(slice(one.figure())));
    var texts = new HashMap<String, String>();
    said.forEach(
        (issuer, comments) ->
            texts.put(
                issuer,
                comments.entrySet().stream()
                    .map(entry -> paragraph(entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining("\n"))));
    return texts;
  }

  private static String slice(KpiFigure.Id figure) {
    return figure
        .slice()
        .map(slice -> CodeLabels.sliceValue(slice, figure.sliceValue().orElse("")))
        .orElse("");
  }

  private String paragraph(KpiComment one, List<String> slices) {
    String kpiId = one.figure().kpiId();
    String title = figures.definitions().newest(kpiId).map(KpiDefinition::titleJa).orElse(kpiId);
    String of =
        slices.contains("")
            ? ""
            : slices.stream().distinct().collect(Collectors.joining("、", "・", ""));
    String day = one.statedOn().map(date -> "（" + date + "）").orElse("");
    return title + of + day + "：" + one.text();
  }

  private static String statuses(List<Adoption.Line> lines) {
    if (!lines.isEmpty() && Adoption.furthest(lines).isEmpty()) {
      return "回答なし";
    }
    return Adoption.statuses(lines).stream()
        .map(code -> CodeLabels.japanese("adoption_status", code))
        .collect(Collectors.joining("、"));
  }
}
