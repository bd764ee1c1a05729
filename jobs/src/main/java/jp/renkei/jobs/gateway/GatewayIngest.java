package jp.renkei.jobs.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.renkei.jobs.delta.CommittedSources;
import jp.renkei.jobs.delta.SourceCommit;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.gateway.FileProblem.Code;
import jp.renkei.jobs.gateway.GatewayFileResult.State;
import jp.renkei.jobs.gateway.TaskOutcome.End;
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
 *
 * <p>A log that lies in landing and is refused leaves the tables ({@link Withdrawals}); one that
 * landing no longer holds stays.
 */
public final class GatewayIngest {
  /** Files committed together: a kill costs the work on so many at most. */
  private static final int FILES_PER_COMMIT = 64;

  private final Path warehouse;
  private final SharedInputs shared;
  private final CommittedSources accesses;
  private final CommittedSources rejects;
  private final Withdrawals withdrawals;

  private GatewayIngest(Path warehouse, SharedInputs shared) {
    this.warehouse = warehouse;
    this.shared = shared;
    this.accesses = CommittedSources.of(folder(GatewayFile.ACCESS));
    this.rejects = CommittedSources.of(folder(GatewayFile.REJECTED));
    this.withdrawals = new Withdrawals(warehouse);
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
    var planned = new HashMap<String, GatewayFile>();
    var pending = ingest.plan(files, planned, certain);
    ingest.createTables();
    ingest.withdrawals.ofAll(
        files.stream()
            .map(LandedFile::sha256)
            .filter(sha256 -> !planned.containsKey(sha256))
            .collect(Collectors.toSet()));
    ingest.forgetMendedArchives(files);
    for (int start = 0; start < pending.size(); start += FILES_PER_COMMIT) {
      int end = Math.min(start + FILES_PER_COMMIT, pending.size());
      ingest.read(spark, pending.subList(start, end)).forEach(certain);
    }
    results.sort(Comparator.comparing(result -> result.file().path()));
    return List.copyOf(results);
  }

  /** Of a damaged archive nothing was taken, so that nothing is left of it when it is replaced. */
  private void forgetMendedArchives(List<LandedFile> files) {
    var gone = new HashSet<>(rejects.sha256s(GatewayFile.DAMAGED));
    files.forEach(file -> gone.remove(file.sha256()));
    withdrawals.of(gone, GatewayFile.DAMAGED);
  }

  /**
   * Tells what is to be read.
   *
   * @param plannedBySha256 takes every file that is not refused
   */
  private List<GatewayFile> plan(
      List<LandedFile> files,
      Map<String, GatewayFile> plannedBySha256,
      Consumer<GatewayFileResult> certain) {
    var feeds = new FeedFolders(files, shared.registers(), new AccessContext(shared));
    var pending = new ArrayList<GatewayFile>();
    var logs =
        files.stream()
            .filter(file -> file.kind() == SubmissionKind.GATEWAY)
            .sorted(Comparator.comparing(LandedFile::path))
            .toList();
    for (var log : logs) {
      try {
        var planned = feeds.plan(log);
        var same = plannedBySha256.putIfAbsent(log.sha256(), planned);
        if (same != null) {
          certain.accept(GatewayFileResult.refused(log, sameContent(log, same.file().path())));
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
    withdrawals.ofAll(sha256s(outcomes, End.UNREADABLE));
    withdrawals.of(
        sha256s(outcomes, End.DAMAGED),
        GatewayFile.ACCESS,
        GatewayFile.FILES,
        GatewayFile.REJECTED);
    withdrawals.of(sha256s(outcomes, End.WHOLE), GatewayFile.DAMAGED);
    Map<String, SourceCommit> commits = new HashMap<>();
    for (var name : List.of(GatewayFile.REJECTED, GatewayFile.FILES, GatewayFile.ACCESS)) {
      commits.put(name, SourceCommit.to(folder(name), TableCatalog.builtIn().table(name)));
    }
    for (var outcome : outcomes) {
      var file = outcome.file();
      if (outcome.end() == End.DAMAGED) {
        commits
            .get(GatewayFile.REJECTED)
            .add(file.source(GatewayFile.DAMAGED), outcome.rejectedFiles());
      } else if (outcome.end() == End.WHOLE) {
        commits
            .get(GatewayFile.REJECTED)
            .add(file.source(GatewayFile.REJECTED), outcome.rejectedFiles());
        commits.get(GatewayFile.FILES).add(file.source(GatewayFile.FILES), outcome.summaryFiles());
        commits.get(GatewayFile.ACCESS).add(file.source(GatewayFile.ACCESS), outcome.accessFiles());
      }
    }
    commits.get(GatewayFile.REJECTED).commit();
    commits.get(GatewayFile.FILES).commit();
    commits.get(GatewayFile.ACCESS).commit();
  }

  private static Set<String> sha256s(List<TaskOutcome> outcomes, End end) {
    return outcomes.stream()
        .filter(outcome -> outcome.end() == end)
        .map(outcome -> outcome.file().file().sha256())
        .collect(Collectors.toSet());
  }

  private static GatewayFileResult result(TaskOutcome outcome) {
    var file = outcome.file().file();
    return switch (outcome.end()) {
      case WHOLE ->
          new GatewayFileResult(
              file,
              State.TAKEN,
              outcome.lines(),
              outcome.accepted(),
              outcome.rejected(),
              outcome.duplicates(),
              List.of());
      case DAMAGED -> GatewayFileResult.refused(file, damaged(file.path()));
      case UNREADABLE -> GatewayFileResult.refused(file, unreadable(file, "開けない、又は読めないファイル"));
      case CHANGED -> GatewayFileResult.refused(file, changed(file));
      case GONE -> GatewayFileResult.refused(file, unreadable(file, "実行中に移動又は削除されたファイル"));
    };
  }

  private static FileProblem unreadable(LandedFile log, String found) {
    return new FileProblem(
        log.path(),
        Code.UNREADABLE,
        found,
        "読めるファイル",
        "所有者と権限を確認して、もう一度 run を実行してください。このファイルからは1行も取り込んでいません。");
  }

  private static FileProblem changed(LandedFile log) {
    return new FileProblem(
        log.path(),
        Code.CHANGED_WHILE_READ,
        "読み取りの途中で書き換えられた内容",
        "書き込みの終わったファイル",
        "このファイルからは何も取り込んでいません。書き込みが終わってから、もう一度 run を実行してください。");
  }

  static FileProblem damaged(String path) {
    return new FileProblem(
        path, Code.DAMAGED_ARCHIVE, "途中で壊れた .gz", "最後まで読める .gz", FileProblem.REMEDY_OF_ARCHIVE);
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
