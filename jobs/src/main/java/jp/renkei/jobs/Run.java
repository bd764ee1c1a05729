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
import jp.renkei.jobs.release.ReleaseBuilding;
import jp.renkei.jobs.run.PipelineRun;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.Tables;
import jp.renkei.jobs.silver.SubmissionSteps;
import jp.renkei.warehouse.release.Release;
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
      try {
        new PipelineRun(tables, context, CodeVersion.code() + CodeVersion.definitions(), progress)
            .run(Pipeline.steps());
      } catch (DataProblemException problem) {
        throw new DataProblemException(problem.getMessage() + refusals(tables, newest).japanese());
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
      var release = new ReleaseBuilding(warehouse, clock, progress).build(asOf);
      var logNotices = LogNotices.read(tables, newest.map(Release::id));
      return new Outcome(release, asOf, refusals, leftOut, logNotices);
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
