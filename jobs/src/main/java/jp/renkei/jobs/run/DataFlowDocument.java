package jp.renkei.jobs.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.warehouse.table.TableName;

/**
 * The flow as Markdown ({@code docs/data-flow.md}): a picture of the steps, and a table of what
 * each reads and writes. The picture leaves out an arrow where a longer way leads there anyway.
 */
public final class DataFlowDocument {
  private final List<Step> steps;

  private DataFlowDocument(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** The flow of steps, in the order in which they run. */
  public static String of(List<Step> steps) {
    return new DataFlowDocument(steps).text();
  }

  private String text() {
    var text =
        new StringBuilder(
            """
            # Data flow

            Generated from `Pipeline.steps()` by `DataFlowDocument`; don't edit. Remake with
            `./mvnw -Pquick -pl jobs -am test -Dtest=DataFlowDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.update=true`.

            landing ► bronze ► silver ► gold ► check ► release ► web · Excel · SQL. Steps run in the order of the table below; a
            step is passed over when the versions of the tables it reads, the definitions, the code and what else it depends on
            are what they were. The as-of date is handed on to the milestones and the KPI values. Every step also depends on the
            definitions; an arrow from there means that it reads nothing else. What a run read and wrote at which versions
            stands in the warehouse, in `runs/<run>/openlineage.jsonl` (OpenLineage 2-0-2).

            ```mermaid
            flowchart LR
              landing[(landing)]
              definitions[(definitions)]
            """);
    for (int index = 0; index < steps.size(); index++) {
      text.append("  s%d[\"%s\"]%n".formatted(index, steps.get(index).name()));
    }
    text.append("  check[\"check with DuckDB\"]\n  release[(release)]\n");
    for (int index = 0; index < steps.size(); index++) {
      origin(text, index);
      for (int source : shortest(index)) {
        text.append("  s%d --> s%d%n".formatted(source, index));
      }
    }
    for (int index = 0; index < steps.size(); index++) {
      if (!isReadLater(index) && !steps.get(index).writes().isEmpty()) {
        text.append("  s%d --> check%n".formatted(index));
      }
    }
    text.append(
        """
          check --> release
        ```

        | step | reads | writes |
        |---|---|---|
        """);
    for (var step : steps) {
      text.append(
          "| %s | %s | %s |%n"
              .formatted(
                  step.name(), reads(step), step.writes().isEmpty() ? "-" : names(step.writes())));
    }
    text.append(
        """
        | check with DuckDB | every table, at the versions to be pinned | - (differences refuse the release) |
        | release | every table, at the pinned versions | `releases/<n>/<audience>.duckdb`, `releases/<n>/respondents/<respondent_id>.duckdb`, `manifest.yaml` |
        """);
    return text.toString();
  }

  /** What does not come from a table. */
  private void origin(StringBuilder text, int index) {
    for (var origin : new TreeSet<>(steps.get(index).origins())) {
      text.append(
          origin == Origin.RELEASES
              ? "  release -. published before .-> s%d%n".formatted(index)
              : "  %s --> s%d%n".formatted(origin.title(), index));
    }
  }

  private static String reads(Step step) {
    var reads = new ArrayList<String>();
    new TreeSet<>(step.origins())
        .forEach(
            origin ->
                reads.add(
                    origin == Origin.RELEASES ? "the last published release" : origin.title()));
    if (!step.reads().isEmpty()) {
      reads.add(names(step.reads()));
    }
    return String.join(", ", reads);
  }

  private static String names(Collection<TableName> tables) {
    return new TreeSet<>(tables)
        .stream().map(table -> "`" + table + "`").collect(Collectors.joining(", "));
  }

  /** The steps whose tables a step reads, without those that another of them leads from. */
  private List<Integer> shortest(int index) {
    var sources = sources(index);
    return sources.stream()
        .filter(
            source ->
                sources.stream().noneMatch(other -> !other.equals(source) && leads(source, other)))
        .toList();
  }

  private List<Integer> sources(int index) {
    var sources = new ArrayList<Integer>();
    for (int before = 0; before < index; before++) {
      if (steps.get(before).writes().stream().anyMatch(steps.get(index).reads()::contains)) {
        sources.add(before);
      }
    }
    return sources;
  }

  private boolean leads(int from, int to) {
    return sources(to).stream().anyMatch(source -> source == from || leads(from, source));
  }

  private boolean isReadLater(int index) {
    for (int later = index + 1; later < steps.size(); later++) {
      if (sources(later).contains(index)) {
        return true;
      }
    }
    return false;
  }
}
