package jp.renkei.warehouse.kpi;

import java.util.List;
import java.util.stream.Collectors;

/** A worked example as Markdown: its rows, the steps by hand and the values that come out. */
final class KpiExampleText {
  private KpiExampleText() {}

  static String of(KpiExample example) {
    var text =
        new StringBuilder("\n### 計算例 (worked example)\n\n").append(example.about()).append('。');
    if (!example.issuers().isEmpty() || !example.agents().isEmpty()) {
      text.append("母集団：").append(names(example.issuers(), example.agents())).append('。');
    }
    example.asOf().ifPresent(date -> text.append("時点：").append(date).append('。'));
    text.append('\n');
    for (var input : example.inputs()) {
      text.append("\n`").append(input.table()).append("`\n\n").append(table(input.rows()));
    }
    text.append('\n');
    int step = 1;
    for (var line : example.working()) {
      text.append(step++).append(". ").append(line).append('\n');
    }
    return text.append("\n値（小数は四捨五入、`-` は空）\n\n").append(table(example.expected())).toString();
  }

  private static String names(List<String> issuers, List<String> agents) {
    return java.util.stream.Stream.of(issuers, agents)
        .filter(side -> !side.isEmpty())
        .map(side -> String.join("、", side))
        .collect(Collectors.joining("／"));
  }

  private static String table(KpiExample.Rows rows) {
    var table = new StringBuilder(line(rows.columns()));
    table.append("|---".repeat(rows.columns().size())).append("|\n");
    rows.cells().forEach(cells -> table.append(line(cells)));
    return table.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
