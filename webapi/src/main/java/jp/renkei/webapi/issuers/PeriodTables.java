package jp.renkei.webapi.issuers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.kpi.CommentView;
import jp.renkei.webapi.kpi.CommentWords;
import jp.renkei.webapi.kpi.FigureWords;

/** Lays figures out by KPI and period. */
final class PeriodTables {
  private PeriodTables() {}

  /**
   * A table of the newest periods.
   *
   * @param words for its figures and slices
   * @param comments what the issuer says of its figures
   * @param periodType POINT or MONTH
   * @param basis as chosen; a line that there is not by it says so
   * @param most how many periods at most
   */
  static IssuerPage.PeriodTable table(
      Frame frame,
      FigureWords words,
      KpiDefinitions definitions,
      List<KpiFigure> figures,
      KpiComments comments,
      String periodType,
      IssuerBasis basis,
      int most) {
    var ofType = figures.stream().filter(one -> one.periodType().equals(periodType)).toList();
    var headings = new TreeMap<LocalDate, String>();
    ofType.forEach(one -> headings.put(one.periodEnd(), words.period(one)));
    while (headings.size() > most) {
      headings.pollFirstEntry();
    }
    boolean isOfBoth = figures.stream().anyMatch(KpiFigure::isByTodaysIssuers);
    // A figure of another version, rule or basis is another line, so it is another row.
    var lines = new LinkedHashMap<KpiFigure.Line, Map<LocalDate, KpiFigure>>();
    ofType.forEach(
        one ->
            lines.computeIfAbsent(one.line(), line -> new TreeMap<>()).put(one.periodEnd(), one));
    var rows = new ArrayList<IssuerPage.PeriodRow>();
    for (String kpiId : definitions.newest().stream().map(KpiDefinition::kpiId).toList()) {
      lines.forEach(
          (line, byPeriod) -> {
            if (line.kpiId().equals(kpiId) && !isOutOf(headings, byPeriod)) {
              var definition = definitions.find(kpiId, line.definitionVersion());
              boolean isOfThenOnly =
                  isOfBoth
                      && basis == IssuerBasis.NOW
                      && byPeriod.values().stream().noneMatch(KpiFigure::isByTodaysIssuers);
              String unit = definition.map(KpiDefinition::unit).orElse("");
              rows.add(
                  new IssuerPage.PeriodRow(
                      kpiId,
                      definition.map(one -> title(frame, one, line)).orElse(kpiId)
                          + (isOfThenOnly ? "［" + frame.text("issuer.basis.then_only") + "］" : ""),
                      words.slice(byPeriod.values().iterator().next()),
                      headings.keySet().stream()
                          .map(
                              end ->
                                  byPeriod.containsKey(end)
                                      ? words.view(byPeriod.get(end), unit)
                                      : words.none())
                          .toList(),
                      comments(frame, words, comments, headings.keySet(), byPeriod)));
            }
          });
    }
    return new IssuerPage.PeriodTable(List.copyOf(headings.values()), List.copyOf(rows));
  }

  /** What tells the line from others of the same KPI stands behind its title. */
  private static String title(Frame frame, KpiDefinition definition, KpiFigure.Line line) {
    String title = definition.title(frame.isJapanese());
    if (line.basis().equals(KpiFigure.ISSUER_SUMMARY)) {
      return title + "［" + frame.word("basis", line.basis()) + "］";
    }
    return line.plannedStops()
        .map(kind -> title + "［" + frame.word("planned_stops", kind) + "］")
        .orElse(title);
  }

  private static List<CommentView> comments(
      Frame frame,
      FigureWords words,
      KpiComments comments,
      Set<LocalDate> shown,
      Map<LocalDate, KpiFigure> byPeriod) {
    return byPeriod.values().stream()
        .filter(figure -> shown.contains(figure.periodEnd()))
        .flatMap(
            figure ->
                comments.on(figure).stream()
                    .map(comment -> new CommentWords(frame).of(comment, words.period(figure))))
        .toList();
  }

  private static boolean isOutOf(
      Map<LocalDate, String> headings, Map<LocalDate, KpiFigure> byPeriod) {
    return byPeriod.keySet().stream().noneMatch(headings::containsKey);
  }
}
