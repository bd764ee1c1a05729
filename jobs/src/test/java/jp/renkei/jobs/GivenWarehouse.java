package jp.renkei.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.renkei.jobs.delta.TableOverwrite;
import jp.renkei.jobs.landing.Landing;
import jp.renkei.jobs.landing.LandingFolder;
import jp.renkei.jobs.run.PipelineRun;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.Step;
import jp.renkei.jobs.run.Tables;
import org.apache.spark.sql.SparkSession;

/** A warehouse whose tables hold given rows, and what the pipeline's own steps make of them. */
public final class GivenWarehouse {
  private final WarehouseFolder folder;
  private Optional<LocalDate> asOf = Optional.empty();
  private Landing landed = Landing.EMPTY;

  public GivenWarehouse(Path folder) {
    this.folder = new WarehouseFolder(folder);
  }

  public WarehouseFolder folder() {
    return folder;
  }

  /** Makes the rows the table's content. */
  public GivenWarehouse rows(String table, String text) {
    var given = GivenRows.of(table, text);
    TableOverwrite.write(folder.table(given.table().name()), given.table(), given.rows());
    return this;
  }

  /** What lies in a landing folder now. */
  public GivenWarehouse landing(Path landing) {
    landed = LandingFolder.list(landing);
    return this;
  }

  public GivenWarehouse asOf(String date) {
    asOf = Optional.of(LocalDate.parse(date));
    return this;
  }

  /** Runs the step that makes a table and gives columns of it, a line per row. */
  public List<String> make(String table, String columns) {
    var tables = run(step -> step.name().equals(table));
    return GivenRows.lines(tables.select("select * from " + table), columns);
  }

  /** Runs the steps that are asked for, in the pipeline's order. */
  public Tables run(Predicate<Step> isAskedFor) {
    var tables = new Tables(spark(), folder);
    var clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    var context = new RunContext(folder, landed, asOf, clock, result -> {});
    new PipelineRun(tables, context, "test", line -> {})
        .run(Pipeline.steps().stream().filter(isAskedFor).toList());
    return tables;
  }

  /** The shared Spark with dates as runs have them. */
  private static SparkSession spark() {
    var session = SparkForTests.session().newSession();
    session.conf().set("spark.sql.datetime.java8API.enabled", "true");
    session.conf().set("spark.sql.adaptive.enabled", "false");
    return session;
  }
}
