package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.delta.TableParquetFile;
import jp.renkei.jobs.delta.WritingHints;
import jp.renkei.jobs.delta.WrittenFile;
import jp.renkei.jobs.gateway.TaskOutcome.End;
import jp.renkei.jobs.gateway.format.AccessLine;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.MaskedLine;
import jp.renkei.jobs.gateway.format.RejectReason;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * Reads one log file in one pass, line by line: parse, check, classify, and write good lines to one
 * Parquet file and rejected ones to another. What comes out depends on the file's bytes and the
 * context only, so a second attempt makes the same rows.
 */
final class GatewayTask {
  private static final WritingHints ACCESS_HINTS =
      new WritingHints(
          List.of("submission_id", "issuer_id", "front", "event_at", "access_date"),
          List.of("line", "event_at", "latency_ms", "request_id"));
  private static final WritingHints NO_HINTS = new WritingHints(List.of(), List.of());

  private final GatewayFile file;
  private final SharedInputs shared;
  private final LogReading lines = new LogReading();

  private GatewayTask(GatewayFile file, SharedInputs shared) {
    this.file = file;
    this.shared = shared;
  }

  static TaskOutcome run(GatewayFile file, SharedInputs shared) throws IOException {
    var task = new GatewayTask(file, shared);
    try {
      return task.read();
    } catch (ChangedWhileReadException e) {
      return TaskOutcome.nothing(file, End.CHANGED, List.of());
    } catch (DamagedArchiveException e) {
      return file.file().isAsListed()
          ? task.damaged()
          : TaskOutcome.nothing(file, End.CHANGED, List.of());
    } catch (UnreadableLogException e) {
      return TaskOutcome.nothing(file, e.isGone() ? End.GONE : End.UNREADABLE, List.of());
    }
  }

  private TaskOutcome read() throws IOException {
    var given = Feed.parse("feed.yaml", file.feedText());
    var format = GatewayFormat.parse(given.product() + ".yaml", file.formatText()).of(given);
    var feed = given.completedBy(format);
    var parser = format.parser(feed.zone());
    var table = TableCatalog.builtIn().table(GatewayFile.ACCESS);
    try (var log = LogLines.open(file.file().file(), parser.longestLine());
        var accesses = create(table, ACCESS_HINTS);
        var rejects = new RejectedLines(shared.warehouse(), file, GatewayFile.REJECTED)) {
      var masked = new MaskedLine(format, feed);
      lines.read(log, parser, taker(new AccessRows(file, feed, shared), accesses, rejects, masked));
      // The rows go under the SHA-256 of what was listed, so they must have been made of that.
      if (!file.file().isAsListed()) {
        throw new ChangedWhileReadException();
      }
      return new TaskOutcome(
          file,
          lines.lines(),
          lines.accepted(),
          lines.rejected(),
          lines.duplicates(),
          End.WHOLE,
          List.of(accesses.finish()),
          rejects.finish(),
          List.of(summary(feed)));
    }
  }

  private static LogReading.Taker taker(
      AccessRows rows, TableParquetFile accesses, RejectedLines rejects, MaskedLine masked) {
    return new LogReading.Taker() {
      @Override
      public void accepted(AccessLine access, long number) throws IOException {
        accesses.write(rows.row(access, number));
      }

      @Override
      public void rejected(LogReading.Rejected rejected) throws IOException {
        rejects.add(rejected, masked);
      }
    };
  }

  private TaskOutcome damaged() throws IOException {
    try (var rejects = new RejectedLines(shared.warehouse(), file, GatewayFile.DAMAGED)) {
      rejects.add(0, RejectReason.DAMAGED_ARCHIVE, "途中で壊れた .gz", "最後まで読める .gz", null);
      return TaskOutcome.nothing(file, End.DAMAGED, rejects.finish());
    }
  }

  private WrittenFile summary(Feed feed) throws IOException {
    var table = TableCatalog.builtIn().table(GatewayFile.FILES);
    try (var summary = create(table, NO_HINTS)) {
      summary.write(
          file.file().submissionId(),
          file.file().path(),
          file.issuerId(),
          file.feedId(),
          feed.product(),
          feed.front().code(),
          file.context(),
          lines.lines(),
          lines.accepted(),
          lines.rejected(),
          lines.duplicates());
      return summary.finish();
    }
  }

  private TableParquetFile create(TableDefinition table, WritingHints hints) throws IOException {
    return TableParquetFile.create(
        table,
        TableFolder.of(Path.of(shared.warehouse()), table.name()),
        file.source(table.name().toString()),
        hints);
  }
}
