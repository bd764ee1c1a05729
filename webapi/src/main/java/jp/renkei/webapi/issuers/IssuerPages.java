package jp.renkei.webapi.issuers;

import static jp.renkei.warehouse.jooq.silver.tables.ProductLine.PRODUCT_LINE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import jp.renkei.reports.figure.Adoption;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.register.Issuer;
import jp.renkei.reports.register.Register;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.webapi.charts.ChartPages;
import jp.renkei.webapi.charts.ChartView;
import jp.renkei.webapi.charts.IssuerTrend;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.Frame;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;
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
    var date = Adoption.referenceDate(queries);
    var lineNames =
        request.holds("silver.product_line") ? lineNames(queries, id) : Map.<String, String>of();
    var lines = date.map(day -> Adoption.lines(queries, day, lineNames)).orElseGet(Map::of);
    return new IssuerPage(
        issuer,
        lines.getOrDefault(id, List.of()).stream().map(line -> line(line, frame)).toList(),
        PeriodTables.table(frame, definitions, figures, "POINT", MOST_PERIODS),
        PeriodTables.table(frame, definitions, figures, "MONTH", MOST_PERIODS),
        charts(request, definitions, figures, issuer),
        request.holds("gold.linkage_cell")
            ? date.map(day -> Cells.ofIssuer(queries, frame, id, day))
            : Optional.empty(),
        MilestoneViews.ofIssuer(request, queries, id));
  }

  private static List<ChartView> charts(
      PageRequest request, KpiDefinitions definitions, List<KpiFigure> figures, Issuer issuer) {
    return definitions.newest().stream()
        .flatMap(
            definition ->
                IssuerTrend.of(definition, figures, issuer.nameJa(), request.stamp()).stream())
        .limit(MOST_CHARTS)
        .map(
            spec ->
                new ChartView(
                    spec, Map.of("issuer", issuer.id()), ChartPages.definition(request, spec.id())))
        .toList();
  }

  private static IssuerPage.Line line(Adoption.Line line, Frame frame) {
    return new IssuerPage.Line(
        line.name(),
        line.segment().map(code -> frame.word("segment", code)),
        line.status(),
        line.liveSince()
            .map(day -> frame.text("issuers.live_since", frame.date(day)))
            .or(
                () ->
                    line.plannedOn().map(day -> frame.text("issuers.planned_on", frame.date(day)))),
        count(line.cards()),
        count(line.itemsOffered())
            .map(
                offered -> offered + " / " + count(line.itemsCatalogue()).orElse(KpiFormat.EMPTY)));
  }

  private static Optional<String> count(OptionalLong value) {
    return value.isPresent() ? Optional.of(KpiFormat.count(value.getAsLong())) : Optional.empty();
  }

  private static Map<String, String> lineNames(DSLContext queries, String issuerId) {
    var names = new TreeMap<String, String>();
    queries
        .selectFrom(PRODUCT_LINE)
        .where(PRODUCT_LINE.ISSUER_ID.eq(issuerId))
        .orderBy(PRODUCT_LINE.VALID_FROM.asc().nullsFirst())
        .forEach(
            row ->
                names.put(
                    row.getProductLineId(),
                    Optional.ofNullable(row.getNameJa()).orElse(row.getProductLineId())));
    return names;
  }
}
