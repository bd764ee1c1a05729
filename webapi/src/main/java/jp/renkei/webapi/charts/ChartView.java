package jp.renkei.webapi.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.renkei.reports.chart.ChartSpec;
import jp.renkei.reports.chart.EChartsOption;
import jp.renkei.webapi.frame.Frame;

/**
 * A chart as a page holds it.
 *
 * @param spec what is drawn
 * @param parameters of its address, beside language and release
 * @param definition address of the definition of its KPI
 * @param explanations where each of its values is led back to its source
 */
public record ChartView(
    ChartSpec spec,
    Map<String, String> parameters,
    String definition,
    ChartExplanations explanations) {
  /** The files of a chart, by the ending of their address. */
  private static final List<String> ENDINGS = List.of("csv", "xlsx", "png", "svg", "json");

  public ChartView {
    parameters = Map.copyOf(parameters);
  }

  /** A link to a file of the chart. */
  public record FileLink(String ending, String address) {}

  /** One line of the table of values. */
  public record Row(String category, List<Value> values, List<String> notes) {}

  /**
   * One value.
   *
   * @param explanation address of the page that leads it back to its source, empty without
   */
  public record Value(String text, String explanation) {}

  public String address(Frame frame) {
    return frame.href("/charts/" + spec.id(), parameters);
  }

  public String picture(Frame frame) {
    return frame.href("/charts/" + spec.id() + ".svg", parameters);
  }

  public List<FileLink> files(Frame frame) {
    return ENDINGS.stream()
        .map(
            ending ->
                new FileLink(ending, frame.href("/charts/" + spec.id() + "." + ending, parameters)))
        .toList();
  }

  /** The settings for ECharts: JSON that may stand inside a script element. */
  public String option() {
    return EChartsOption.of(spec);
  }

  /** Many bars that lie need height. */
  public boolean isTall() {
    return spec.isHorizontal() && spec.categories().size() > 8;
  }

  public List<Row> rows() {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < spec.categories().size(); i++) {
      var values = new ArrayList<Value>();
      for (var series : spec.series()) {
        values.add(
            new Value(
                series.text(i, spec.unit()),
                explanations.of(
                    spec.categories().get(i), spec.series().size() > 1 ? series.name() : "")));
      }
      rows.add(new Row(spec.label(i), List.copyOf(values), spec.notes(i)));
    }
    return List.copyOf(rows);
  }
}
