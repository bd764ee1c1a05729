package jp.renkei.reports.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import jp.renkei.reports.chart.ChartSpec.Kind;
import jp.renkei.reports.chart.ChartSpec.Role;
import jp.renkei.reports.chart.ChartSpec.Series;

/** Charts to test with. */
final class ChartSpecs {
  private static final Stamp STAMP = new Stamp("2026年10月20日", "2026年10月21日", 7, List.of("架空データ"));

  private ChartSpecs() {}

  /** Three rounds with a gap in the middle, and an upper bound. */
  static ChartSpec line() {
    return new ChartSpec(
        "api_adoption_rate",
        "API導入率の推移",
        Kind.LINE,
        "調査時点",
        "割合",
        "ratio",
        List.of("2025年9月30日", "2026年3月31日", "2026年9月30日"),
        List.of(
            new Series("値", values(0.1, null, 0.3456)),
            new Series("上限", Role.BOUND, values(0.2, null, 0.5))),
        "調査票A",
        STAMP);
  }

  /** So many companies, the first at all and the last at next to nothing. */
  static ChartSpec bars(int companies) {
    var names = new ArrayList<String>();
    var shares = new ArrayList<OptionalDouble>();
    for (int i = 0; i < companies; i++) {
      names.add("架空カード" + i);
      shares.add(OptionalDouble.of(1 - i / (double) companies));
    }
    return new ChartSpec(
        "scraping_share_by_issuer",
        "カード会社別スクレイピング比率",
        Kind.HORIZONTAL_BAR,
        "カード会社",
        "割合",
        "ratio",
        names,
        List.of(new Series("スクレイピング比率", shares)),
        "調査票B",
        STAMP);
  }

  /** Three companies, the first of which says something hostile of its share. */
  static ChartSpec commented(List<String> texts) {
    var plain = bars(3);
    return new ChartSpec(
        plain.id(),
        plain.title(),
        plain.kind(),
        plain.categoryLabel(),
        plain.valueLabel(),
        plain.unit(),
        plain.categories(),
        plain.series(),
        plain.source(),
        STAMP,
        texts.stream()
            .map(
                text ->
                    new ChartSpec.Comment(
                        1, List.of(), "架空カード1", text, Optional.of(LocalDate.of(2026, 10, 5))))
            .toList());
  }

  /** Names that would break a careless writer. */
  static ChartSpec hostile() {
    return new ChartSpec(
        "hostile",
        "「引用\"符」と</script>",
        Kind.BAR,
        "区分",
        "件数",
        "accounts",
        List.of("=1+1", "a,b\n{c}"),
        List.of(new Series("<b>系列</b>", values(1234.0, null))),
        "調査票A",
        STAMP);
  }

  static List<OptionalDouble> values(Double... values) {
    return java.util.Arrays.stream(values)
        .map(one -> one == null ? OptionalDouble.empty() : OptionalDouble.of(one))
        .toList();
  }
}
