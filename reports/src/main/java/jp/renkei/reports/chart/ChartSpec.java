package jp.renkei.reports.chart;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a chart shows, independent of who draws it.
 *
 * @param id part of the chart's address, such as {@code api_adoption_rate}
 * @param unit of the values: {@code ratio} values are 0..1 and drawn as percent
 * @param categories labels along the category axis, in drawing order
 * @param source the 出典 line
 * @param asOf the 時点 line
 */
public record ChartSpec(
    String id,
    String title,
    Kind kind,
    String categoryLabel,
    String valueLabel,
    String unit,
    List<String> categories,
    List<Series> series,
    String source,
    String asOf) {

  /** How the values are drawn. */
  public enum Kind {
    LINE,
    BAR,
    STACKED_BAR,
    /** Horizontal bars, for many categories with long names. */
    HORIZONTAL_BAR
  }

  /**
   * One line or set of bars.
   *
   * @param values one per category; empty where there is no value, which is never drawn as 0
   */
  public record Series(String name, List<OptionalDouble> values) {
    public Series {
      Objects.requireNonNull(name, "name");
      values = List.copyOf(values);
    }
  }

  public ChartSpec {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    for (var one : series) {
      if (one.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            "Cannot draw chart %s: series '%s' has %d values for %d categories."
                .formatted(id, one.name(), one.values().size(), categories.size()));
      }
    }
  }
}
