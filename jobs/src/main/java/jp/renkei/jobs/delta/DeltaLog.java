package jp.renkei.jobs.delta;

import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.CheckpointAlreadyExistsException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SetTransaction;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.replay.ActionsIterator;
import io.delta.kernel.internal.replay.LogReplay;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.renkei.warehouse.table.TableDefinition;
import org.apache.hadoop.conf.Configuration;

/**
 * The one file that knows Delta Kernel, with the classes of its {@code internal} packages that it
 * needs: Kernel's public interface writes one transaction id a commit and removes no files, and we
 * need many of both.
 */
final class DeltaLog {
  private static final String ENGINE = "renkei";
  private static final int COMMITS_BETWEEN_CHECKPOINTS = 20;

  /** Releases pin versions for years, so nothing of a table's history may fall away by itself. */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "delta.deletedFileRetentionDuration", "interval 36500 days",
          "delta.logRetentionDuration", "interval 36500 days");

  private final Path folder;

  DeltaLog(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Kernel's engine, made once: reading Hadoop's configuration files takes a while. */
  private static final class EngineHolder {
    private static final Engine INSTANCE = DefaultEngine.create(new Configuration());
  }

  private static Engine engine() {
    return EngineHolder.INSTANCE;
  }

  Optional<Snapshot> latest() {
    if (!Files.isDirectory(folder.resolve("_delta_log"))) {
      return Optional.empty();
    }
    try {
      return Optional.of(TableManager.loadSnapshot(root()).build(engine()));
    } catch (TableNotFoundException e) {
      return Optional.empty();
    }
  }

  Snapshot at(long version) {
    return TableManager.loadSnapshot(root()).atVersion(version).build(engine());
  }

  void create(TableDefinition table) {
    TableManager.buildCreateTableTransaction(root(), TableSchemas.delta(table), ENGINE)
        .withTableProperties(PROPERTIES)
        .withMaxRetries(0)
        .build(engine())
        .commit(engine(), CloseableIterable.emptyIterable());
  }

  /** The snapshot's data files with their addresses as Delta writes them, and their statistics. */
  static List<DataFile> dataFiles(Snapshot snapshot) {
    var files = new ArrayList<DataFile>();
    forEachFile(
        snapshot,
        row ->
            files.add(
                new DataFile(
                    InternalScanFileUtils.getAddFileStatus(row).getPath(),
                    new AddFile(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL))
                        .getStatsJson())));
    return files;
  }

  /** The transaction ids of our own making, each with its version, in one pass over the log. */
  static Map<SourceId, Long> transactions(Snapshot snapshot) {
    var versions = new HashMap<SourceId, Long>();
    var actions =
        new ActionsIterator(
            engine(),
            snapshot.getLogSegment().allLogFilesReversed(),
            LogReplay.SET_TRANSACTION_READ_SCHEMA,
            Optional.empty());
    try (actions) {
      while (actions.hasNext()) {
        var batch = actions.next().getColumnarBatch();
        ColumnVector column = batch.getColumnVector(0);
        for (int row = 0; row < batch.getSize(); row++) {
          var transaction = SetTransaction.fromColumnVector(column, row);
          if (transaction != null) {
            SourceId.ofApplicationId(transaction.getAppId())
                .ifPresent(source -> versions.merge(source, transaction.getVersion(), Math::max));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }

  /**
   * Appends files, removes others and notes transactions in one commit; it fails when somebody else
   * committed after {@code snapshot}.
   */
  long commit(
      Snapshot snapshot,
      List<DataFileStatus> added,
      Predicate<String> isRemoved,
      Map<SourceId, Long> transactions) {
    Transaction transaction =
        snapshot
            .buildUpdateTableTransaction(ENGINE, Operation.MANUAL_UPDATE)
            .withMaxRetries(0)
            .build(engine());
    var actions = new ArrayList<Row>();
    long now = System.currentTimeMillis();
    forEachFile(
        snapshot,
        row -> {
          var file = new AddFile(row.getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL));
          if (isRemoved.test(file.getPath())) {
            actions.add(
                SingleAction.createRemoveFileSingleAction(
                    file.toRemoveFileRow(true, Optional.of(now))));
          }
        });
    transactions.forEach(
        (source, version) ->
            actions.add(
                SingleAction.createTxnSingleAction(
                    new SetTransaction(source.applicationId(), version, Optional.of(now))
                        .toRow())));
    Row state = transaction.getTransactionState(engine());
    var context = Transaction.getWriteContext(engine(), state, Map.of());
    try (var appended =
        Transaction.generateAppendActions(engine(), state, iterator(added.iterator()), context)) {
      appended.forEachRemaining(actions::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var result =
        transaction.commit(
            engine(), CloseableIterable.inMemoryIterable(iterator(actions.iterator())));
    checkpointNowAndThen(result.getVersion());
    return result.getVersion();
  }

  private void checkpointNowAndThen(long version) {
    if (version % COMMITS_BETWEEN_CHECKPOINTS != 0) {
      return;
    }
    try {
      at(version).writeCheckpoint(engine());
    } catch (CheckpointAlreadyExistsException e) {
      // Somebody else was faster; one is enough.
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void forEachFile(Snapshot snapshot, Consumer<Row> each) {
    var scan = (ScanImpl) snapshot.getScanBuilder().build();
    try (var batches = scan.getScanFiles(engine(), true)) {
      while (batches.hasNext()) {
        try (var rows = batches.next().getRows()) {
          rows.forEachRemaining(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String root() {
    return address(folder);
  }

  /**
   * A local path as Kernel takes it: with its scheme, without which data files would be stored by
   * their absolute paths and the table could not be moved; and not escaped, as in Hadoop's paths.
   */
  static String address(Path path) {
    return "file:" + path;
  }

  private static <T> CloseableIterator<T> iterator(Iterator<T> items) {
    return new CloseableIterator<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public T next() {
        return items.next();
      }

      @Override
      public void close() {}
    };
  }
}
