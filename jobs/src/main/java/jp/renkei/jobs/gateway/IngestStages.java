package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.jobs.delta.SourceCommit;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.LineParser;
import jp.renkei.jobs.gateway.format.LineRejected;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/**
 * Where the time of taking one log goes, measured in one thread without Spark: the log is read
 * again and again, each time one stage further, so that a stage is what it adds. For measuring.
 */
public final class IngestStages {
  /** What is done with a line, in this order. */
  public enum Stage {
    LINES,
    PARSING,
    /** Finding duplicates within the log. */
    DUPLICATES,
    /** Making rows: checked, classified, masked. */
    ROWS,
    /** Parquet, and the keys for finding duplicates in other logs. */
    WRITING,
    COMMITTING
  }

  private static final List<String> TABLES =
      List.of(GatewayFile.REJECTED, GatewayFile.FILES, GatewayFile.ACCESS);

  private final GatewayFile file;
  private final SharedInputs shared;

  /**
   * Of the first log among some files of landing.
   *
   * @param warehouse to be deleted between measurements
   */
  public IngestStages(
      Path warehouse, List<LandedFile> files, AccessRegisters registers, PseudonymKey key) {
    this.shared = SharedInputs.of(warehouse.toAbsolutePath().toString(), registers, key);
    var log =
        files.stream()
            .filter(file -> file.kind() == SubmissionKind.GATEWAY)
            .findFirst()
            .orElseThrow();
    try {
      this.file = new FeedFolders(files, registers, new AccessContext(shared)).plan(log);
    } catch (FeedFolders.Refused e) {
      throw new IllegalArgumentException("Cannot measure " + log.path() + ": it is refused.", e);
    }
  }

  public long bytes() {
    return file.file().sizeBytes();
  }

  /** Seconds of CPU that the stages up to one take together. */
  public double cpuSecondsUpTo(Stage stage) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    switch (stage) {
      case LINES -> lines();
      case PARSING -> parse();
      case DUPLICATES -> read(false);
      case ROWS -> read(true);
      case WRITING -> GatewayTask.run(LogPart.whole(file), shared);
      case COMMITTING -> commit(GatewayTask.run(LogPart.whole(file), shared));
    }
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private Feed feed() {
    var given = Feed.parse("feed.yaml", file.feedText());
    return given.completedBy(format(given));
  }

  private GatewayFormat format(Feed given) {
    return GatewayFormat.parse(given.product() + ".yaml", file.formatText()).of(given);
  }

  private LineParser parser() {
    var given = Feed.parse("feed.yaml", file.feedText());
    return format(given).parser(given.zone());
  }

  private LogLines open() throws IOException {
    return LogLines.open(LogPart.whole(file), LineParser.LONGEST_LINE);
  }

  private void lines() throws IOException {
    long bytes = 0;
    try (var log = open()) {
      while (log.next()) {
        bytes += log.isBlank() ? 0 : log.end() - log.start();
      }
    }
    require(bytes > 0);
  }

  private void parse() throws IOException {
    var parser = parser();
    var last = new long[1];
    var taker =
        new LineParser.Taker() {
          @Override
          public void accepted(AccessLine access) {
            last[0] = access.eventMicros;
          }

          @Override
          public void rejected(LineRejected why, int start, int end) {}
        };
    try (var log = open()) {
      while (log.next()) {
        if (!log.isBlank()) {
          parser.parse(log.buffer(), log.start(), log.end(), taker);
        }
      }
    }
    require(last[0] > 0);
  }

  private void read(boolean makesRows) throws IOException {
    var rows = new AccessRows(file, feed(), shared);
    var reading = new LogReading();
    try (var log = open()) {
      reading.read(
          log,
          parser(),
          new LogReading.Taker() {
            @Override
            public void accepted(AccessBatch accesses) {
              if (makesRows) {
                rows.of(accesses);
              }
            }

            @Override
            public void rejected(LogReading.Rejected rejected) {}
          });
    }
    require(reading.accepted() > 0);
  }

  private void commit(TaskOutcome outcome) throws IOException {
    var warehouse = Path.of(shared.warehouse());
    var counts =
        new GatewayFileRow.Counts(
            outcome.lines(), outcome.accepted(), outcome.rejected(), outcome.duplicates());
    var written =
        List.of(
            outcome.rejectedFiles(),
            List.of(GatewayFileRow.write(warehouse, file, counts, 0)),
            outcome.accessFiles());
    for (int index = 0; index < TABLES.size(); index++) {
      var name = TableName.of(TABLES.get(index));
      SourceCommit.to(TableFolder.of(warehouse, name), TableCatalog.builtIn().table(name))
          .add(file.source(TABLES.get(index)), written.get(index))
          .commit();
    }
  }

  private static void require(boolean hasLines) {
    if (!hasLines) {
      throw new IllegalArgumentException("Cannot measure a log without good lines.");
    }
  }
}
