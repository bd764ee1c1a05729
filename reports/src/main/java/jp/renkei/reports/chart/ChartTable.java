package jp.renkei.reports.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import jp.renkei.reports.style.CodeLabels;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.surveys.CsvText;

/**
 * A chart's data as a table: one row per category, one column per series, whose heading in CSV
 * names the unit, and what companies say of the values behind them. Ratios stay 0..1; a value that
 * is not there is empty in CSV and null in JSON; a suppressed one is marked in CSV, and JSON names
 * its position.
 */
public final class ChartTable {

  /** Heading of what companies say of the values; a chart without comments has no such column. */
  static final String COMMENTS = "会社のコメント";

  private ChartTable() {}

  /** UTF-8 with a byte order mark, which Excel needs to read Japanese; lines end with CRLF. */
  public static String csv(ChartSpec chart) {
    String unit = "（" + unit(chart) + "）";
    var csv =
        new CsvText(
            Stream.of(
                    Stream.of(chart.categoryLabel()),
                    chart.series().stream().map(series -> series.name() + unit),
                    chart.comments().isEmpty() ? Stream.<String>of() : Stream.of(COMMENTS))
                .flatMap(cells -> cells)
                .toList());
    for (int i = 0; i < chart.categories().size(); i++) {
      int row = i;
      csv.row(
          row(
                  Stream.of(chart.categories().get(row)),
                  chart.series().stream().map(series -> cell(series, row)),
                  chart.comments().isEmpty()
                      ? Stream.of()
                      : Stream.of(String.join("\n", chart.notes(row))))
              .toList());
    }
    return csv.toString();
  }

  private static String unit(ChartSpec chart) {
    return KpiFormat.isRatio(chart.unit())
        ? "割合、1＝100%"
        : CodeLabels.unitSuffix(chart.unit()).strip();
  }

  public static String json(ChartSpec chart) {
    var table = new LinkedHashMap<String, Object>();
    table.put("id", chart.id());
    table.put("title", chart.title());
    table.put("unit", chart.unit());
    table.put("source", chart.source());
    table.put("as_of", chart.asOf());
    table.put("updated_on", chart.stamp().updatedOn());
    table.put("release", chart.stamp().releaseId());
    table.put("marks", chart.stamp().marks());
    table.put("category_label", chart.categoryLabel());
    table.put("value_label", chart.valueLabel());
    table.put("categories", chart.categories());
    var all = new ArrayList<Object>();
    for (var series : chart.series()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("name", series.name());
      one.put("role", series.role().name());
      var values = new ArrayList<Object>();
      series.values().forEach(value -> values.add(number(value)));
      one.put("values", values);
      if (!series.suppressed().isEmpty()) {
        one.put("suppressed", series.suppressed().stream().sorted().toList());
      }
      all.add(one);
    }
    table.put("series", all);
    table.put("comments", comments(chart));
    return Json.of(table);
  }

  private static List<Object> comments(ChartSpec chart) {
    var all = new ArrayList<Object>();
    for (int i = 0; i < chart.comments().size(); i++) {
      var comment = chart.comments().get(i);
      var one = new LinkedHashMap<String, Object>();
      one.put("mark", chart.mark(i));
      one.put("category", chart.categories().get(comment.category()));
      one.put("series", comment.series());
      one.put("company", comment.company());
      one.put("comment", comment.text());
      one.put("stated_on", comment.statedOn().map(LocalDate::toString).orElse(null));
      all.add(one);
    }
    return all;
  }

  @SafeVarargs
  private static Stream<Object> row(Stream<?>... parts) {
    return Arrays.stream(parts).flatMap(part -> part.map(Object.class::cast));
  }

  private static Object cell(ChartSpec.Series series, int category) {
    return series.suppressed().contains(category)
        ? KpiFormat.SUPPRESSED
        : number(series.values().get(category));
  }

  private static BigDecimal number(OptionalDouble value) {
    return value.isPresent() ? BigDecimal.valueOf(value.getAsDouble()).stripTrailingZeros() : null;
  }
}
