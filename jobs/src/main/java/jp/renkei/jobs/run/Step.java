package jp.renkei.jobs.run;

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
 */
public record Step(
    String name, Set<TableName> reads, Set<TableName> writes, DependsOn dependsOn, Body body) {

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
  }
}
