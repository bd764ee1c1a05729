package jp.renkei.webapi.issuers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.renkei.reports.figure.Adoption;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.figure.Milestones;
import jp.renkei.reports.register.Issuer;
import jp.renkei.reports.register.Register;
import jp.renkei.webapi.charts.ChartExplanations;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.charts.ChartView;
import jp.renkei.webapi.charts.ChosenBasis;
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
    var basis = ChosenBasis.of(request);
    var history = history(request, queries, id, basis);
    var definitions = KpiDefinitions.read(queries);
    var figures = KpiFigures.ofIssuer(queries, id, basis);
    var comments = KpiComments.read(queries);
    var stated = figures.stream().filter(KpiFigure::isStated).toList();
    var measured = figures.stream().filter(figure -> !figure.isStated()).toList();
    var date = Adoption.referenceDate(queries);
    var words = new FigureWords(frame, Milestones.measures(Milestones.all(queries)));
    return new IssuerPage(
        issuer,
        WithoutConsent.of(request, queries).holds(id),
        Lines.ofIssuer(request, queries, id),
        history,
        PeriodTables.table(
            frame, words, definitions, figures, comments, "POINT", basis, MOST_PERIODS),
        PeriodTables.table(
            frame, words, definitions, measured, comments, "MONTH", basis, MOST_PERIODS),
        PeriodTables.table(
            frame, words, definitions, stated, comments, "MONTH", basis, MOST_PERIODS),
        charts(request, definitions, measured, comments, issuer),
        request.holds("gold.linkage_cell")
            ? date.map(day -> new Cells(frame, definitions, comments).ofIssuer(queries, id, day))
            : Optional.empty(),
        MilestoneViews.ofIssuer(request, queries, id));
  }

  /** The choice is offered where the file holds the history by today's issuer. */
  private static Optional<IssuerPage.History> history(
      PageRequest request, DSLContext queries, String id, IssuerBasis basis) {
    boolean isOffered =
        KpiFigures.ofIssuer(queries, id, IssuerBasis.NOW).stream()
            .anyMatch(KpiFigure::isByTodaysIssuers);
    if (!isOffered) {
      return Optional.empty();
    }
    var frame = request.frame();
    var names = Register.issuers(queries, request.shown().asOf());
    return Optional.of(
        new IssuerPage.History(
            basis == IssuerBasis.NOW,
            Register.predecessors(queries, id).stream()
                .map(
                    one ->
                        Optional.ofNullable(names.get(one))
                            .map(issuer -> issuer.name(frame.isJapanese()))
                            .orElse(one))
                .collect(Collectors.joining(frame.isJapanese() ? "、" : ", "))));
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
                    spec,
                    ChosenBasis.parameters(issuer.id(), ChosenBasis.of(request)),
                    ChartPages.definition(request, spec.id()),
                    ChartExplanations.of(request, spec.id(), spec.id(), Optional.of(issuer.id()))))
        .toList();
  }
}
