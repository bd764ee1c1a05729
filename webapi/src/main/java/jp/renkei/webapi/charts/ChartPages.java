package jp.renkei.webapi.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.chart.ChartPicture;
import jp.renkei.reports.chart.ChartSpec;
import jp.renkei.reports.chart.ChartTable;
import jp.renkei.reports.chart.ChartWorkbook;
import jp.renkei.reports.chart.Charts;
import jp.renkei.reports.chart.ForeignCharts;
import jp.renkei.reports.figure.IssuerBasis;
import jp.renkei.reports.figure.KpiComments;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.register.Register;
import jp.renkei.webapi.frame.Answer;
import jp.renkei.webapi.frame.NotShown;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.frame.Templates;

/**
 * {@code /charts/<id>} and, with an ending, its files; {@code ?issuer=} makes it one company's. The
 * trend of a KPI has the KPI's id.
 */
public final class ChartPages {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 675;

  private final Templates templates;

  public ChartPages(Templates templates) {
    this.templates = templates;
  }

  public Answer chart(PageRequest request) {
    String asked = request.placeholder("id");
    int dot = asked.lastIndexOf('.');
    String id = dot < 0 ? asked : asked.substring(0, dot);
    String ending = dot < 0 ? "" : asked.substring(dot + 1);
    ChartSpec spec =
        find(request, id).orElseThrow(() -> new NotShown(NotShown.Kind.NO_CHART, asked));
    String file = fileName(request, spec, ending);
    return switch (ending) {
      case "" -> page(request, spec);
      case "csv" -> Answer.file(Answer.CSV, utf8(ChartTable.csv(spec)), file);
      case "json" -> Answer.shown(Answer.JSON, utf8(ChartTable.json(spec)), file);
      case "svg" ->
          Answer.shown("image/svg+xml", utf8(ChartPicture.svg(spec, WIDTH, HEIGHT)), file);
      case "png" -> Answer.shown("image/png", ChartPicture.png(spec, WIDTH, HEIGHT), file);
      case "xlsx" -> Answer.file(Answer.XLSX, workbook(request, spec), file);
      default -> throw new NotShown(NotShown.Kind.NO_CHART, asked);
    };
  }

  private static String fileName(PageRequest request, ChartSpec spec, String ending) {
    String issuer =
        request
            .parameter("issuer")
            .map(id -> "-" + id.replaceAll("[^A-Za-z0-9_.-]", "_") + basis(request))
            .orElse("");
    return request.fileName(spec.id() + issuer, ending);
  }

  private static String basis(PageRequest request) {
    return ChosenBasis.of(request) == IssuerBasis.NOW ? "-now" : "";
  }

  /** How a page shows a chart of the industry. */
  public static Optional<ChartView> view(PageRequest request, String id) {
    return Charts.of(request.release(), request.reader())
        .find(id)
        .map(
            spec ->
                new ChartView(
                    spec,
                    Map.of(),
                    definition(request, kpiOf(id)),
                    ChartExplanations.of(request, id, kpiOf(id), Optional.empty())));
  }

  /** Address of a KPI's definition. */
  public static String definition(PageRequest request, String kpiId) {
    return request.frame().href("/definitions") + "#" + kpiId;
  }

  private Answer page(PageRequest request, ChartSpec spec) {
    Map<String, String> parameters =
        request
            .parameter("issuer")
            .map(issuer -> ChosenBasis.parameters(issuer, ChosenBasis.of(request)))
            .orElse(Map.of());
    boolean isForeign = ForeignCharts.isForeign(spec.id());
    String definition =
        isForeign
            ? request.frame().href("/international") + "#how"
            : definition(request, kpiOf(spec.id()));
    var explanations =
        isForeign
            ? ChartExplanations.NONE
            : ChartExplanations.of(
                request, spec.id(), kpiOf(spec.id()), request.parameter("issuer"));
    var view = new ChartView(spec, parameters, definition, explanations);
    return Answer.html(templates.render("chart", request.frame(), view));
  }

  private static Optional<ChartSpec> find(PageRequest request, String id) {
    var issuerId = request.parameter("issuer");
    if (issuerId.isEmpty()) {
      return Charts.of(request.release(), request.reader()).find(id);
    }
    return request
        .reader()
        .read(
            queries -> {
              var asOf = request.shown().asOf();
              var stamp = request.stamp();
              var issuer =
                  Optional.ofNullable(Register.issuers(queries, asOf).get(issuerId.orElseThrow()));
              return issuer.flatMap(
                  one ->
                      KpiDefinitions.read(queries)
                          .newest(id)
                          .flatMap(
                              kpi ->
                                  IssuerTrend.of(
                                      kpi,
                                      KpiFigures.ofIssuer(
                                          queries, one.id(), ChosenBasis.of(request)),
                                      KpiComments.read(queries),
                                      one.nameJa(),
                                      stamp)));
            });
  }

  private static String kpiOf(String chartId) {
    return switch (chartId) {
      case Charts.SCRAPING_SHARE_BY_ISSUER -> "scraping_share";
      case Charts.ACCOUNTS_BY_ACCESS_METHOD -> "linked_account_count";
      default -> chartId;
    };
  }

  private static byte[] workbook(PageRequest request, ChartSpec spec) {
    var bytes = new ByteArrayOutputStream();
    try {
      ChartWorkbook.write(spec, request.shown().asOf(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
