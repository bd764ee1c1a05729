package jp.renkei.jobs;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import jp.renkei.jobs.gateway.GatewayFileResult;
import jp.renkei.jobs.landing.KnownHashes;
import jp.renkei.jobs.landing.LandingFolder;
import jp.renkei.jobs.release.KeptDecisions;
import jp.renkei.jobs.release.ReleaseBuilding;
import jp.renkei.jobs.run.Lineage;
import jp.renkei.jobs.run.PipelineRun;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.Tables;
import jp.renkei.jobs.silver.SubmissionSteps;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.SparkSession;

/** One run: new submissions become tables, and, where they say anything new, a draft release. */
public final class Run {
  /**
   * What a run came to.
   *
   * @param release the new draft; empty when nothing was new
   * @param leftOut companies that the last published release, or before the first publication the
   *     newest one, had in its registers and this run has not
   * @param logs what is odd about the logs, and which figures of periods that were over moved
   */
  public record Outcome(
      Optional<Release> release,
      LocalDate asOf,
      Refusals refusals,
      List<String> leftOut,
      LogNotices logs) {
    public Outcome {
      leftOut = List.copyOf(leftOut);
    }
  }

  private Run() {}

  /**
   * Runs.
   *
   * @param givenAsOf the as-of date, where the default is not wanted
   * @throws DataProblemException when landing holds nothing that a release could be made of
   */
  public static Outcome run(
      SparkSession spark,
      Path landing,
      Path warehouseFolder,
      Optional<LocalDate> givenAsOf,
      Clock clock,
      Consumer<String> progress) {
    var warehouse = new WarehouseFolder(warehouseFolder);
    var landed = LandingFolder.list(landing, KnownHashes.in(warehouse.landingHashes()));
    try (var lease = Lease.take(warehouse)) {
      var logs = new LogProgress(progress);
      var context = new RunContext(warehouse, landed, givenAsOf, clock, logs::done);
      var tables = new Tables(spark, warehouse);
      var newest = warehouse.releases().newest();
      var lineage = Lineage.to(warehouse.runs(), clock, CodeVersion.commit());
      var whole = lineage.begin();
      try {
        new PipelineRun(
                tables, context, CodeVersion.code() + CodeVersion.definitions(), progress, lineage)
            .run(Pipeline.steps());
      } catch (DataProblemException problem) {
        whole.fail(problem);
        throw new DataProblemException(problem.getMessage() + refusals(tables, newest).japanese());
      } catch (RuntimeException | Error e) {
        whole.fail(e);
        throw e;
      }
      var refusals = refusals(tables, newest);
      var asOf = context.asOf();
      var leftOut =
          warehouse
              .releases()
              .newestPublished()
              .or(() -> newest)
              .map(release -> CompaniesLeftOut.since(release, tables))
              .orElseGet(List::of);
      var release =
          released(
              tables,
              lineage,
              whole,
              new ReleaseBuilding(warehouse, clock, progress, KeptDecisions.in(landing)),
              asOf);
      var logNotices = LogNotices.read(tables, newest.map(Release::id));
      return new Outcome(release, asOf, refusals, leftOut, logNotices);
    }
  }

  /** Checks with DuckDB and makes the release, which reads every table. */
  private static Optional<Release> released(
      Tables tables, Lineage lineage, Lineage.Job whole, ReleaseBuilding building, LocalDate asOf) {
    var datasets = lineage.datasets();
    var all = TableCatalog.builtIn().all().stream().map(table -> table.name()).toList();
    var job = lineage.begin("release", datasets.tables(all, tables::version, false));
    try {
      var release = building.build(asOf);
      job.complete(release.map(one -> datasets.named("releases/" + one.id())).stream().toList());
      whole.complete(List.of());
      return release;
    } catch (RuntimeException | Error e) {
      job.fail(e);
      whole.fail(e);
      throw e;
    }
  }

  private static Refusals refusals(Tables tables, Optional<Release> newest) {
    return Refusals.read(
        tables,
        newest
            .map(release -> versionIn(release, SubmissionSteps.REJECTED))
            .orElseGet(OptionalLong::empty));
  }

  /** The version of a table that a release pins. */
  static OptionalLong versionIn(Release release, TableName table) {
    Long version = release.manifest().tableVersions().get(table.toString());
    return version == null ? OptionalLong.empty() : OptionalLong.of(version);
  }

  /** Tells now and then how many log files are done. */
  private static final class LogProgress {
    private static final int STEP = 50;
    private final Consumer<String> progress;
    private long files;
    private long lines;

    LogProgress(Consumer<String> progress) {
      this.progress = progress;
    }

    void done(GatewayFileResult result) {
      if (result.state() != GatewayFileResult.State.TAKEN) {
        return;
      }
      files++;
      lines += result.lines();
      if (files % STEP == 0) {
        progress.accept("  %d log files, %,d lines".formatted(files, lines));
      }
    }
  }
}
