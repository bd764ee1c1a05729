package jp.renkei.jobs.bronze;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.delta.CommittedSources;
import jp.renkei.jobs.delta.SourceCommit;
import jp.renkei.jobs.delta.SourceId;
import jp.renkei.jobs.delta.TableParquetFile;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.surveys.Problem;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * Takes landed files into bronze, each exactly once: a row per file, and for the text files and
 * forms (all but gateway logs) a row per line or answer cell and a row per problem of reading it.
 * What a table holds already is known by the file's transaction in it, table by table, so that a
 * run killed between two commits is made good by the next.
 */
public final class ReceiveFiles {
  public static final TableName SUBMISSION = TableName.of("bronze.submission");
  public static final TableName RECEIVED_ROW = TableName.of("bronze.received_row");
  public static final TableName REFUSED_ROW = TableName.of("bronze.refused_row");

  /** The same bytes may lie in several places, and count by the one that says what they are. */
  private static final Comparator<LandedFile> KNOWN_PLACES_FIRST =
      Comparator.comparing((LandedFile file) -> file.kind() == SubmissionKind.UNKNOWN)
          .thenComparing(LandedFile::path);

  private static final int MOST_READERS = 4;

  private final WarehouseFolder warehouse;
  private final Clock clock;

  public ReceiveFiles(WarehouseFolder warehouse, Clock clock) {
    this.warehouse = warehouse;
    this.clock = clock;
  }

  /**
   * Takes in what is new.
   *
   * @return a problem per file that could not be read, or was written while it was read; nothing of
   *     it is kept, so that the next run meets it as new
   */
  public List<Problem> receive(List<LandedFile> landed) {
    var bySha = new TreeMap<String, LandedFile>();
    landed.stream()
        .sorted(KNOWN_PLACES_FIRST)
        .forEach(file -> bySha.putIfAbsent(file.sha256(), file));
    var texts = new TreeMap<>(bySha);
    texts.values().removeIf(file -> !isText(file));
    var rows = pending(RECEIVED_ROW, texts);
    var refusals = pending(REFUSED_ROW, texts);
    var submissions = pending(SUBMISSION, bySha);
    var toRead = new TreeMap<String, LandedFile>();
    rows.values().forEach(file -> toRead.put(file.sha256(), file));
    refusals.values().forEach(file -> toRead.put(file.sha256(), file));
    var read = new ConcurrentHashMap<String, ReceivedFile>();
    var problems = new ConcurrentSkipListMap<String, Problem>();
    inParallel(
        toRead.values(),
        file -> {
          try {
            read.put(file.sha256(), ReceivedFile.read(file));
          } catch (NotTakenException e) {
            problems.put(file.sha256(), e.problem());
          }
        });
    List.of(rows, refusals, submissions)
        .forEach(files -> files.values().removeIf(file -> problems.containsKey(file.sha256())));
    take(RECEIVED_ROW, rows, (file, out) -> writeRows(read.get(file.sha256()), out));
    take(REFUSED_ROW, refusals, (file, out) -> writeProblems(read.get(file.sha256()), out));
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    take(
        SUBMISSION,
        submissions,
        (file, out) ->
            out.write(
                file.submissionId(),
                file.sha256(),
                file.kind().name(),
                file.path(),
                file.sizeBytes(),
                now));
    return List.copyOf(problems.values());
  }

  /** Few at a time, however many cores there are: a workbook may need a hundred megabytes. */
  private static void inParallel(Collection<LandedFile> files, Consumer<LandedFile> read) {
    var readers =
        Executors.newFixedThreadPool(
            Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors()));
    try {
      var reading = files.stream().map(file -> runAsync(() -> read.accept(file), readers)).toList();
      allOf(reading.toArray(CompletableFuture[]::new)).join();
    } finally {
      readers.shutdown();
    }
  }

  private static boolean isText(LandedFile file) {
    return file.kind() != SubmissionKind.GATEWAY
        && file.kind() != SubmissionKind.FEED
        && file.kind() != SubmissionKind.UNKNOWN;
  }

  /** Writes the rows of one file. */
  private interface RowsOf {
    void write(LandedFile file, TableParquetFile out) throws IOException;
  }

  /** The files that a table does not hold yet. */
  private Map<SourceId, LandedFile> pending(TableName name, SortedMap<String, LandedFile> files) {
    Path folder = warehouse.table(name);
    SourceCommit.createIfMissing(folder, TableCatalog.builtIn().table(name));
    var committed = CommittedSources.of(folder);
    var pending = new LinkedHashMap<SourceId, LandedFile>();
    files.forEach(
        (sha, file) -> {
          var source = SourceId.of(name.toString(), sha);
          if (!committed.holds(source)) {
            pending.put(source, file);
          }
        });
    return pending;
  }

  private void take(TableName name, Map<SourceId, LandedFile> pending, RowsOf rows) {
    Path folder = warehouse.table(name);
    TableDefinition table = TableCatalog.builtIn().table(name);
    if (pending.isEmpty()) {
      return;
    }
    // Many small files arrive together; their rows share one Parquet file, under the first one's
    // name. All of them are new to the table, so the file can only be taken whole.
    var first = pending.keySet().iterator().next();
    try (var out = TableParquetFile.create(table, folder, first, List.of())) {
      for (var file : pending.values()) {
        rows.write(file, out);
      }
      var commit = SourceCommit.to(folder, table).add(first, out.finish());
      pending.keySet().stream().skip(1).forEach(commit::add);
      commit.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeRows(ReceivedFile received, TableParquetFile out) throws IOException {
    for (var row : received.cellsJson().entrySet()) {
      out.write(received.file().submissionId(), row.getKey(), row.getValue());
    }
  }

  private static void writeProblems(ReceivedFile received, TableParquetFile out)
      throws IOException {
    for (Problem problem : received.problems()) {
      // What refuses nothing is told by a check, and needs no row.
      if (!problem.isError()) {
        continue;
      }
      out.write(
          received.file().submissionId(),
          received.lineOf(problem),
          ReceivedFile.placeOf(problem),
          problem.reason().name(),
          problem.found(),
          problem.expected().ja(),
          problem.remedy().ja());
    }
  }
}
