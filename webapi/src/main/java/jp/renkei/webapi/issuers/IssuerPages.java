package jp.renkei.webapi.issuers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.figure.Adoption;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.figure.Milestones;
import jp.renkei.reports.register.Issuer;
import jp.renkei.reports.register.Register;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.charts.ChartView;
import jp.renkei.webapi.charts.IssuerTrend;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
import jp.renkei.webapi.kpi.FigureWords;
import jp.renkei.webapi.roadmap.MilestoneViews;
import org.jooq.DSLContext;

/** 一覧: {@code /issuers} and {@code /issuers/<id>}. */
public final class IssuerPages {
  private static final int MOST_CHARTS = 6;
  private static final int MOST_PERIODS = 12;

  private final Templates templates;

  public IssuerPages(Templates templates) {
    this.templates = templates;
  }

  public Answer list(PageRequest request) {
    var list = request.reader().read(queries -> IssuerLists.list(request, queries));
    return Answer.html(templates.render("issuers", request.frame(), list));
  }

  public Answer one(PageRequest request) {
    var page = request.reader().read(queries -> page(request, queries));
    return Answer.html(templates.render("issuer", request.frame(), page));
  }

  private static IssuerPage page(PageRequest request, DSLContext queries) {
    var frame = request.frame();
    String id = request.placeholder("id");
    var issuer =
        Optional.ofNullable(Register.issuers(queries, request.shown().asOf()).get(id))
            .orElseThrow(() -> new NotShown(NotShown.Kind.NO_ISSUER, id));
    var definitions = KpiDefinitions.read(queries);
    var figures = KpiFigures.ofIssuer(queries, id);
    var comments = KpiComments.read(queries);
    var stated = figures.stream().filter(KpiFigure::isStated).toList();
    var measured = figures.stream().filter(figure -> !figure.isStated()).toList();
    var date = Adoption.referenceDate(queries);
    var words = new FigureWords(frame, Milestones.measures(Milestones.all(queries)));
    return new IssuerPage(
        issuer,
        WithoutConsent.of(request, queries).holds(id),
        Lines.ofIssuer(request, queries, id),
        PeriodTables.table(frame, words, definitions, figures, comments, "POINT", MOST_PERIODS),
        PeriodTables.table(frame, words, definitions, measured, comments, "MONTH", MOST_PERIODS),
        PeriodTables.table(frame, words, definitions, stated, comments, "MONTH", MOST_PERIODS),
        charts(request, definitions, measured, comments, issuer),
        request.holds("gold.linkage_cell")
            ? date.map(day -> new Cells(frame, definitions, comments).ofIssuer(queries, id, day))
            : Optional.empty(),
        MilestoneViews.ofIssuer(request, queries, id));
  }

  private static List<ChartView> charts(
      PageRequest request,
      KpiDefinitions definitions,
      List<KpiFigure> figures,
      KpiComments comments,
      Issuer issuer) {
    return definitions.newest().stream()
        .flatMap(
            definition ->
                IssuerTrend.of(definition, figures, comments, issuer.nameJa(), request.stamp())
                    .stream())
        .limit(MOST_CHARTS)
        .map(
            spec ->
                new ChartView(
                    spec, Map.of("issuer", issuer.id()), ChartPages.definition(request, spec.id())))
        .toList();
  }
}
