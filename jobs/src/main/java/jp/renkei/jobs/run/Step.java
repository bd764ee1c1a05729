package jp.renkei.jobs.run;

import java.util.EnumSet;
import java.util.Set;
import jp.renkei.warehouse.table.TableName;

/**
 * One step of the pipeline.
 *
 * @param name what it makes, for progress and messages
 * @param reads the tables it may read
 * @param writes the tables it alone writes
 * @param dependsOn what else decides its result, beside the tables it reads, the definitions and
 *     the code; as a text that changes when it does
 * @param origins what it reads beside tables
 */
public record Step(
    String name,
    Set<TableName> reads,
    Set<TableName> writes,
    DependsOn dependsOn,
    Body body,
    Set<Origin> origins) {

  /** Names what else a step's result depends on. */
  @FunctionalInterface
  public interface DependsOn {
    String describe(RunContext context);
  }

  /** What the step does. */
  @FunctionalInterface
  public interface Body {
    void run(StepRun run);
  }

  public Step {
    reads = Set.copyOf(reads);
    writes = Set.copyOf(writes);
    origins = Set.copyOf(origins);
  }

  /** A step that takes bronze from landing, and without any table to read from definitions. */
  public Step(
      String name, Set<TableName> reads, Set<TableName> writes, DependsOn dependsOn, Body body) {
    this(name, reads, writes, dependsOn, body, originsOf(reads, writes));
  }

  private static Set<Origin> originsOf(Set<TableName> reads, Set<TableName> writes) {
    if (writes.stream().anyMatch(table -> table.layer().equals("bronze"))) {
      return EnumSet.of(Origin.LANDING);
    }
    return reads.isEmpty() ? EnumSet.of(Origin.DEFINITIONS) : EnumSet.noneOf(Origin.class);
  }

  /** The same step, which takes this from there and nowhere else beside its tables. */
  public Step from(Origin origin) {
    return new Step(name, reads, writes, dependsOn, body, Set.of(origin));
  }
}
