package jp.renkei.reports.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import jp.renkei.reports.workbook.PageText;
import jp.renkei.reports.workbook.SheetCell;
import jp.renkei.reports.workbook.SheetWriter;
import jp.renkei.reports.workbook.StableWorkbook;
import jp.renkei.reports.workbook.WorkbookStyles;
import jp.renkei.reports.workbook.WorkbookStyles.Role;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A chart as a workbook: its data as a table, and Excel's own chart drawn from that table. */
public final class ChartWorkbook {
  private static final int WIDEST = 40;
  private static final int ROWS = 22;
  private static final int FEWEST_ROWS = 10;

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
    int rows = rows(chart);
    int head = sheet.nextRow() + rows + 1;
    var data =
        new CellRangeAddress(head, head + chart.categories().size(), 0, chart.series().size());
    sheet.drawing(rows, anchor -> NativeChart.draw(sheet.sheet(), chart, data, anchor));
    sheet.line(Role.NOTE, chart.sourceLine() + "　灰色の空欄は値なし（0 ではない）");
    var labels = new ArrayList<String>();
    labels.add(chart.categoryLabel());
    chart.series().forEach(series -> labels.add(series.name()));
    sheet.head(labels);
    for (int i = 0; i < chart.categories().size(); i++) {
      var row = new ArrayList<SheetCell>();
      row.add(SheetCell.text(chart.categories().get(i)));
      for (var series : chart.series()) {
        row.add(SheetCell.chartValue(series.values().get(i), chart.unit()));
      }
      sheet.rowOf(row);
    }
    sheet.skip(1);
  }

  /**
   * Rows that the picture is high: as many as its bars need, else what its data leave of a page.
   */
  private static int rows(ChartSpec chart) {
    int categories = chart.categories().size();
    return chart.isHorizontal()
        ? Math.max(ROWS, categories + 6)
        : Math.max(FEWEST_ROWS, Math.min(ROWS, ROWS_OF_PAGE - categories));
  }
}
