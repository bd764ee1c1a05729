package jp.renkei.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.renkei.reports.chart.ChartSpec.Kind;
import jp.renkei.reports.chart.ChartSpec.Role;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.reports.style.Palette;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;

/** A chart in JFreeChart's terms, in one font. */
final class DrawnChart {
  private static final int MOST_NOTES = 4;
  private static final int NOTE_LINES = 2;
  private static final int MISSING = '〓';

  private final ChartSpec spec;
  private final Font font;

  DrawnChart(ChartSpec spec, Font font) {
    this.spec = spec;
    this.font = font;
  }

  JFreeChart chart() {
    var plot = new CategoryPlot(dataset(), categoryAxis(), valueAxis(), renderer());
    plot.setOrientation(
        spec.isHorizontal() ? PlotOrientation.HORIZONTAL : PlotOrientation.VERTICAL);
    plot.setBackgroundPaint(Color.decode(Palette.BACKGROUND));
    plot.setRangeGridlinePaint(Color.decode(Palette.LINE_QUIET));
    plot.setRangeGridlineStroke(new BasicStroke(1f));
    plot.setOutlineVisible(false);
    var chart =
        new JFreeChart(spec.title(), size(Palette.TITLE_SIZE).deriveFont(Font.BOLD), plot, false);
    chart.setBackgroundPaint(Color.decode(Palette.BACKGROUND));
    chart.setPadding(new RectangleInsets(12, 12, 8, 16));
    chart.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
    chart.getTitle().setPadding(0, 0, 12, 0);
    chart.getTitle().setPaint(Color.decode(Palette.TEXT));
    // Titles at the bottom stack upwards: the source line is outermost, the legend above it.
    chart.addSubtitle(line(spec.sourceLine(), Palette.TEXT_QUIET, 8));
    var notes = notes();
    for (int i = notes.size() - 1; i >= 0; i--) {
      chart.addSubtitle(line(notes.get(i), Palette.TEXT, 2));
    }
    if (spec.series().size() > 1) {
      chart.addSubtitle(legend(plot));
    }
    return chart;
  }

  /** What companies say, as far as the picture has room; the data table has it all. */
  private List<String> notes() {
    var all = spec.notes();
    var notes = new ArrayList<>(all.stream().limit(MOST_NOTES).map(this::drawable).toList());
    if (all.size() > notes.size()) {
      notes.add("ほか" + (all.size() - notes.size()) + "件のコメントは、このグラフの数値の表にある。");
    }
    return notes;
  }

  /**
   * Nobody can choose a font for what companies write: an emoji that the font lacks is left out, a
   * letter becomes 〓, so that one sees that it is missing.
   */
  private String drawable(String text) {
    return text.codePoints()
        .filter(c -> font.canDisplay(c) || !isOrnament(c))
        .map(c -> font.canDisplay(c) ? c : MISSING)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isOrnament(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private TextTitle line(String text, String colour, double above) {
    var line = new TextTitle(text, size(Palette.NOTE_SIZE));
    line.setPaint(Color.decode(colour));
    line.setPosition(RectangleEdge.BOTTOM);
    line.setHorizontalAlignment(HorizontalAlignment.LEFT);
    line.setPadding(above, 0, 0, 0);
    line.setMaximumLinesToDisplay(NOTE_LINES);
    return line;
  }

  private CategoryDataset dataset() {
    var dataset = new DefaultCategoryDataset();
    for (var series : spec.series()) {
      for (int i = 0; i < spec.categories().size(); i++) {
        var value = series.values().get(i);
        dataset.addValue(
            value.isPresent() ? (Number) value.getAsDouble() : null,
            new Place(spec.series().indexOf(series), series.name()),
            new Place(i, spec.label(i)));
      }
    }
    return dataset;
  }

  /** A label with its position, since two issuers may have the same name. */
  private record Place(int position, String label) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Integer.compare(position, other.position);
    }

    @Override
    public String toString() {
      return label;
    }
  }

  private CategoryAxis categoryAxis() {
    var axis = new CategoryAxis(spec.isHorizontal() ? null : spec.categoryLabel());
    axis.setTickLabelFont(size(Palette.NOTE_SIZE));
    axis.setTickLabelPaint(Color.decode(Palette.TEXT));
    axis.setLabelFont(size(Palette.NOTE_SIZE));
    axis.setLabelPaint(Color.decode(Palette.TEXT_QUIET));
    axis.setTickMarksVisible(false);
    axis.setAxisLinePaint(Color.decode(Palette.BOUND));
    axis.setMaximumCategoryLabelLines(2);
    if (spec.isHorizontal()) {
      axis.setMaximumCategoryLabelWidthRatio(0.8f);
    } else if (spec.categories().size() > 8) {
      axis.setCategoryLabelPositions(CategoryLabelPositions.UP_45);
    }
    return axis;
  }

  private NumberAxis valueAxis() {
    var axis = new NumberAxis(spec.valueLabel());
    axis.setAutoRangeIncludesZero(true);
    axis.setNumberFormatOverride(
        new DecimalFormat(
            KpiFormat.isRatio(spec.unit()) ? "0.#%" : "#,##0.#",
            DecimalFormatSymbols.getInstance(Locale.ROOT)));
    var range = ValueRange.of(spec);
    if (range.isWholePercent()) {
      // Above 100 % there is room for the value's text, or for the upper half of its point.
      axis.setRange(0, spec.isHorizontal() ? 1.08 : 1.03);
      axis.setTickUnit(new NumberTickUnit(0.2));
    } else {
      axis.setRange(0, range.top() > 0 ? range.top() * 1.12 : 1);
    }
    axis.setTickLabelFont(size(Palette.NOTE_SIZE));
    axis.setTickLabelPaint(Color.decode(Palette.TEXT));
    axis.setLabelFont(size(Palette.NOTE_SIZE));
    axis.setLabelPaint(Color.decode(Palette.TEXT_QUIET));
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    return axis;
  }

  private CategoryItemRenderer renderer() {
    CategoryItemRenderer renderer =
        switch (spec.kind()) {
          case LINE -> new LineAndShapeRenderer(true, true);
          case STACKED_BAR -> bars(new StackedBarRenderer());
          case BAR, HORIZONTAL_BAR -> bars(new BarRenderer());
        };
    for (int i = 0; i < spec.series().size(); i++) {
      renderer.setSeriesPaint(i, Color.decode(spec.colour(i)));
      if (renderer instanceof LineAndShapeRenderer line) {
        boolean isBound = spec.series().get(i).role() == Role.BOUND;
        line.setSeriesShape(i, new Ellipse2D.Double(-4, -4, 8, 8));
        line.setSeriesShapesVisible(i, !isBound);
        line.setSeriesStroke(i, isBound ? dashed() : new BasicStroke(3f));
      }
    }
    if (spec.kind() == Kind.HORIZONTAL_BAR && spec.series().size() == 1) {
      renderer.setDefaultItemLabelGenerator(
          new StandardCategoryItemLabelGenerator() {
            @Override
            public String generateLabel(CategoryDataset data, int row, int column) {
              return KpiFormat.text(spec.series().get(row).values().get(column), spec.unit());
            }
          });
      renderer.setDefaultItemLabelsVisible(true);
      renderer.setDefaultItemLabelFont(size(Palette.NOTE_SIZE));
      renderer.setDefaultPositiveItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    }
    return renderer;
  }

  private static BarRenderer bars(BarRenderer renderer) {
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setMaximumBarWidth(0.12);
    return renderer;
  }

  private static BasicStroke dashed() {
    return new BasicStroke(
        1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);
  }

  private LegendTitle legend(CategoryPlot plot) {
    var legend = new LegendTitle(plot);
    legend.setItemFont(size(Palette.NOTE_SIZE));
    legend.setItemPaint(Color.decode(Palette.TEXT));
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(Color.decode(Palette.BACKGROUND));
    return legend;
  }

  private Font size(int pixels) {
    return font.deriveFont((float) pixels);
  }
}
