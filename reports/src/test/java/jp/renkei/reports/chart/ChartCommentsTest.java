package jp.renkei.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import jp.renkei.reports.SmallRelease;
import jp.renkei.reports.StudyRows;
import jp.renkei.reports.figure.KpiComment;
import jp.renkei.reports.figure.KpiFigure;
import jp.renkei.warehouse.release.Audience;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** What a company says of a value stands beside it in every form of the chart. */
class ChartCommentsTest {
  private static final String SAID = "=<b>再同意の途中</b>";
  private static final String NOTE = "※1 架空カード1：" + SAID + "（2026年10月5日）";

  @TempDir Path warehouse;

  @Test
  void marksTheValueAndSaysTheWordsInEveryForm() throws Exception {
    var chart = ChartSpecs.commented(List.of(SAID));
    assertThat(chart.labels()).containsExactly("架空カード0", "架空カード1 ※1", "架空カード2");

    var option = EChartsOption.of(chart);
    assertThat(option).contains("\"架空カード1 ※1\"").contains("再同意の途中").doesNotContain("<b>");
    assertThat(ChartTable.csv(chart).lines())
        .contains("\uFEFFカード会社,スクレイピング比率（割合、1＝100%）,会社のコメント")
        .anyMatch(line -> line.startsWith("架空カード1,0.6666666666666667,") && line.contains(NOTE));
    assertThat(ChartTable.json(chart))
        .contains(
            "\"comments\":[{\"mark\":\"※1\",\"category\":\"架空カード1\",\"series\":[],\"company\":\"架空カード1\"")
        .contains("\"stated_on\":\"2026-10-05\"");
    assertThat(drawn(chart)).contains("架空カード1 ※1").contains(NOTE);
    assertThat(ChartPicture.png(chart, 960, 540)).isNotEmpty();
  }

  @Test
  void marksThePointOfALineAndNotItsBounds() {
    var line = ChartSpecs.line();
    var chart =
        new ChartSpec(
            line.id(),
            line.title(),
            line.kind(),
            line.categoryLabel(),
            line.valueLabel(),
            line.unit(),
            line.categories(),
            line.series(),
            line.source(),
            line.stamp(),
            List.of(new ChartSpec.Comment(2, List.of(), "甲", SAID, Optional.empty())));
    assertThat(EChartsOption.of(chart).split("\"formatter\":\"※1\"", -1)).hasSize(2);
    assertThat(chart.marks(2, line.series().get(0))).isEqualTo("※1");
    assertThat(chart.marks(2, line.series().get(1))).isEmpty();
    assertThat(chart.marks(1, line.series().get(0))).isEmpty();
  }

  @Test
  void theWorkbookHasTheWordsInTheRowOfTheValue() throws IOException {
    var out = new ByteArrayOutputStream();
    ChartWorkbook.write(
        ChartSpecs.commented(List.of(SAID, "_x0041_")), LocalDate.of(2026, 10, 20), out);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      var sheet = workbook.getSheetAt(0);
      int last = sheet.getLastRowNum();
      assertThat(sheet.getRow(last - 3).getCell(2).getStringCellValue()).isEqualTo("会社のコメント");
      assertThat(sheet.getRow(last - 1).getCell(0).getStringCellValue()).isEqualTo("架空カード1 ※1※2");
      assertThat(sheet.getRow(last - 1).getCell(2).getStringCellValue())
          .isEqualTo(NOTE + "\n※2 架空カード1：_x0041_（2026年10月5日）");
      assertThat(sheet.getRow(last).getCell(2).getStringCellValue()).isEmpty();
      var drawn = sheet.getDrawingPatriarch().getCharts().get(0).getChartSeries().get(0);
      assertThat(drawn.getSeriesCount()).isEqualTo(1);
    }
  }

  @Test
  void whatNoFontHasOrNoXmlMayHoldDoesNotStopThePicture() throws Exception {
    var chart = ChartSpecs.commented(List.of("顔😀と\u0001と\uFFFFと\n改行と\uDB80\uDC00"));
    // The emoji is gone, the letter of private use is seen to be missing.
    assertThat(drawn(chart)).contains("：顔と と と／改行と〓（");
    assertThat(ChartPicture.png(chart, 960, 540)).isNotEmpty();
  }

  @Test
  void manyAndLongWordsLeaveThePictureItsRoom() throws Exception {
    var chart = ChartSpecs.commented(Collections.nCopies(9, "長い言葉".repeat(250)));
    Path folder = Files.createDirectories(Path.of("target/looks"));
    Files.write(folder.resolve("comments.png"), ChartPicture.png(chart, 1200, 675));
    assertThat(drawn(chart))
        .contains("ほか5件のコメントは、このグラフの数値の表にある。")
        .contains("※4")
        .doesNotContain("※5 ");
    assertThat(chart.notes()).hasSize(9).allMatch(note -> note.length() > 1_000);
  }

  @Test
  void theSameWordsOnSeveralLinesOfACategoryAreSaidOnce() {
    var said = new ChartComments();
    said.add(1, "API", "甲", comment("同じ"));
    said.add(0, "API", "甲", comment("同じ"));
    said.add(1, "スクレイピング", "甲", comment("同じ"));
    assertThat(said.inOrder())
        .extracting(ChartSpec.Comment::category, ChartSpec.Comment::series)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(0, List.of("API")),
            org.assertj.core.api.Assertions.tuple(1, List.of("API", "スクレイピング")));
  }

  @Test
  void theRankingOfCompaniesCarriesThemAndTheIndustryNone() {
    var release = SmallRelease.in(warehouse, StudyRows::insert);
    try (var reader = release.open(Audience.SECRETARIAT)) {
      var charts = Charts.of(release, reader);
      assertThat(charts.find(Charts.SCRAPING_SHARE_BY_ISSUER).orElseThrow().notes())
          .containsExactly("※1 架空あおぞらカード株式会社：=<b>集計の途中</b>（2026年10月5日）");
      assertThat(charts.find("scraping_share").orElseThrow().notes()).isEmpty();
    }
    try (var reader = release.open(Audience.PUBLIC)) {
      assertThat(
              Charts.of(release, reader)
                  .find(Charts.SCRAPING_SHARE_BY_ISSUER)
                  .orElseThrow()
                  .notes())
          .isEmpty();
    }
  }

  private static KpiComment comment(String text) {
    var figure =
        new KpiFigure.Id(
            "scraping_share",
            1,
            "ISSUER",
            Optional.of("ISS001"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "POINT",
            LocalDate.of(2026, 3, 31),
            "SURVEY");
    return new KpiComment(figure, "ISSUER", "ISS001", text, Optional.empty());
  }

  /** The texts of the SVG, which is well-formed. */
  private static String drawn(ChartSpec chart) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(ChartPicture.svg(chart, 1200, 675))));
    var texts = document.getElementsByTagName("text");
    var drawn = new StringBuilder();
    for (int i = 0; i < texts.getLength(); i++) {
      drawn.append(texts.item(i).getTextContent()).append('\n');
    }
    return drawn.toString();
  }
}
