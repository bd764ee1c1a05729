package jp.renkei.jobs.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.renkei.jobs.Pipeline;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.landing.Landing;
import jp.renkei.jobs.run.PipelineRun;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.Sessions;
import jp.renkei.jobs.run.Step;
import jp.renkei.jobs.run.Tables;
import jp.renkei.jobs.silver.UserHours;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * What {@code jobs/bench/distinct-users} measures with: stores keys of users as logs would have
 * left them, then counts them by the pipeline's own steps.
 */
@Command(
    name = "count-users",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Stores keys of users, counts them by the pipeline's steps, checks the counts.",
    footer = {"", "Example: ./renkei bench count-users --keys 1000000 target/users"})
final class DistinctUsersCommand implements Callable<Integer> {
  private static final int ISSUERS = 40;
  private static final double NANOS = 1e9;

  @Spec CommandSpec spec;

  @Option(
      names = "--keys",
      paramLabel = "N",
      defaultValue = "20000000",
      description = "Keys of issuer, agent, user and month (default: ${DEFAULT-VALUE}).")
  long keys;

  @Parameters(paramLabel = "DIR", description = "A folder for the warehouse.")
  Path folder;

  @Override
  public Integer call() throws IOException {
    var warehouse = new WarehouseFolder(folder);
    try (var spark = Sessions.open("local[*]")) {
      var tables = new Tables(spark, warehouse);
      double storing = seconds(tables, warehouse, List.of(storing(spark)));
      double counting =
          seconds(
              tables,
              warehouse,
              Pipeline.steps().stream()
                  .filter(step -> step.reads().equals(Set.of(UserHours.TABLE)))
                  .toList());
      long byAgent = sum(tables, "gold.fetch_month");
      long byIssuer = sum(tables, "gold.issuer_month_users");
      spec.commandLine().getOut().printf("%d %d %.1f %.1f%n", byAgent, byIssuer, storing, counting);
      // Every user has two agents, so that an issuer has half as many users as keys.
      return byAgent == keys && byIssuer == keys / 2 ? 0 : 1;
    }
  }

  private static double seconds(Tables tables, WarehouseFolder warehouse, List<Step> steps) {
    var context =
        new RunContext(warehouse, Landing.EMPTY, Optional.empty(), Clock.systemUTC(), result -> {});
    long start = System.nanoTime();
    new PipelineRun(tables, context, "bench", line -> {}).run(steps);
    return (System.nanoTime() - start) / NANOS;
  }

  private Step storing(SparkSession spark) {
    return new Step(
        "keys",
        Set.of(),
        Set.of(UserHours.TABLE),
        context -> "",
        run ->
            run.replaceFiles(
                UserHours.TABLE,
                spark
                    .range(keys)
                    .selectExpr(
                        "date '2026-01-01' as month",
                        "concat('ISS', (id div 2) % " + ISSUERS + ") as issuer_id",
                        "concat('AGT', id % 2) as agent_id",
                        "md5(cast(id div 2 as string)) as user_hash",
                        "timestamp '2026-01-05 09:00:00' as hour_at"),
                run.files(UserHours.TABLE)));
  }

  private static long sum(Tables tables, String table) {
    return (Long) tables.select("select sum(users) as users from " + table).get(0).get("users");
  }
}
