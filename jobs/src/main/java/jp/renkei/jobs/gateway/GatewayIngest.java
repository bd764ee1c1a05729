package jp.renkei.jobs.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.renkei.jobs.delta.CommittedSources;
import jp.renkei.jobs.delta.SourceCommit;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.gateway.FileProblem.Code;
import jp.renkei.jobs.gateway.GatewayFileResult.State;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Takes gateway logs into {@code silver.access}, {@code bronze.rejected_line} and {@code
 * bronze.gateway_file}: one Spark task per file reads, checks and writes Parquet; the driver
 * commits.
 *
 * <p>Commits go to rejected_line, then gateway_file, then access, and only what access holds counts
 * as taken. A program killed in between leaves the file open: the next run reads it again, makes
 * the same rows (they depend on bytes and context only), and the tables that hold the source
 * already pass it over. So every source ends up in each table once, whenever the kill came.
 */
public final class GatewayIngest {
  /** Files committed together: a kill costs the work on so many at most. */
  private static final int FILES_PER_COMMIT = 64;

  private final Path warehouse;
  private final SharedInputs shared;
  private final CommittedSources accesses;
  private final CommittedSources rejects;

  private GatewayIngest(Path warehouse, SharedInputs shared) {
    this.warehouse = warehouse;
    this.shared = shared;
    this.accesses = CommittedSources.of(folder(GatewayFile.ACCESS));
    this.rejects = CommittedSources.of(folder(GatewayFile.REJECTED));
  }

  /**
   * Takes every log file whose rows do not stand in the tables under today's context.
   *
   * @param files the GATEWAY and FEED files of landing; others are passed over
   * @param progress told every result as soon as it is certain
   * @return one result per log file, in the order of paths
   */
  public static List<GatewayFileResult> ingest(
      SparkSession spark,
      Path warehouse,
      List<LandedFile> files,
      AccessRegisters registers,
      PseudonymKey key,
      Consumer<GatewayFileResult> progress) {
    var rules = Definitions.read("definitions/rules", ".yaml");
    var shared =
        new SharedInputs(
            warehouse.toAbsolutePath().toString(),
            registers,
            key,
            rules.get("access-classification.yaml"),
            rules.get("user-agents.yaml"));
    var ingest = new GatewayIngest(warehouse, shared);
    var results = new ArrayList<GatewayFileResult>();
    Consumer<GatewayFileResult> certain =
        result -> {
          results.add(result);
          progress.accept(result);
        };
    var pending = ingest.plan(files, certain);
    ingest.createTables();
    for (int start = 0; start < pending.size(); start += FILES_PER_COMMIT) {
      int end = Math.min(start + FILES_PER_COMMIT, pending.size());
      ingest.read(spark, pending.subList(start, end)).forEach(certain);
    }
    results.sort(Comparator.comparing(result -> result.file().path()));
    return List.copyOf(results);
  }

  private List<GatewayFile> plan(List<LandedFile> files, Consumer<GatewayFileResult> certain) {
    var feeds = new FeedFolders(files, shared.registers(), new AccessContext(shared));
    var pending = new ArrayList<GatewayFile>();
    var pathBySha = new HashMap<String, String>();
    var logs =
        files.stream()
            .filter(file -> file.kind() == SubmissionKind.GATEWAY)
            .sorted(Comparator.comparing(LandedFile::path))
            .toList();
    for (var log : logs) {
      try {
        var planned = feeds.plan(log);
        String samePath = pathBySha.putIfAbsent(log.sha256(), log.path());
        if (samePath != null) {
          certain.accept(GatewayFileResult.refused(log, sameContent(log, samePath)));
        } else if (rejects.holds(planned.source(GatewayFile.DAMAGED))) {
          certain.accept(GatewayFileResult.refused(log, damaged(log.path())));
        } else if (accesses.holds(planned.source(GatewayFile.ACCESS))) {
          certain.accept(GatewayFileResult.unchanged(log));
        } else {
          pending.add(planned);
        }
      } catch (FeedFolders.Refused e) {
        certain.accept(GatewayFileResult.refused(log, e.problem()));
      }
    }
    return pending;
  }

  /** Downstream reads the tables also when no issuer hands over logs. */
  private void createTables() {
    for (var name : List.of(GatewayFile.REJECTED, GatewayFile.FILES, GatewayFile.ACCESS)) {
      SourceCommit.createIfMissing(folder(name), TableCatalog.builtIn().table(name));
    }
  }

  private List<GatewayFileResult> read(SparkSession spark, List<GatewayFile> files) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var broadcast = context.broadcast(shared);
    List<TaskOutcome> outcomes;
    try {
      // The largest first, so that no core waits for one that began late.
      var largestFirst =
          files.stream()
              .sorted(
                  Comparator.comparingLong((GatewayFile file) -> file.file().sizeBytes())
                      .reversed())
              .toList();
      outcomes =
          context
              .parallelize(largestFirst, largestFirst.size())
              .map(file -> GatewayTask.run(file, broadcast.value()))
              .collect();
    } finally {
      broadcast.destroy();
    }
    commit(outcomes);
    return outcomes.stream().map(GatewayIngest::result).toList();
  }

  private void commit(List<TaskOutcome> outcomes) {
    Map<String, SourceCommit> commits = new HashMap<>();
    for (var name : List.of(GatewayFile.REJECTED, GatewayFile.FILES, GatewayFile.ACCESS)) {
      commits.put(name, SourceCommit.to(folder(name), TableCatalog.builtIn().table(name)));
    }
    for (var outcome : outcomes) {
      var file = outcome.file();
      commits
          .get(GatewayFile.REJECTED)
          .add(
              file.source(outcome.isDamaged() ? GatewayFile.DAMAGED : GatewayFile.REJECTED),
              outcome.rejectedFiles());
      if (!outcome.isDamaged()) {
        commits.get(GatewayFile.FILES).add(file.source(GatewayFile.FILES), outcome.summaryFiles());
        commits.get(GatewayFile.ACCESS).add(file.source(GatewayFile.ACCESS), outcome.accessFiles());
      }
    }
    commits.get(GatewayFile.REJECTED).commit();
    commits.get(GatewayFile.FILES).commit();
    commits.get(GatewayFile.ACCESS).commit();
  }

  private static GatewayFileResult result(TaskOutcome outcome) {
    var file = outcome.file().file();
    return outcome.isDamaged()
        ? GatewayFileResult.refused(file, damaged(file.path()))
        : new GatewayFileResult(
            file,
            State.TAKEN,
            outcome.lines(),
            outcome.accepted(),
            outcome.rejected(),
            outcome.duplicates(),
            List.of());
  }

  static FileProblem damaged(String path) {
    return new FileProblem(
        path,
        Code.DAMAGED_ARCHIVE,
        "途中で壊れた .gz",
        "最後まで読める .gz",
        "圧縮し直したファイルを置いてください。このファイルからは1行も取り込んでいません。");
  }

  private static FileProblem sameContent(LandedFile log, String path) {
    return new FileProblem(
        log.path(),
        Code.SAME_CONTENT,
        path + " と同じ内容",
        "まだ届いていない内容",
        "同じ内容は1回だけ数えます。置き間違いでなければ、何もする必要はありません。");
  }

  private Path folder(String tableName) {
    return TableFolder.of(warehouse, TableName.of(tableName));
  }
}
