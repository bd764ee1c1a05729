package jp.renkei.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.landing.Landing;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A step gets what it declared and no more. No Spark is there: what is refused is refused before it
 * is asked for.
 */
class StepRunTest {
  private static final TableName SUCCESSION = TableName.of("silver.succession");
  private static final TableName ISSUER = TableName.of("silver.issuer");
  @TempDir Path folder;

  private void run(Step.Body body) {
    run(context -> "", body);
  }

  private void run(Step.DependsOn dependsOn, Step.Body body) {
    var warehouse = new WarehouseFolder(folder);
    var context =
        new RunContext(warehouse, Landing.EMPTY, Optional.empty(), Clock.systemUTC(), result -> {});
    new PipelineRun(new Tables(null, warehouse), context, "code", line -> {})
        .run(List.of(new Step("trial", Set.of(ISSUER), Set.of(SUCCESSION), dependsOn, body)));
  }

  @Test
  void refusesToReadWhatIsNotDeclared() {
    assertThatThrownBy(() -> run(step -> step.read(SUCCESSION)))
        .hasMessage("Cannot read silver.succession: step 'trial' does not declare it.");
  }

  @Test
  void refusesSqlOverWhatIsNotDeclared() {
    String sql = "select * from silver.issuer join gold.adoption using (issuer_id)";
    assertThatThrownBy(() -> run(step -> step.sql(sql, Map.of())))
        .hasMessage("Cannot read gold.adoption: step 'trial' does not declare it.");
    assertThatThrownBy(() -> run(step -> step.engine().select(sql)))
        .hasMessage("Cannot read gold.adoption: step 'trial' does not declare it.");
  }

  @Test
  void refusesToWriteWhatIsNotDeclared() {
    assertThatThrownBy(() -> run(step -> step.write(ISSUER, List.of())))
        .hasMessage("Cannot write silver.issuer: step 'trial' does not declare it.");
    assertThatThrownBy(() -> run(step -> step.upToDate(ISSUER)))
        .hasMessage("Cannot write silver.issuer: step 'trial' does not declare it.");
  }

  @Test
  void makesNoNewVersionOfEqualRowsInAnotherOrder() {
    List<Object> first = List.of("I1", "I2", "MERGER", java.time.LocalDate.of(2026, 4, 1));
    List<Object> second = List.of("I3", "I4", "RENAME", java.time.LocalDate.of(2026, 4, 1));
    run(context -> "one", step -> step.write(SUCCESSION, List.of(first, second)));
    var before = version();
    run(context -> "two", step -> step.write(SUCCESSION, List.of(second, first)));
    assertThat(version()).isEqualTo(before);
    run(context -> "three", step -> step.write(SUCCESSION, List.of(second)));
    assertThat(version()).isGreaterThan(before);
  }

  @Test
  void passesAStepOverWhoseInputsAreWhatTheyWere() {
    run(step -> step.write(SUCCESSION, List.of()));
    run(
        step -> {
          throw new IllegalStateException("ran again");
        });
    assertThatThrownBy(
            () ->
                run(
                    context -> "something else",
                    step -> {
                      throw new IllegalStateException("ran again");
                    }))
        .hasMessage("ran again");
  }

  private long version() {
    return DeltaSnapshot.latestVersion(folder.resolve("silver/succession")).orElseThrow();
  }
}
