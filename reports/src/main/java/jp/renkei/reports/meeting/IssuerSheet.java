package jp.renkei.reports.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.reports.figure.Adoption;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.ReleaseFigures;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles.Role;

/** カード会社別: one row per issuer that the audience's file names. */
final class IssuerSheet {
  private static final List<String> KPIS =
      List.of(
          "api_connection_count", "linked_account_count", "scraping_share", "two_side_match_rate");

  private IssuerSheet() {}

  static void write(SheetWriter sheet, ReleaseFigures figures) {
    sheet.line(Role.TITLE, "カード会社別");
    figures
        .adoptionDate()
        .ifPresent(date -> sheet.line(Role.NOTE, "導入状況の調査時点：" + PeriodText.date(date)));
    var adoption = figures.adoption();
    sheet.line(Role.NOTE, "社名の公表に同意した会社、または対象者に示してよい会社のみ。「－」は値なし（0 ではない）。");
    var columns = new LinkedHashMap<KpiDefinition, Map<String, KpiFigure>>();
    for (String kpi : KPIS) {
      figures
          .definitions()
          .newest(kpi)
          .ifPresent(definition -> columns.put(definition, newest(figures, definition)));
    }
    var head = new ArrayList<String>(List.of("カード会社ID", "名称", "導入状況"));
    columns.forEach((definition, values) -> head.add(headOf(definition, values)));
    sheet.repeatHead(sheet.nextRow());
    sheet.head(head);
    var issuers = new TreeSet<>(adoption.keySet());
    columns.values().forEach(values -> issuers.addAll(values.keySet()));
    var names = figures.issuerNames();
    for (String issuer : issuers) {
      var row = new ArrayList<SheetCell>();
      row.add(SheetCell.text(issuer));
      row.add(SheetCell.text(Optional.ofNullable(names.get(issuer))));
      row.add(SheetCell.text(statuses(adoption.getOrDefault(issuer, List.of()))));
      columns.forEach(
          (definition, values) ->
              row.add(
                  SheetCell.value(
                      Optional.ofNullable(values.get(issuer))
                          .map(KpiFigure::value)
                          .orElse(OptionalDouble.empty()),
                      definition.unit())));
      sheet.rowOf(row);
    }
    if (issuers.isEmpty()) {
      sheet.line(Role.BODY, "個社別に示せる値はない。");
    }
  }

  private static Map<String, KpiFigure> newest(ReleaseFigures figures, KpiDefinition definition) {
    return figures.newestByIssuer(definition.kpiId()).stream()
        .filter(one -> one.definitionVersion() == definition.version())
        .filter(one -> one.issuerId().isPresent())
        .collect(
            Collectors.toMap(
                one -> one.issuerId().orElseThrow(),
                one -> one,
                (first, second) -> first,
                LinkedHashMap::new));
  }

  private static String headOf(KpiDefinition definition, Map<String, KpiFigure> values) {
    return values.values().stream()
        .findFirst()
        .map(one -> definition.titleJa() + "\n" + PeriodText.date(one.periodStart()))
        .orElse(definition.titleJa());
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
