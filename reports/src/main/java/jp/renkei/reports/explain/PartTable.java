package jp.renkei.reports.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import jp.renkei.reports.style.KpiFormat;

/** The counted rows as a table: only the columns that any of them fills. */
final class PartTable {
  private final ExplainWords words;
  private final CountedParts parts;
  private final List<String> columns = new ArrayList<>();
  private final List<Integer> numeric = new ArrayList<>();
  private final List<java.util.function.Function<CountedPart, String>> cells = new ArrayList<>();

  private PartTable(ExplainWords words, CountedParts parts) {
    this.words = words;
    this.parts = parts;
  }

  static EvidenceTable of(ExplainWords words, CountedParts parts) {
    return new PartTable(words, parts).table();
  }

  private EvidenceTable table() {
    text("役割", "Role", part -> words.role(part.role()));
    if (parts.has(CountedPart::month)) {
      text(
          "月", "Month", part -> part.month().map(day -> day.toString().substring(0, 7)).orElse(""));
    }
    if (parts.has(CountedPart::issuerId)) {
      text("カード会社", "Issuer", part -> words.company(part.issuerId().orElse("")));
    }
    if (parts.has(CountedPart::agentId)) {
      text("電代業者", "Agent", part -> words.company(part.agentId().orElse("")));
    }
    if (parts.has(CountedPart::segment)) {
      text("個人・法人", "Segment", part -> words.code("segment", part.segment().orElse("")));
    }
    if (parts.has(CountedPart::measure)) {
      text("取組", "Measure", part -> part.measure().orElse(""));
    }
    if (parts.has(CountedPart::observed)) {
      number("観測値", "Observed", part -> part.observed().map(PartTable::plain).orElse(""));
    }
    number("分子", "Numerator", part -> count(part.numerator()));
    number("分母", "Denominator", part -> count(part.denominator()));
    return new EvidenceTable(
        "rows",
        words.of("数えた行", "Rows that were counted"),
        columns,
        numeric,
        parts.all().stream()
            .filter(part -> part.role() != CountedPart.Role.NONE)
            .map(part -> cells.stream().map(cell -> cell.apply(part)).toList())
            .toList());
  }

  private void text(
      String japanese, String english, java.util.function.Function<CountedPart, String> cell) {
    columns.add(words.of(japanese, english));
    cells.add(cell);
  }

  private void number(
      String japanese, String english, java.util.function.Function<CountedPart, String> cell) {
    numeric.add(columns.size());
    text(japanese, english, cell);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  private static String count(OptionalLong value) {
    return value.isPresent() ? KpiFormat.count(value.getAsLong()) : "";
  }
}
