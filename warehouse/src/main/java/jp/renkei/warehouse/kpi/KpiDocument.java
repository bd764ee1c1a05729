package jp.renkei.warehouse.kpi;

import java.util.List;
import java.util.stream.Collectors;
import jp.renkei.warehouse.table.TableName;

/**
 * The KPI catalogue as Markdown ({@code docs/kpis.md}): what every KPI means, how it is counted, at
 * which levels and by which slices, what it reads, and an example worked out by hand.
 */
public final class KpiDocument {
  private KpiDocument() {}

  /** The catalogue of the KPIs, in their order. */
  public static String of(List<KpiDefinition> kpis, KpiExamples examples) {
    var text =
        new StringBuilder(
            """
            # KPIs

            Generated from `warehouse/definitions/kpis` by `KpiDocument`; don't edit. Remake with
            `./mvnw -Pquick -pl warehouse test -Dtest=KpiDocumentTest -Dgolden.update=true`.

            A KPI is one file: a header and one SELECT that yields counts; a later version of its definition is a file of its own
            (`<kpi_id>.v2.sql`) beside the first. Levels and slices are added up from the counts, one Java function (`Division`)
            makes the rate, and an empty denominator gives an empty value. Ratios are 0..1.

            計算例 are worked out by hand (`warehouse/definitions/kpis/examples`); a test runs each through both engines. All companies in them are fictitious
            (架空). What they leave out is empty; `R1` is their survey round, of 2026-03-31.

            | kpi_id | 名称 | title | unit | better | basis | stage |
            |---|---|---|---|---|---|---|
            """);
    for (var kpi : kpis) {
      text.append(
          row(
              "[`%s`](#%s)".formatted(heading(kpi), heading(kpi).replace(' ', '-')),
              kpi.titleJa(),
              kpi.titleEn(),
              kpi.unit(),
              kpi.better(),
              kpi.basis().name(),
              kpi.stage()));
    }
    for (var kpi : kpis) {
      append(text, kpi);
      examples.of(kpi).map(KpiExampleText::of).ifPresent(text::append);
    }
    return text.toString();
  }

  private static void append(StringBuilder text, KpiDefinition kpi) {
    text.append("\n## ").append(heading(kpi)).append("\n\n");
    text.append(
        "**%s** (%s), version %d%s%n%n"
            .formatted(
                kpi.titleJa(),
                kpi.titleEn(),
                kpi.version(),
                kpi.validFrom().map(day -> ", for periods from " + day).orElse("")));
    text.append(kpi.definitionJa()).append("  \n").append(kpi.definitionEn()).append("\n\n");
    text.append("| | |\n|---|---|\n");
    text.append(row("算式", kpi.formula()));
    text.append(row("Kind, unit", kind(kpi) + ", " + kpi.unit()));
    text.append(row("Better", kpi.better()));
    text.append(row("Stage", kpi.stage()));
    text.append(row("Levels", join(kpi.levels().stream().map(EntityLevel::name).toList())));
    text.append(row("Slices", slices(kpi)));
    text.append(row("Period", period(kpi)));
    text.append(row("By today's issuers", mergers(kpi)));
    text.append(row("Basis", bases(kpi)));
    text.append(row("Silent without an answer to", join(kpi.answers())));
    text.append(row("Rules", kpi.rules().map(rules -> "`rules/" + rules + ".yaml`").orElse("-")));
    text.append(
        row(
            "Reads",
            kpi.reads().stream()
                .map(TableName::toString)
                .collect(Collectors.joining("`, `", "`", "`"))));
    text.append(row("出典", kpi.source()));
    appendSupplements(text, kpi);
    text.append("\nSQL: `warehouse/definitions/kpis/").append(kpi.fileName()).append("`\n");
  }

  /** Alone of its kind, so that the anchors of two versions differ. */
  private static String heading(KpiDefinition kpi) {
    return kpi.version() == 1 ? kpi.id() : kpi.id() + " v" + kpi.version();
  }

  private static void appendSupplements(StringBuilder text, KpiDefinition kpi) {
    if (kpi.supplements().isEmpty()) {
      return;
    }
    text.append("\nBeside it in `gold.kpi_supplement`:\n\n");
    text.append("| figure | 名称 | title | unit | 定義 | definition |\n|---|---|---|---|---|---|\n");
    for (var one : kpi.supplements()) {
      text.append(
          row(
              "`" + one.figure() + "`",
              one.titleJa(),
              one.titleEn(),
              one.unit(),
              one.definitionJa(),
              one.definitionEn()));
    }
  }

  private static String bases(KpiDefinition kpi) {
    return kpi.basis()
        + kpi.ofSummaries()
            .map(same -> "; " + same.basis() + " by the issuers' summaries")
            .orElse("");
  }

  private static String kind(KpiDefinition kpi) {
    return switch (kpi.kind()) {
      case RATIO -> "ratio";
      case COUNT -> "count";
      case MEAN -> "mean";
      case DISTINCT -> "distinct count";
      case MEDIAN -> "median";
      case QUANTILE -> "quantile at " + kpi.quantilePercent().orElseThrow() + " %";
    };
  }

  private static String slices(KpiDefinition kpi) {
    return kpi.slicesOnly() ? join(kpi.slices()) + " (never added over it)" : join(kpi.slices());
  }

  private static String period(KpiDefinition kpi) {
    return switch (kpi.period()) {
      case ROUND -> "survey round, at its reference date";
      case MONTH -> kpi.monthsOnly() ? "month only" : "month; quarter and fiscal year by adding up";
      case AS_OF -> "as-of date";
    };
  }

  private static String mergers(KpiDefinition kpi) {
    boolean isOfIssuers =
        kpi.levels().contains(EntityLevel.ISSUER) || kpi.levels().contains(EntityLevel.PAIR);
    if (!isOfIssuers) {
      return "-";
    }
    return switch (kpi.mergers()) {
      case SUM -> "counts of predecessors added up";
      case PAIRS -> "distinct pairs: with the same agent the larger count";
      case NONE -> "none: does not add up";
    };
  }

  private static String join(List<String> names) {
    return names.isEmpty() ? "-" : String.join(", ", names);
  }

  private static String row(String... cells) {
    var row = new StringBuilder("|");
    for (var cell : cells) {
      row.append(' ').append(cell.replace("|", "\\|").replace("\n", " ")).append(" |");
    }
    return row.append('\n').toString();
  }
}
