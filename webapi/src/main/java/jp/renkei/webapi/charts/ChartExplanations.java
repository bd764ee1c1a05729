package jp.renkei.webapi.charts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.reports.chart.Charts;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.register.Register;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.PeriodText;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.kpi.FigureWords;
import org.jooq.DSLContext;

/** Where the values of a chart are led back to their source: by category and name of the series. */
public final class ChartExplanations {
  /** Of a chart without figures of ours. */
  public static final ChartExplanations NONE = new ChartExplanations(Map.of());

  private record Place(String category, String series) {}

  private final Map<Place, String> addresses;

  private ChartExplanations(Map<Place, String> addresses) {
    this.addresses = Map.copyOf(addresses);
  }

  /** Of a chart of the industry, or of one issuer. */
  public static ChartExplanations of(
      PageRequest request, String chartId, String kpiId, Optional<String> issuerId) {
    return request.reader().read(queries -> read(request, queries, chartId, kpiId, issuerId));
  }

  private static ChartExplanations read(
      PageRequest request,
      DSLContext queries,
      String chartId,
      String kpiId,
      Optional<String> issuer) {
    boolean isByIssuer = chartId.equals(Charts.SCRAPING_SHARE_BY_ISSUER);
    var figures =
        issuer.isPresent()
            ? KpiFigures.ofIssuer(queries, issuer.orElseThrow(), ChosenBasis.of(request)).stream()
                .filter(figure -> figure.kpiId().equals(kpiId))
                .toList()
            : isByIssuer
                ? newest(KpiFigures.ofIssuers(queries, List.of(kpiId)))
                : KpiFigures.ofIndustryWithSlices(queries, kpiId);
    var names = Register.issuers(queries, request.shown().asOf());
    var addresses = new HashMap<Place, String>();
    for (var figure : KpiFigures.ofShortestPeriods(figures)) {
      String category =
          isByIssuer
              ? figure
                  .issuerId()
                  .flatMap(id -> Optional.ofNullable(names.get(id)))
                  .map(one -> one.nameJa())
                  .orElse("")
              : figure.isPoint()
                  ? PeriodText.date(figure.periodStart())
                  : PeriodText.month(figure.periodStart());
      String series =
          figure
              .slice()
              .map(slice -> CodeLabels.sliceValue(slice, figure.sliceValue().orElse("")))
              .orElse("");
      addresses.put(new Place(category, series), FigureWords.explanation(request.frame(), figure));
    }
    return new ChartExplanations(addresses);
  }

  private static List<KpiFigure> newest(List<KpiFigure> figures) {
    var shortest = KpiFigures.ofShortestPeriods(figures);
    var last = shortest.isEmpty() ? null : shortest.get(shortest.size() - 1).periodStart();
    return shortest.stream()
        .filter(figure -> figure.periodStart().equals(last) && figure.slice().isEmpty())
        .toList();
  }

  /** The address; empty where the value cannot be told from others. */
  String of(String category, String series) {
    return addresses.getOrDefault(new Place(category, series), "");
  }
}
