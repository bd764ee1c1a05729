package jp.renkei.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import jp.renkei.reports.SmallRelease;
import jp.renkei.reports.style.Palette;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ChartPictureTest {
  @TempDir Path warehouse;

  @Test
  void drawsEveryChartOfAReleaseInItsColours() throws IOException {
    var release = SmallRelease.in(warehouse);
    var folder = Files.createDirectories(Path.of("target/looks"));
    try (var reader = release.open(Audience.SECRETARIAT)) {
      var charts = Charts.of(release, reader).all();
      assertThat(charts).hasSize(7);
      for (var chart : charts) {
        var png = ChartPicture.png(chart, 960, 540);
        Files.write(folder.resolve(chart.id() + ".png"), png);
        var image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(960);
        for (int i = 0; i < chart.series().size(); i++) {
          assertThat(pixels(image, chart.colour(i))).as(chart.id()).isPositive();
        }
      }
    }
  }

  @Test
  void keepsTextAsTextInSvg() throws Exception {
    var chart = ChartSpecs.line();
    var svg = ChartPicture.svg(chart, 960, 540);
    Files.createDirectories(Path.of("target/looks"));
    Files.writeString(Path.of("target/looks/line.svg"), svg);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    var texts = document.getElementsByTagName("text");
    var drawn = new StringBuilder();
    for (int i = 0; i < texts.getLength(); i++) {
      drawn.append(texts.item(i).getTextContent()).append('\n');
    }
    assertThat(drawn.toString())
        .contains(chart.title())
        .contains("2026年3月31日")
        .contains("出典：調査票A")
        .contains("時点：2026年10月20日")
        .contains("上限");
    assertThat(svg).contains("viewBox=\"0 0 960 540\"").contains("sans-serif");
  }

  @Test
  void drawsGlyphsAndNotTheBoxOfAMissingOne() {
    Font font = JapaneseFont.drawing("架空データ");
    assertThat(font.canDisplayUpTo("架空データの推移％")).isNegative();
    var context = new java.awt.font.FontRenderContext(null, true, true);
    int missing = font.getMissingGlyphCode();
    var glyphs = font.createGlyphVector(context, "推移");
    assertThat(glyphs.getGlyphCode(0)).isNotEqualTo(missing);
    assertThat(glyphs.getGlyphCode(1)).isNotEqualTo(missing);
  }

  @Test
  void refusesToDrawBoxesAndNamesTheRemedy() {
    assertThatThrownBy(() -> JapaneseFont.drawing("架空データ", List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Cannot draw chart")
        .hasMessageContaining("apt-get install fonts-noto-cjk");
  }

  private static long pixels(BufferedImage image, String colour) {
    long found = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if ((image.getRGB(x, y) & 0xFFFFFF) == Palette.rgb(colour)) {
          found++;
        }
      }
    }
    return found;
  }
}
