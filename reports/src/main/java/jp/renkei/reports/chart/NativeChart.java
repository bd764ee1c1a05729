package jp.renkei.reports.chart;

import jp.renkei.reports.chart.ChartSpec.Kind;
import jp.renkei.reports.chart.ChartSpec.Role;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.Palette;
import jp.renkei.reports.workbook.WorkbookStyles;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Excel's own chart of a table in the same sheet, in the same colours as everywhere else. */
final class NativeChart {
  private static final String CHART_NAMESPACE =
      "http://schemas.openxmlformats.org/drawingml/2006/chart";

  private NativeChart() {}

  /**
   * Draws the chart of a table, or of some of its rows on the same scale.
   *
   * @param mark behind the title, empty for a whole chart
   * @param head row of the table's head
   * @param data one row per category drawn; the first column holds the categories
   */
  static void draw(
      XSSFSheet sheet,
      ChartSpec spec,
      String mark,
      int head,
      CellRangeAddress data,
      XSSFClientAnchor anchor) {
    XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
    chart.setTitleText(spec.title() + mark);
    chart.setTitleOverlay(false);
    // A missing value is a gap in a line, never a point at 0.
    chart.displayBlanksAs(DisplayBlanks.GAP);
    var categories =
        chart.createCategoryAxis(spec.isHorizontal() ? AxisPosition.LEFT : AxisPosition.BOTTOM);
    var values = valueAxis(chart, spec, mark);
    values.crossAxis(categories);
    if (spec.isHorizontal()) {
      categories.setOrientation(AxisOrientation.MAX_MIN);
      values.setCrosses(AxisCrosses.MAX);
    }
    boolean isLine = spec.kind() == Kind.LINE;
    var plotted = chart.createData(isLine ? ChartTypes.LINE : ChartTypes.BAR, categories, values);
    plotted.setVaryColors(false);
    var labels =
        XDDFDataSourcesFactory.fromStringCellRange(sheet, column(data, data.getFirstColumn()));
    for (int i = 0; i < spec.series().size(); i++) {
      int column = data.getFirstColumn() + 1 + i;
      var series =
          plotted.addSeries(
              labels, XDDFDataSourcesFactory.fromNumericCellRange(sheet, column(data, column)));
      series.setTitle(
          spec.series().get(i).name(),
          new CellReference(sheet.getSheetName(), head, column, true, true));
      paint(series, spec, i);
    }
    if (plotted instanceof XDDFBarChartData bars) {
      bars.setBarDirection(spec.isHorizontal() ? BarDirection.BAR : BarDirection.COL);
      bars.setGapWidth(60);
      if (spec.kind() == Kind.STACKED_BAR) {
        bars.setBarGrouping(BarGrouping.STACKED);
      }
    }
    if (spec.series().size() > 1) {
      chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }
    chart.plot(plotted);
    if (spec.kind() == Kind.STACKED_BAR) {
      overlap(chart);
    }
    font(chart);
  }

  private static XDDFValueAxis valueAxis(XSSFChart chart, ChartSpec spec, String mark) {
    var axis = chart.createValueAxis(spec.isHorizontal() ? AxisPosition.BOTTOM : AxisPosition.LEFT);
    axis.setTitle(spec.valueLabel());
    axis.setMinimum(0);
    axis.setNumberFormat(KpiFormat.axisFormat(spec.unit()));
    axis.setCrossBetween(AxisCrossBetween.BETWEEN);
    axis.getOrAddMajorGridProperties().setLineProperties(line(Palette.LINE_QUIET, 0.75));
    var range = ValueRange.of(spec);
    if (range.isWholePercent()) {
      axis.setMaximum(1);
      axis.setMajorUnit(0.2);
    } else if (!mark.isEmpty()) {
      axis.setMaximum(range.top());
    }
    return axis;
  }

  private static void paint(XDDFChartData.Series series, ChartSpec spec, int index) {
    var shape = new XDDFShapeProperties();
    var colour = spec.colour(index);
    if (series instanceof XDDFLineChartData.Series drawn) {
      boolean isBound = spec.series().get(index).role() == Role.BOUND;
      var stroke = line(colour, isBound ? 1.25 : 2.5);
      if (isBound) {
        stroke.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
      }
      shape.setLineProperties(stroke);
      series.setShapeProperties(shape);
      drawn.setSmooth(false);
      drawn.setMarkerStyle(isBound ? MarkerStyle.NONE : MarkerStyle.CIRCLE);
      if (!isBound) {
        markerColour(drawn, colour);
      }
    } else {
      shape.setFillProperties(fill(colour));
      series.setShapeProperties(shape);
    }
  }

  private static void markerColour(XDDFLineChartData.Series series, String colour) {
    var properties = series.getCTLineSer().getMarker().addNewSpPr();
    byte[] rgb = WorkbookStyles.bytes(colour);
    properties.addNewSolidFill().addNewSrgbClr().setVal(rgb);
    properties.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(rgb);
  }

  /** Puts the parts of a stack above one another rather than side by side. */
  private static void overlap(XSSFChart chart) {
    // As plain XML, since POI's small schema has no class for this element.
    var bars = chart.getCTChart().getPlotArea().getBarChartArray(0);
    try (var cursor = bars.newCursor()) {
      if (!cursor.toChild(CHART_NAMESPACE, "axId")) {
        throw new IllegalStateException("Cannot draw chart: its bars have no axis.");
      }
      cursor.beginElement("overlap", CHART_NAMESPACE);
      cursor.insertAttributeWithValue("val", "100");
    }
  }

  private static void font(XSSFChart chart) {
    var body = chart.getCTChartSpace().addNewTxPr();
    body.addNewBodyPr();
    var run = body.addNewP().addNewPPr().addNewDefRPr();
    run.setSz(1000);
    run.addNewLatin().setTypeface(Palette.WORKBOOK_FONT);
    run.addNewEa().setTypeface(Palette.WORKBOOK_FONT);
  }

  private static XDDFLineProperties line(String colour, double points) {
    var line = new XDDFLineProperties(fill(colour));
    line.setWidth(points);
    return line;
  }

  private static XDDFSolidFillProperties fill(String colour) {
    return new XDDFSolidFillProperties(XDDFColor.from(WorkbookStyles.bytes(colour)));
  }

  private static CellRangeAddress column(CellRangeAddress data, int column) {
    return new CellRangeAddress(data.getFirstRow(), data.getLastRow(), column, column);
  }
}
