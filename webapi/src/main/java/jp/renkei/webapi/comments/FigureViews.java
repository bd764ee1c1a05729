package jp.renkei.webapi.comments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.kpi.FigureWords;

/** Puts one company's figures into the words of a page: by KPI, then by period, newest first. */
final class FigureViews {
  private final Frame frame;
  private final String respondentId;
  private final CompanyNames names;
  private final Map<FigureKey, Comment> standing;
  private final FigureWords words;

  FigureViews(
      Frame frame, String respondentId, CompanyNames names, Map<FigureKey, Comment> standing) {
    this.frame = frame;
    this.respondentId = respondentId;
    this.names = names;
    this.standing = standing;
    this.words = new FigureWords(frame);
  }

  /** In the order of the definitions. */
  List<FiguresPage.Kpi> kpis(List<KpiFigure> oldestFirst, List<KpiDefinition> definitions) {
    var newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    var byKpi = new LinkedHashMap<String, Map<FigureKey, List<KpiFigure>>>();
    for (var figure : newestFirst) {
      byKpi
          .computeIfAbsent(figure.kpiId(), any -> new LinkedHashMap<>())
          .computeIfAbsent(FigureKey.of(respondentId, figure), any -> new ArrayList<>())
          .add(0, figure);
    }
    return definitions.stream()
        .filter(definition -> byKpi.containsKey(definition.kpiId()))
        .map(definition -> kpi(definition, byKpi.get(definition.kpiId())))
        .toList();
  }

  private FiguresPage.Kpi kpi(KpiDefinition definition, Map<FigureKey, List<KpiFigure>> periods) {
    return new FiguresPage.Kpi(
        definition.kpiId(),
        definition.title(frame.isJapanese()),
        definition.definition(frame.isJapanese()),
        periods.entrySet().stream()
            .map(period -> period(definition, period.getKey(), period.getValue()))
            .toList());
  }

  private FiguresPage.Period period(
      KpiDefinition definition, FigureKey key, List<KpiFigure> figures) {
    var comment = Optional.ofNullable(standing.get(key));
    return new FiguresPage.Period(
        anchor(key),
        key.period(),
        words.period(figures.get(0)),
        figures.stream()
            .map(
                figure ->
                    new FiguresPage.Line(
                        words.slice(figure),
                        counterparty(figure),
                        words.view(figure, definition.unit())))
            .toList(),
        comment.map(Comment::text).orElse(""),
        comment.map(one -> frame.date(one.statedOn())).orElse(""));
  }

  /** The other side of a pair; empty for a figure of the company alone. */
  private String counterparty(KpiFigure figure) {
    if (!figure.level().equals("PAIR")) {
      return "";
    }
    return figure
        .issuerId()
        .filter(id -> !id.equals(respondentId))
        .or(() -> figure.agentId().filter(id -> !id.equals(respondentId)))
        .map(names::of)
        .orElse("");
  }

  /** The place of a figure within the page. */
  static String anchor(FigureKey key) {
    return key.respondentId() + "-" + key.kpiId() + "-" + key.period();
  }
}
