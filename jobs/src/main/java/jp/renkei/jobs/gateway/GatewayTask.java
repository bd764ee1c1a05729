package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.delta.TableParquetFile;
import jp.renkei.jobs.delta.WritingHints;
import jp.renkei.jobs.gateway.TaskOutcome.End;
import jp.renkei.jobs.gateway.format.Feed;
import jp.renkei.jobs.gateway.format.GatewayFormat;
import jp.renkei.jobs.gateway.format.MaskedLine;
import jp.renkei.jobs.gateway.format.RejectReason;
import jp.renkei.warehouse.table.TableCatalog;

/**
 * Reads one log file, or one part of it, in one pass, line by line: parse, check, classify, and
 * write good lines to one Parquet file and rejected ones to another. What comes out depends on the
 * file's bytes, the context and the accesses left out only, so a second attempt makes the same
 * rows.
 */
final class GatewayTask {
  static final WritingHints ACCESS_HINTS =
      new WritingHints(
          List.of("submission_id", "issuer_id", "front", "event_at", "access_date"),
          List.of("line", "event_at", "latency_ms", "request_id"));

  private static final int USUAL_LINE_BYTES = 280;

  private final LogPart part;
  private final GatewayFile file;
  private final SharedInputs shared;
  private final AccessKeys keys;

  private GatewayTask(LogPart part, SharedInputs shared, AccessKeys keys) {
    this.part = part;
    this.file = part.file();
    this.shared = shared;
    this.keys = keys;
  }

  /** Reads a part and leaves the keys of its accesses in the warehouse. */
  static TaskOutcome run(LogPart part, SharedInputs shared) throws IOException {
    var keys = new AccessKeys(part.sizeBytes() / USUAL_LINE_BYTES);
    var outcome = new GatewayTask(part, shared, keys).run();
    if (outcome.end() == End.WHOLE && keys.size() > 0) {
      AccessKeyFile.write(AccessKeyFolder.of(shared.warehouse(), part.file()).fileOf(part), keys);
    }
    return outcome;
  }

  /** Reads a part again, without the accesses that earlier files or parts hold. */
  static TaskOutcome runAgain(LogPart part, DuplicateCheck.Part others, SharedInputs shared)
      throws IOException {
    var held = DuplicateCheck.held(others);
    var givenUp = AccessKeyFolder.of(shared.warehouse(), part.file()).givenUpOf(part);
    if (held.size() > 0) {
      AccessKeyFile.write(givenUp, held);
    } else {
      Files.deleteIfExists(givenUp);
    }
    return new GatewayTask(part, shared, held).run();
  }

  private TaskOutcome run() throws IOException {
    try {
      return read();
    } catch (ChangedWhileReadException e) {
      return TaskOutcome.nothing(file, End.CHANGED, List.of());
    } catch (DamagedArchiveException e) {
      return file.file().isAsListed()
          ? damaged()
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
    var folder = TableFolder.of(Path.of(shared.warehouse()), table.name());
    var source = file.source(GatewayFile.ACCESS);
    try (var log = LogLines.open(part, parser.longestLine());
        var accesses = TableParquetFile.create(table, folder, source, ACCESS_HINTS);
        var rejects = new RejectedLines(shared.warehouse(), file, GatewayFile.REJECTED)) {
      var lines = new LogReading(keys);
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
          rejects.finish());
    }
  }

  private static LogReading.Taker taker(
      AccessRows rows, TableParquetFile accesses, RejectedLines rejects, MaskedLine masked) {
    return new LogReading.Taker() {
      @Override
      public void accepted(AccessBatch batch) throws IOException {
        accesses.write(rows.of(batch));
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
}
