package jp.renkei.jobs.run;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import jp.renkei.jobs.Sha256;

/**
 * Runs steps in their order. A step whose inputs are what they were when it last wrote its tables
 * is passed over, so that a small change costs little and no change costs nothing.
 */
public final class PipelineRun {
  private final Tables tables;
  private final RunContext context;
  private final RunMemory memory;
  private final String codeAndDefinitions;
  private final Consumer<String> progress;
  private final Lineage lineage;

  /** A run of which nobody is told what it read and wrote. */
  public PipelineRun(
      Tables tables, RunContext context, String codeAndDefinitions, Consumer<String> progress) {
    this(tables, context, codeAndDefinitions, progress, Lineage.none());
  }

  public PipelineRun(
      Tables tables,
      RunContext context,
      String codeAndDefinitions,
      Consumer<String> progress,
      Lineage lineage) {
    this.tables = tables;
    this.context = context;
    this.memory = RunMemory.load(context.warehouse().memory());
    this.codeAndDefinitions = codeAndDefinitions;
    this.progress = progress;
    this.lineage = lineage;
  }

  public void run(List<Step> steps) {
    for (var step : steps) {
      var origin = originOf(step);
      String inputs = inputsOf(step, origin);
      if (isUpToDate(step, inputs)) {
        continue;
      }
      long start = System.nanoTime();
      var changed = new TreeSet<String>();
      told(
          step,
          new StepRun(
              step,
              tables,
              context,
              memory,
              inputs,
              origin,
              (table, isChanged) -> {
                if (isChanged) {
                  changed.add(table.toString());
                }
              }));
      memory.save();
      progress.accept(
          "%-22s %5.1f s  %s"
              .formatted(
                  step.name(),
                  (System.nanoTime() - start) / 1e9,
                  changed.isEmpty() ? "-" : String.join(" ", changed)));
    }
  }

  private void told(Step step, StepRun run) {
    var datasets = lineage.datasets();
    var job = lineage.begin(step.name(), datasets.inputs(step, tables::version));
    try {
      step.body().run(run);
    } catch (RuntimeException | Error e) {
      job.fail(e);
      throw e;
    }
    job.complete(datasets.outputs(step, tables::version));
  }

  private boolean isUpToDate(Step step, String inputs) {
    return !step.writes().isEmpty()
        && step.writes().stream()
            .allMatch(
                table ->
                    memory
                        .of(table)
                        .filter(entry -> entry.inputs().equals(inputs))
                        .filter(entry -> tables.version(table).orElse(-1) == entry.version())
                        .isPresent());
  }

  private String inputsOf(Step step, RunMemory.Origin origin) {
    var text = new StringBuilder(origin.by()).append('\n');
    for (var table : new TreeSet<>(step.reads())) {
      text.append(table).append(' ').append(tables.version(table)).append('\n');
    }
    return Sha256.of(text.toString());
  }

  private RunMemory.Origin originOf(Step step) {
    var versions = new TreeMap<String, Long>();
    for (var table : step.reads()) {
      tables.version(table).ifPresent(version -> versions.put(table.toString(), version));
    }
    String by =
        Sha256.of(
            codeAndDefinitions + '\n' + step.name() + '\n' + step.dependsOn().describe(context));
    return new RunMemory.Origin(by, versions);
  }
}
