package jp.renkei.reports.chart;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import jp.renkei.reports.style.Palette;

/**
 * What a chart shows, independent of who draws it.
 *
 * @param id part of the chart's address, such as {@code api_adoption_rate}
 * @param unit of the values: {@code ratio} values are 0..1 and drawn as percent
 * @param categories labels along the category axis, in drawing order
 * @param source what stands after 出典：
 * @param stamp the release that the values are from
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
    Stamp stamp) {

  /** How the values are drawn. */
  public enum Kind {
    LINE,
    BAR,
    STACKED_BAR,
    /** Horizontal bars, for many categories with long names. */
    HORIZONTAL_BAR
  }

  /** What a series stands for: bounds are drawn apart from the values they bound. */
  public enum Role {
    VALUE,
    BOUND
  }

  /**
   * One line or set of bars.
   *
   * @param values one per category; empty where there is no value, which is never drawn as 0
   */
  public record Series(String name, Role role, List<OptionalDouble> values) {
    public Series {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(role, "role");
      values = List.copyOf(values);
    }

    public Series(String name, List<OptionalDouble> values) {
      this(name, Role.VALUE, values);
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

  /** The colour of a series: values in the palette's order, bounds in quiet grey. */
  public String colour(int seriesIndex) {
    if (series.get(seriesIndex).role() == Role.BOUND) {
      return Palette.BOUND;
    }
    long earlierValues =
        series.stream().limit(seriesIndex).filter(one -> one.role() == Role.VALUE).count();
    return Palette.series((int) earlierValues);
  }

  /** The line under the chart. */
  public String sourceLine() {
    return "出典：" + source + "　" + stamp.line();
  }

  /** 時点 of the values. */
  public String asOf() {
    return stamp.asOf();
  }

  /** Whether the categories stand on the vertical axis. */
  public boolean isHorizontal() {
    return kind == Kind.HORIZONTAL_BAR;
  }
}
