package jp.renkei.webapi.roadmap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.reports.figure.KpiDefinition;
import jp.renkei.reports.figure.KpiDefinitions;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.reports.figure.KpiFigures;
import jp.renkei.reports.figure.KpiSupplement;
import jp.renkei.reports.figure.KpiSupplements;
import jp.renkei.webapi.frame.PageRequest;
import jp.renkei.webapi.kpi.FigureView;
import jp.renkei.webapi.kpi.FigureWords;
import org.jooq.DSLContext;

/**
 * The mean slip of milestones and what stands beside it, for the whole and by measure.
 *
 * @param headings of the figures
 */
public record SlipTable(List<Heading> headings, List<Row> rows) {
  private static final String SLIP = "milestone_slip_days";

  /** The title of a column, and what it means. */
  public record Heading(String title, String definition) {}

  /** The figures of one measure, or of the whole. */
  public record Row(String name, List<FigureView> figures) {}

  /**
   * Reads it.
   *
   * @param measures every measure's id to its name
   * @return empty where the release holds no such figures
   */
  static Optional<SlipTable> read(
      PageRequest request, DSLContext queries, Map<String, String> measures) {
    var definition = KpiDefinitions.read(queries).newest(SLIP);
    var supplements =
        KpiSupplements.ofIndustry(queries).stream()
            .filter(one -> one.kpiId().equals(SLIP))
            .toList();
    if (definition.isEmpty() || supplements.isEmpty()) {
      return Optional.empty();
    }
    var means =
        Stream.concat(
                KpiFigures.ofIndustry(queries, SLIP).stream(),
                KpiFigures.ofIndustry(queries, SLIP, "measure").stream())
            .toList();
    return Optional.of(table(request, definition.orElseThrow(), means, supplements, measures));
  }

  private static SlipTable table(
      PageRequest request,
      KpiDefinition definition,
      List<KpiFigure> means,
      List<KpiSupplement> supplements,
      Map<String, String> measures) {
    boolean isJapanese = request.frame().isJapanese();
    var words = new FigureWords(request.frame());
    var headings = new LinkedHashSet<Heading>();
    headings.add(new Heading(definition.title(isJapanese), definition.definition(isJapanese)));
    supplements.forEach(
        one ->
            headings.add(
                new Heading(
                    one.definition().title(isJapanese), one.definition().definition(isJapanese))));
    var rows = new ArrayList<Row>();
    for (var measure : supplements.stream().map(KpiSupplement::sliceValue).distinct().toList()) {
      var figures = new ArrayList<FigureView>();
      figures.add(
          means.stream()
              .filter(figure -> figure.sliceValue().equals(measure))
              .findFirst()
              .map(figure -> words.view(figure, definition.unit()))
              .orElseGet(words::none));
      supplements.stream()
          .filter(one -> one.sliceValue().equals(measure))
          .forEach(one -> figures.add(words.figure(one)));
      String name =
          measure
              .map(id -> measures.getOrDefault(id, id))
              .orElseGet(() -> request.frame().text("roadmap.slips.whole"));
      rows.add(new Row(name, List.copyOf(figures)));
    }
    return new SlipTable(List.copyOf(headings), List.copyOf(rows));
  }
}
