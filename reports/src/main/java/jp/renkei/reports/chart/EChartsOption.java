package jp.renkei.reports.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import jp.renkei.reports.chart.ChartSpec.Kind;
import jp.renkei.reports.chart.ChartSpec.Role;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.Palette;

/**
 * A chart as the option object of ECharts 6. It holds no function, so it can be sent as JSON: every
 * data item carries its own tooltip text. Ratios are given as percent.
 */
public final class EChartsOption {
  /** From this many values on, the description for screen readers names the chart only. */
  private static final int DESCRIBED_VALUES = 60;

  private EChartsOption() {}

  /** The option as JSON that may also stand inside a script element. */
  public static String of(ChartSpec chart) {
    var option = new LinkedHashMap<String, Object>();
    option.put("aria", aria(chart));
    option.put("animation", false);
    option.put("backgroundColor", Palette.BACKGROUND);
    option.put("textStyle", Map.of("fontFamily", Palette.FONT_FAMILY));
    option.put("title", title(chart));
    option.put("tooltip", pairs("trigger", "item"));
    option.put(
        "legend",
        pairs(
            "show", chart.series().size() > 1,
            "top", 36,
            "left", 0,
            "itemWidth", 28,
            "textStyle", text(Palette.NOTE_SIZE, Palette.TEXT)));
    option.put(
        "grid",
        pairs(
            "left",
            24,
            "right",
            chart.isHorizontal() ? 72 : 24,
            "top",
            chart.series().size() > 1 ? 92 : 64,
            "bottom",
            48));
    option.put(chart.isHorizontal() ? "yAxis" : "xAxis", categoryAxis(chart));
    option.put(chart.isHorizontal() ? "xAxis" : "yAxis", valueAxis(chart));
    var series = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < chart.series().size(); i++) {
      series.add(series(chart, i));
    }
    option.put("series", series);
    return Json.of(option);
  }

  private static Map<String, Object> aria(ChartSpec chart) {
    boolean needsPatterns = chart.kind() != Kind.LINE && chart.series().size() > 1;
    return pairs(
        "enabled", true,
        "label", pairs("description", description(chart)),
        "decal", pairs("show", needsPatterns));
  }

  /** What a screen reader reads: title, axes and every value. */
  static String description(ChartSpec chart) {
    var sentences = new StringJoiner("。", "", "。");
    sentences.add("グラフ「" + chart.title() + "」");
    if (chart.series().size() * chart.categories().size() <= DESCRIBED_VALUES) {
      for (var series : chart.series()) {
        var values = new StringJoiner("、", series.name() + "：", "");
        for (int i = 0; i < chart.categories().size(); i++) {
          values.add(chart.categories().get(i) + " " + series.text(i, chart.unit()));
        }
        sentences.add(values.toString());
      }
    }
    chart.notes().forEach(sentences::add);
    return sentences.add(chart.sourceLine()).toString();
  }

  private static Map<String, Object> title(ChartSpec chart) {
    return pairs(
        "text",
        chart.title(),
        "subtext",
        "",
        "left",
        0,
        "top",
        0,
        "textStyle",
        pairs(
            "fontSize", Palette.TITLE_SIZE,
            "fontWeight", "bold",
            "color", Palette.TEXT));
  }

  private static Map<String, Object> categoryAxis(ChartSpec chart) {
    return pairs(
        "type", "category",
        "data", chart.labels(),
        // ECharts counts the vertical axis from below.
        "inverse", chart.isHorizontal(),
        "name", chart.isHorizontal() ? "" : chart.categoryLabel(),
        "nameLocation", "middle",
        "nameGap", 32,
        "nameTextStyle", text(Palette.NOTE_SIZE, Palette.TEXT_QUIET),
        "axisLabel", text(Palette.NOTE_SIZE, Palette.TEXT),
        "axisTick", pairs("show", false),
        "axisLine", pairs("lineStyle", pairs("color", Palette.BOUND)));
  }

  private static Map<String, Object> valueAxis(ChartSpec chart) {
    var label = text(Palette.NOTE_SIZE, Palette.TEXT);
    if (KpiFormat.isRatio(chart.unit())) {
      label.put("formatter", "{value}%");
    }
    var name = text(Palette.NOTE_SIZE, Palette.TEXT_QUIET);
    if (!chart.isHorizontal()) {
      name.put("align", "left");
    }
    var axis =
        pairs(
            "type",
            "value",
            "min",
            0,
            "name",
            chart.valueLabel(),
            "nameLocation",
            chart.isHorizontal() ? "middle" : "end",
            "nameGap",
            chart.isHorizontal() ? 32 : 12,
            "nameTextStyle",
            name,
            "axisLabel",
            label,
            "splitLine",
            pairs("lineStyle", pairs("color", Palette.LINE_QUIET)));
    if (ValueRange.of(chart).isWholePercent()) {
      axis.put("max", 100);
      axis.put("interval", 20);
    }
    return axis;
  }

  private static Map<String, Object> series(ChartSpec chart, int index) {
    var series = chart.series().get(index);
    boolean isBound = series.role() == Role.BOUND;
    var drawn = new LinkedHashMap<String, Object>();
    drawn.put("name", series.name());
    drawn.put("type", chart.kind() == Kind.LINE ? "line" : "bar");
    drawn.put("itemStyle", pairs("color", chart.colour(index)));
    if (chart.kind() == Kind.LINE) {
      drawn.put("lineStyle", pairs("width", isBound ? 1 : 3, "type", isBound ? "dashed" : "solid"));
      drawn.put("symbol", isBound ? "none" : "circle");
      drawn.put("symbolSize", 8);
      drawn.put("connectNulls", false);
    } else {
      drawn.put("barMaxWidth", 48);
    }
    if (chart.kind() == Kind.STACKED_BAR) {
      drawn.put("stack", "all");
    }
    var data = new ArrayList<Object>();
    for (int i = 0; i < chart.categories().size(); i++) {
      data.add(item(chart, series, i));
    }
    drawn.put("data", data);
    return drawn;
  }

  private static Map<String, Object> item(ChartSpec chart, ChartSpec.Series series, int category) {
    OptionalDouble value = series.values().get(category);
    if (value.isEmpty()) {
      return null;
    }
    var shown = KpiFormat.text(value, chart.unit());
    var item = new LinkedHashMap<String, Object>();
    item.put("value", KpiFormat.axisValue(value.getAsDouble(), chart.unit()));
    item.put(
        "tooltip",
        pairs(
            "formatter",
            html(series.name()) + "<br/>" + html(chart.label(category)) + "：" + html(shown)));
    if (chart.isHorizontal() && chart.series().size() == 1) {
      var label = text(Palette.NOTE_SIZE, Palette.TEXT);
      label.put("show", true);
      label.put("position", "right");
      label.put("formatter", shown);
      item.put("label", label);
    } else if (!chart.marks(category, series).isEmpty()) {
      // On a narrow page ECharts leaves out labels of the axis, and the marks with them.
      var label = text(Palette.NOTE_SIZE, Palette.TEXT);
      label.put("show", true);
      label.put("position", "top");
      label.put("formatter", chart.marks(category, series));
      item.put("label", label);
    }
    return item;
  }

  private static Map<String, Object> text(int size, String colour) {
    return pairs("fontSize", size, "color", colour);
  }

  private static String html(String text) {
    // The braces would be taken for ECharts' own placeholders.
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("{", "&#123;")
        .replace("}", "&#125;");
  }

  private static Map<String, Object> pairs(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
