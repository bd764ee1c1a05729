package jp.renkei.reports.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.reports.workbook.PageText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.WorkbookStyles;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import jp.renkei.surveys.workbook.StableWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A chart as a workbook: its data as a table, and Excel's own chart drawn from that table. */
public final class ChartWorkbook {
  private static final int WIDEST = 40;
  private static final int ROWS = 22;
  private static final int FEWEST_ROWS = 10;

  /** Bars of one printed page, and the rows of its title and value axis. */
  private static final int MOST_BARS = 22;

  private static final int ROWS_BESIDE_BARS = 6;

  /** What a printed page holds for a chart and its data, headings taken off. */
  private static final int ROWS_OF_PAGE = 29;

  private ChartWorkbook() {}

  /**
   * One sheet with the chart and its data; the same chart gives the same bytes.
   *
   * @param asOf date of the file's properties
   */
  public static void write(ChartSpec chart, LocalDate asOf, OutputStream out) throws IOException {
    try (var workbook = new XSSFWorkbook()) {
      var sheet = new SheetWriter(workbook, new WorkbookStyles(workbook), "グラフ", WIDEST);
      sheet.line(Role.TITLE, chart.title());
      add(sheet, chart);
      sheet.finish(
          new PageText(chart.title(), chart.asOf(), String.join("・", chart.stamp().marks())));
      StableWorkbook.write(workbook, chart.title(), asOf, out);
    }
  }

  /** Adds the chart, its source line and its data table below what the sheet holds already. */
  public static void add(SheetWriter sheet, ChartSpec chart) {
    // The chart comes first: it then begins a printed page and is never cut by its end.
    var parts = parts(chart);
    int head = sheet.nextRow() + parts.stream().mapToInt(Part::rows).sum() + 1;
    for (var part : parts) {
      var data =
          new CellRangeAddress(head + part.from(), head + part.to(), 0, chart.series().size());
      sheet.drawing(
          part.rows(),
          anchor -> NativeChart.draw(sheet.sheet(), chart, part.mark(), head, data, anchor));
      if (parts.size() > 1) {
        sheet.pageBreak();
      }
    }
    sheet.line(Role.NOTE, chart.sourceLine() + "　灰色の空欄は値なし（0 ではない）");
    var labels = new ArrayList<String>();
    labels.add(chart.categoryLabel());
    chart.series().forEach(series -> labels.add(series.name()));
    if (!chart.comments().isEmpty()) {
      labels.add(ChartTable.COMMENTS);
    }
    sheet.head(labels);
    for (int i = 0; i < chart.categories().size(); i++) {
      var row = new ArrayList<SheetCell>();
      row.add(SheetCell.text(chart.label(i)));
      for (var series : chart.series()) {
        row.add(SheetCell.chartValue(series.values().get(i), chart.unit()));
      }
      if (!chart.comments().isEmpty()) {
        row.add(
            chart.notes(i).isEmpty()
                ? SheetCell.blank()
                : SheetCell.text(String.join("\n", chart.notes(i))));
      }
      sheet.rowOf(row);
    }
    sheet.skip(1);
  }

  /**
   * One of the pictures of a chart, each on a page of its own.
   *
   * @param from its first category, from 1
   * @param to its last category
   * @param rows that it is high
   * @param mark behind the title, empty where there is only one
   */
  private record Part(int from, int to, int rows, String mark) {}

  /**
   * Lying bars fill as many pages as they need, evenly; any other chart is one picture, as high as
   * its data leave room on the page.
   */
  private static List<Part> parts(ChartSpec chart) {
    int categories = chart.categories().size();
    if (!chart.isHorizontal()) {
      int rows = Math.max(FEWEST_ROWS, Math.min(ROWS, ROWS_OF_PAGE - categories));
      return List.of(new Part(1, categories, rows, ""));
    }
    int pictures = (categories + MOST_BARS - 1) / MOST_BARS;
    var parts = new ArrayList<Part>();
    for (int i = 0; i < pictures; i++) {
      int from = categories * i / pictures + 1;
      int to = categories * (i + 1) / pictures;
      String mark = pictures == 1 ? "" : "（" + (i + 1) + "/" + pictures + "）";
      parts.add(new Part(from, to, Math.max(ROWS, to - from + 1 + ROWS_BESIDE_BARS), mark));
    }
    return parts;
  }
}
