package jp.renkei.jobs.gateway;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.delta.CommittedSources;
import jp.renkei.jobs.delta.DataFile;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.delta.SourceCommit;
import jp.renkei.jobs.delta.SourceId;
import jp.renkei.jobs.delta.SparkSchema;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Decides the accesses of logs anew that landing no longer holds, after rules, registers or routes
 * have changed: by what the table holds of them ({@link StoredAccess}). Where the feed.yaml is gone
 * too, everything stays as it is. A log that comes back is read again.
 */
final class PurgedLogs {
  private static final TableName LOG_FILE = TableName.of("silver.log_file");
  private static final int HEXADECIMAL_DIGITS = 32;
  private static final int MOST_TASKS = 32;

  private final Path warehouse;
  private final SharedInputs shared;
  private final FeedFolders feeds;
  private final CommittedSources accesses;

  /** What is to be decided anew, with the counts of its lines. */
  private record Stale(GatewayFile file, GatewayFileRow.Counts counts) {}

  PurgedLogs(Path warehouse, SharedInputs shared, FeedFolders feeds, CommittedSources accesses) {
    this.warehouse = warehouse;
    this.shared = shared;
    this.feeds = feeds;
    this.accesses = accesses;
  }

  /**
   * Brings the tables up to date.
   *
   * @param landed the logs that landing holds, refused ones too
   */
  void decideAnew(SparkSession spark, Set<String> landed) throws IOException {
    var stale = stale(spark, landed);
    if (!stale.isEmpty()) {
      commit(stale, decided(spark, stale));
    }
  }

  private Map<String, Stale> stale(SparkSession spark, Set<String> landed) {
    var current = new HashSet<String>();
    feeds.contexts().forEach(context -> current.addAll(List.of(context, stored(context))));
    var sources = new HashMap<String, SourceId>();
    for (String sha256 : accesses.sha256s(GatewayFile.ACCESS)) {
      var source = accesses.taken(GatewayFile.ACCESS, sha256).orElseThrow();
      if (!landed.contains(sha256)
          && !Withdrawals.isWithdrawn(source)
          && !current.contains(reading(source))) {
        sources.put(LandedFile.submissionId(sha256), source);
      }
    }
    var stale = new HashMap<String, Stale>();
    if (!sources.isEmpty()) {
      for (var row : logFiles(spark)) {
        String submissionId = row.getAs("submission_id");
        Optional.ofNullable(sources.get(submissionId))
            .flatMap(source -> planned(row, source))
            .ifPresent(file -> stale.put(submissionId, new Stale(file, counts(row))));
      }
    }
    return stale;
  }

  /** As its feed would be read today; empty where nothing says how. */
  private Optional<GatewayFile> planned(Row row, SourceId source) {
    String path = row.getAs("path");
    var gone =
        new LandedFile(
            URI.create("gone:" + source.sha256()),
            path,
            source.sha256(),
            0,
            Instant.EPOCH,
            SubmissionKind.GATEWAY);
    try {
      var file = feeds.plan(gone);
      // Rows of the members' site say nothing under the rules of an API gateway, nor the other way.
      return file.front().equals(row.<String>getAs("front"))
          ? Optional.of(file.as(row.getAs("product"), stored(file.context()) + leftOut(source)))
          : Optional.empty();
    } catch (FeedFolders.Refused e) {
      return Optional.empty();
    }
  }

  /** The context without what it says of accesses that other logs keep. */
  private static String reading(SourceId source) {
    String context = source.context();
    return context.substring(0, Math.min(context.length(), HEXADECIMAL_DIGITS));
  }

  /** What the context says of accesses that other logs keep. */
  private static String leftOut(SourceId source) {
    return source.context().substring(reading(source).length());
  }

  /** Rows decided by what is stored are not those that the log itself would give. */
  private static String stored(String context) {
    return Sha256.of("stored " + context).substring(0, HEXADECIMAL_DIGITS);
  }

  private List<Row> logFiles(SparkSession spark) {
    var snapshot = DeltaSnapshot.latest(TableFolder.of(warehouse, LOG_FILE));
    if (snapshot.isEmpty() || snapshot.get().files().isEmpty()) {
      return List.of();
    }
    return spark
        .read()
        .schema(SparkSchema.of(TableCatalog.builtIn().table(LOG_FILE)))
        .parquet(snapshot.get().files().toArray(String[]::new))
        .collectAsList();
  }

  private static GatewayFileRow.Counts counts(Row row) {
    return new GatewayFileRow.Counts(
        row.getAs("lines"), row.getAs("accepted"), row.getAs("rejected"), row.getAs("duplicates"));
  }

  private List<PurgedLogTask.Decided> decided(SparkSession spark, Map<String, Stale> stale) {
    var files = new HashMap<String, GatewayFile>();
    stale.forEach((submissionId, one) -> files.put(submissionId, one.file()));
    var paths =
        DeltaSnapshot.latest(folder(GatewayFile.ACCESS)).orElseThrow().dataFiles().stream()
            .filter(file -> files.containsKey(LandedFile.submissionId(file.sourceSha256())))
            .map(DataFile::path)
            .toArray(String[]::new);
    if (paths.length == 0) {
      return List.of();
    }
    var inputs = shared;
    // The rows of a log go to one task, in their order.
    return spark
        .read()
        .schema(SparkSchema.of(StoredAccess.TABLE))
        .parquet(paths)
        .repartition(Math.min(stale.size(), MOST_TASKS), col("submission_id"))
        .sortWithinPartitions("submission_id", "line")
        .toJavaRDD()
        .mapPartitions(rows -> new PurgedLogTask(files, inputs).decide(rows))
        .collect();
  }

  private void commit(Map<String, Stale> stale, List<PurgedLogTask.Decided> all)
      throws IOException {
    var bySubmission = new HashMap<String, PurgedLogTask.Decided>();
    all.forEach(decided -> bySubmission.put(decided.submissionId(), decided));
    var files = SourceCommit.to(folder(GatewayFile.FILES), table(GatewayFile.FILES));
    var rows = SourceCommit.to(folder(GatewayFile.ACCESS), table(GatewayFile.ACCESS));
    for (var one : stale.entrySet()) {
      var file = one.getValue().file();
      // A log of which no line was accepted has no rows.
      var decided = Optional.ofNullable(bySubmission.get(one.getKey()));
      files.add(
          file.source(GatewayFile.FILES),
          GatewayFileRow.write(
              warehouse,
              file,
              one.getValue().counts(),
              decided.map(PurgedLogTask.Decided::undecided).orElse(0L)));
      rows.add(
          file.source(GatewayFile.ACCESS),
          decided.map(made -> List.of(made.rows())).orElse(List.of()));
    }
    files.commit();
    rows.commit();
  }

  private Path folder(String name) {
    return TableFolder.of(warehouse, TableName.of(name));
  }

  private static TableDefinition table(String name) {
    return TableCatalog.builtIn().table(name);
  }
}
