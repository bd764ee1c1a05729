package jp.renkei.jobs;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.renkei.jobs.gold.GoldSteps;
import jp.renkei.jobs.run.Step;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableName;

/** Makes steps, so that a list of them reads as what each needs and gives. */
final class Steps {
  private Steps() {}

  static Step gold(TableName table, Set<TableName> reads, BiConsumer<StepRun, TableName> body) {
    return step(table.toString(), reads, writes(table), run -> body.accept(run, table));
  }

  static Step goldAsOf(TableName table, Set<TableName> reads) {
    return step(
        table.toString(),
        reads,
        writes(table),
        GoldSteps::asOf,
        run -> GoldSteps.asOfDate(run, table));
  }

  static Step step(String name, Set<TableName> reads, Set<TableName> writes, Step.Body body) {
    return step(name, reads, writes, context -> "", body);
  }

  static Step step(
      String name,
      Set<TableName> reads,
      Set<TableName> writes,
      Step.DependsOn dependsOn,
      Step.Body body) {
    return new Step(name, reads, writes, dependsOn, body);
  }

  /** A step that finds out by itself what is new. */
  static Step always(String name, Set<TableName> reads, Set<TableName> writes, Step.Body body) {
    return new Step(name, reads, writes, context -> "", body);
  }

  static Set<TableName> reads(TableName... tables) {
    return Set.copyOf(Arrays.asList(tables));
  }

  static Set<TableName> writes(TableName... tables) {
    return Set.copyOf(Arrays.asList(tables));
  }

  static TableName table(String name) {
    return TableName.of(name);
  }
}
