package jp.renkei.reports.chart;

import java.util.OptionalDouble;
import jp.renkei.reports.style.KpiFormat;

/**
 * The end of a chart's value axis, the same whoever draws it. Axes begin at 0.
 *
 * @param top of the largest bar, point or stack; 0 where nothing has a value
 */
record ValueRange(double top, boolean isRatio) {
  static ValueRange of(ChartSpec chart) {
    double top = 0;
    for (int i = 0; i < chart.categories().size(); i++) {
      double stack = 0;
      for (var series : chart.series()) {
        OptionalDouble value = series.values().get(i);
        stack += value.orElse(0);
        top = Math.max(top, value.orElse(0));
      }
      if (chart.kind() == ChartSpec.Kind.STACKED_BAR) {
        top = Math.max(top, stack);
      }
    }
    return new ValueRange(top, KpiFormat.isRatio(chart.unit()));
  }

  /** A share above one half is shown against the whole, lest a small change look large. */
  boolean isWholePercent() {
    return isRatio && top > 0.5 && top <= 1;
  }
}
