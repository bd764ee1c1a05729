package jp.renkei.reports.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.reports.figure.KpiComment;

/** Collects what companies say of a chart's values, so that the same words stand there once. */
public final class ChartComments {
  private final Map<ChartSpec.Comment, List<String>> series = new LinkedHashMap<>();

  /**
   * Adds what is said of one value.
   *
   * @param category of the value, by its position
   * @param seriesName of the value, empty where the chart has only one
   * @param company name of the company whose words these are
   */
  public void add(int category, String seriesName, String company, KpiComment said) {
    series
        .computeIfAbsent(
            new ChartSpec.Comment(category, List.of(), company, said.text(), said.statedOn()),
            absent -> new ArrayList<>())
        .add(seriesName);
  }

  /** In the order of the categories. */
  public List<ChartSpec.Comment> inOrder() {
    return series.entrySet().stream()
        .map(entry -> entry.getKey().on(entry.getValue()))
        .sorted(Comparator.comparingInt(ChartSpec.Comment::category))
        .toList();
  }
}
