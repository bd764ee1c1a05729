package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.renkei.jobs.delta.CommittedSources;
import jp.renkei.jobs.delta.SourceCommit;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.delta.WrittenFile;
import jp.renkei.jobs.gateway.GatewayFileResult.State;
import jp.renkei.jobs.gateway.TaskOutcome.End;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
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
  private final long largestPart;
  private final CommittedSources accesses;
  private final CommittedSources rejects;
  private final Withdrawals withdrawals;

  private GatewayIngest(Path warehouse, SharedInputs shared, long largestPart) {
    this.warehouse = warehouse;
    this.shared = shared;
    this.largestPart = largestPart;
    this.accesses = CommittedSources.of(folder(GatewayFile.ACCESS));
    this.rejects = CommittedSources.of(folder(GatewayFile.REJECTED));
    this.withdrawals = new Withdrawals(warehouse);
  }

  /**
   * Takes every log file whose rows do not stand in the tables under today's context.
   *
   * @param files the GATEWAY and FEED files of landing; others are passed over
   * @param progress told every result as soon as it is certain; of a log that gives lines up to
   *     another, or gets them back, two
   * @return one result per log file, in the order of paths
   */
  public static List<GatewayFileResult> ingest(
      SparkSession spark,
      Path warehouse,
      List<LandedFile> files,
      AccessRegisters registers,
      PseudonymKey key,
      Consumer<GatewayFileResult> progress) {
    return ingest(spark, warehouse, files, registers, key, LogPart.LARGEST, progress);
  }

  /** The same, with files larger than so many bytes read by several tasks. */
  static List<GatewayFileResult> ingest(
      SparkSession spark,
      Path warehouse,
      List<LandedFile> files,
      AccessRegisters registers,
      PseudonymKey key,
      long largestPart,
      Consumer<GatewayFileResult> progress) {
    var shared = SharedInputs.of(warehouse.toAbsolutePath().toString(), registers, key);
    var ingest = new GatewayIngest(warehouse, shared, largestPart);
    // A log that gives lines up, or gets them back, was unchanged before.
    var results = new TreeMap<String, GatewayFileResult>();
    Consumer<GatewayFileResult> certain =
        result -> {
          results.put(result.file().path(), result);
          progress.accept(result);
        };
    var planned = new HashMap<String, GatewayFile>();
    var feeds = new FeedFolders(files, shared.registers(), new AccessContext(shared));
    var pending = ingest.plan(files, feeds, planned, certain);
    ingest.createTables();
    ingest.withdrawals.ofAll(
        files.stream()
            .map(LandedFile::sha256)
            .filter(sha256 -> !planned.containsKey(sha256))
            .collect(Collectors.toSet()));
    ingest.forgetMendedArchives(files);
    for (int start = 0; start < pending.size(); start += FILES_PER_COMMIT) {
      int end = Math.min(start + FILES_PER_COMMIT, pending.size());
      ingest.read(spark, pending.subList(start, end), planned).forEach(certain);
    }
    // What was withdrawn may have held lines of others.
    ingest.read(spark, List.of(), planned).forEach(certain);
    ingest.decidePurgedAnew(spark, files, feeds);
    return List.copyOf(results.values());
  }

  private void decidePurgedAnew(SparkSession spark, List<LandedFile> files, FeedFolders feeds) {
    var landed = files.stream().map(LandedFile::sha256).collect(Collectors.toSet());
    var purged = new PurgedLogs(warehouse, shared, feeds, accesses);
    try {
      purged.decideAnew(spark, landed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      FeedFolders feeds,
      Map<String, GatewayFile> plannedBySha256,
      Consumer<GatewayFileResult> certain) {
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
          certain.accept(
              GatewayFileResult.refused(log, LogProblems.sameContent(log, same.file().path())));
        } else if (rejects.holds(planned.source(GatewayFile.DAMAGED))) {
          certain.accept(GatewayFileResult.refused(log, LogProblems.damaged(log.path())));
        } else if (accesses
            .taken(GatewayFile.ACCESS, log.sha256())
            .filter(source -> planned.isReadingOf(source.context()))
            .isPresent()) {
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

  private List<GatewayFileResult> read(
      SparkSession spark, List<GatewayFile> files, Map<String, GatewayFile> landed) {
    var duplicates =
        new DuplicatesAcrossFiles(
            shared.warehouse(), landed, CommittedSources.of(folder(GatewayFile.ACCESS)));
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    try {
      var outcomes = new BatchReading(context, shared, largestPart).read(files, duplicates);
      commit(outcomes);
      return outcomes.stream().map(GatewayIngest::result).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit(List<TaskOutcome> outcomes) throws IOException {
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
        commits.get(GatewayFile.FILES).add(file.source(GatewayFile.FILES), summary(outcome));
        commits.get(GatewayFile.ACCESS).add(file.source(GatewayFile.ACCESS), outcome.accessFiles());
      }
    }
    commits.get(GatewayFile.REJECTED).commit();
    commits.get(GatewayFile.FILES).commit();
    commits.get(GatewayFile.ACCESS).commit();
  }

  private WrittenFile summary(TaskOutcome outcome) throws IOException {
    var counts =
        new GatewayFileRow.Counts(
            outcome.lines(), outcome.accepted(), outcome.rejected(), outcome.duplicates());
    return GatewayFileRow.write(warehouse, outcome.file(), counts, 0);
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
      case DAMAGED -> GatewayFileResult.refused(file, LogProblems.damaged(file.path()));
      case UNREADABLE ->
          GatewayFileResult.refused(file, LogProblems.unreadable(file, "開けない、又は読めないファイル"));
      case CHANGED -> GatewayFileResult.refused(file, LogProblems.changed(file));
      case GONE ->
          GatewayFileResult.refused(file, LogProblems.unreadable(file, "実行中に移動又は削除されたファイル"));
    };
  }

  private Path folder(String tableName) {
    return TableFolder.of(warehouse, TableName.of(tableName));
  }
}
