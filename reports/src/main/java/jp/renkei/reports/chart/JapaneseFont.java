package jp.renkei.reports.chart;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The installed font that draws Japanese text. */
final class JapaneseFont {
  private static final List<String> PREFERRED =
      List.of("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans", "IPAexGothic");

  private JapaneseFont() {}

  /** A font that has a glyph for every character of the text. */
  static Font drawing(String text) {
    var installed =
        List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    return drawing(text, installed);
  }

  static Font drawing(String text, Collection<String> families) {
    return Stream.concat(PREFERRED.stream().filter(families::contains), families.stream())
        .map(family -> new Font(family, Font.PLAIN, 12))
        .filter(font -> font.canDisplayUpTo(printable(text)) < 0)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Cannot draw chart: no installed font has all the characters of '"
                        + abbreviated(text)
                        + "'. Install one, for example: apt-get install fonts-noto-cjk"));
  }

  private static String printable(String text) {
    return text.codePoints()
        .filter(c -> !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String abbreviated(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** Everything a chart writes, to choose a font by. */
  static String textOf(ChartSpec chart) {
    return String.join(
        "",
        Stream.of(
                List.of(chart.title(), chart.valueLabel(), chart.categoryLabel(), "0123456789.,%"),
                chart.labels(),
                chart.series().stream().map(ChartSpec.Series::name).toList(),
                Arrays.asList(chart.sourceLine(), chart.unit()))
            .flatMap(Collection::stream)
            .toList());
  }
}
