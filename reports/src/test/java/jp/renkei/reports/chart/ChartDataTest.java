package jp.renkei.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.renkei.warehouse.definition.YamlNode;
import org.apache.poi.ss.usermodel.CellType;
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
  void givesJsonTheRatios() {
    var table = json(ChartTable.json(ChartSpecs.line()));
    assertThat(maps(table.get("series")).get(0).get("values")).isEqualTo(VALUES);
    assertThat(maps(table.get("series")).get(1).get("role")).isEqualTo("BOUND");
  }

  @Test
  void givesCsvForExcelWithAnEmptyCellForAMissingValue() {
    assertThat(ChartTable.csv(ChartSpecs.line()))
        .isEqualTo(
            "\uFEFF調査時点,値,上限\r\n2025年9月30日,0.1,0.2\r\n2026年3月31日,,\r\n2026年9月30日,0.3456,0.5\r\n");
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
