package jp.renkei.webapi.comments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.kpi.CommentView;
import jp.renkei.webapi.kpi.CommentWords;
import jp.renkei.webapi.kpi.FigureWords;

/** Puts one company's figures into the words of a page: by KPI, then by period, newest first. */
final class FigureViews {
  private final Frame frame;
  private final String respondentId;
  private final CompanyNames names;
  private final Map<FigureKey, Comment> standing;
  private final KpiComments released;
  private final FigureWords words;

  /**
   * @param standing what respondents say now
   * @param released what the release shows beside its figures, from which the other side's come
   */
  FigureViews(
      Frame frame,
      String respondentId,
      CompanyNames names,
      Map<FigureKey, Comment> standing,
      KpiComments released) {
    this.frame = frame;
    this.respondentId = respondentId;
    this.names = names;
    this.standing = standing;
    this.released = released;
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
          .computeIfAbsent(FigureKey.of(respondentId, figure).ofPeriod(), any -> new ArrayList<>())
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
    return new FiguresPage.Period(
        words.period(figures.get(0)),
        said(key, Optional.ofNullable(standing.get(key))),
        figures.stream().map(figure -> line(definition, figure)).toList());
  }

  private FiguresPage.Line line(KpiDefinition definition, KpiFigure figure) {
    var key = FigureKey.of(respondentId, figure);
    return new FiguresPage.Line(
        words.slice(figure),
        FigureKey.counterparty(respondentId, figure).map(names::of).orElse(""),
        // That page shows what everybody may see, which this figure need not be.
        words.view(figure, definition.unit()).withoutExplanation(),
        said(key, key.names().stream().map(standing::get).filter(Objects::nonNull).findFirst()),
        ofOtherSide(figure));
  }

  private FiguresPage.Said said(FigureKey key, Optional<Comment> comment) {
    return new FiguresPage.Said(
        key,
        comment.map(Comment::text).orElse(""),
        comment.map(one -> frame.date(one.statedOn())).orElse(""));
  }

  private List<CommentView> ofOtherSide(KpiFigure figure) {
    var view = new CommentWords(frame);
    return released.on(figure).stream()
        .filter(comment -> !comment.companyId().equals(respondentId))
        .map(comment -> view.of(comment, names.of(comment.companyId())))
        .toList();
  }
}
