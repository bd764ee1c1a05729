package jp.renkei.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.renkei.warehouse.definition.YamlNode;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The same numbers come out of every form of a chart, and none where there is none. */
class ChartDataTest {
  private static final List<Double> VALUES = java.util.Arrays.asList(0.1, null, 0.3456);

  @Test
  void givesEChartsPercentAndNullForAMissingValue() {
    var option = json(EChartsOption.of(ChartSpecs.line()));
    var series = maps(option.get("series"));
    var data = (List<?>) series.get(0).get("data");
    var found = new ArrayList<Double>();
    for (Object item : data) {
      found.add(
          item == null ? null : ((Number) ((Map<?, ?>) item).get("value")).doubleValue() / 100);
    }
    assertThat(found).isEqualTo(VALUES);
    assertThat(((Map<?, ?>) option.get("aria")).get("enabled")).isEqualTo(true);
    assertThat(option.toString()).contains("{value}%").contains("Noto Sans JP").contains("34.6%");
  }

  @Test
  void stepsEvenlyUpToTheWhole() {
    var axis = (Map<?, ?>) json(EChartsOption.of(ChartSpecs.bars(3))).get("xAxis");
    assertThat(axis.get("max")).isEqualTo(100);
    assertThat(axis.get("interval")).isEqualTo(20);
  }

  @Test
  void cutsManyBarsIntoPicturesThatNoPageEndCuts() throws IOException {
    var out = new ByteArrayOutputStream();
    ChartWorkbook.write(ChartSpecs.bars(50), LocalDate.of(2026, 10, 20), out);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      var ranges = new ArrayList<String>();
      for (var chart : sheet.getDrawingPatriarch().getCharts()) {
        ranges.add(
            chart.getChartSeries().get(0).getSeries(0).getValuesData().getDataRangeReference());
        assertThat(chart.getAxes())
            .filteredOn(XDDFValueAxis.class::isInstance)
            .allSatisfy(axis -> assertThat(axis.getMaximum()).isEqualTo(1));
      }
      for (var picture : sheet.getDrawingPatriarch()) {
        var anchor = (XSSFClientAnchor) picture.getAnchor();
        assertThat(anchor.getRow2() - anchor.getRow1()).isLessThanOrEqualTo(29);
        assertThat(Arrays.stream(sheet.getRowBreaks()).boxed().toList())
            .contains(anchor.getRow2() - 1)
            .noneMatch(row -> row >= anchor.getRow1() && row < anchor.getRow2() - 1);
      }
      // 50 rows behind title, three pictures, source line and head.
      assertThat(ranges)
          .containsExactly("グラフ!$B$72:$B$87", "グラフ!$B$88:$B$104", "グラフ!$B$105:$B$121");
      assertThat(sheet.getDrawingPatriarch().getCharts().get(1).getTitleText().toString())
          .endsWith("（2/3）");
    }
  }

  @Test
  void givesJsonTheRatios() {
    var table = json(ChartTable.json(ChartSpecs.line()));
    assertThat(maps(table.get("series")).get(0).get("values")).isEqualTo(VALUES);
    assertThat(maps(table.get("series")).get(1).get("role")).isEqualTo("BOUND");
  }

  @Test
  void givesCsvForExcelWithAnEmptyCellForAMissingValue() {
    assertThat(ChartTable.csv(ChartSpecs.line()))
        .isEqualTo(
            "\uFEFF調査時点,値（割合、1＝100%）,上限（割合、1＝100%）\r\n2025年9月30日,0.1,0.2\r\n2026年3月31日,,\r\n2026年9月30日,0.3456,0.5\r\n");
  }

  @Test
  void givesTheWorkbookItsTableAndANativeChartOfIt() throws IOException {
    var out = new ByteArrayOutputStream();
    ChartWorkbook.write(ChartSpecs.line(), LocalDate.of(2026, 10, 20), out);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      var found = new ArrayList<Double>();
      for (int row = 25; row < 28; row++) {
        var cell = sheet.getRow(row).getCell(1);
        found.add(cell.getCellType() == CellType.BLANK ? null : cell.getNumericCellValue());
      }
      assertThat(found).isEqualTo(VALUES);
      var drawn = sheet.getDrawingPatriarch().getCharts().get(0).getChartSeries().get(0);
      assertThat(drawn.getSeries(0).getValuesData().getDataRangeReference())
          .isEqualTo("グラフ!$B$26:$B$28");
      assertThat(drawn.getSeriesCount()).isEqualTo(2);
    }
  }

  @Test
  void escapesWhatWouldBreakOutOfJsonCsvOrAPage() {
    var chart = ChartSpecs.hostile();
    var text = EChartsOption.of(chart);
    assertThat(text).doesNotContain("</script>").doesNotContain("<b>");
    var option = json(text);
    assertThat(((Map<?, ?>) option.get("title")).get("text")).isEqualTo(chart.title());
    assertThat(((Map<?, ?>) option.get("xAxis")).get("data")).isEqualTo(chart.categories());
    assertThat(text).contains("&lt;b&gt;系列".replace("&", "\\u0026"));
    assertThat(ChartTable.csv(chart)).contains("'=1+1,1234").contains("\"a,b\n{c}\",\r\n");
  }

  private static Map<?, ?> json(String text) {
    // JSON is YAML 1.2; the strict parser is at hand.
    assertThat(YamlNode.parse("chart", text).keys()).isNotEmpty();
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static List<Map<?, ?>> maps(Object list) {
    return ((List<?>) list).stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
  }
}
