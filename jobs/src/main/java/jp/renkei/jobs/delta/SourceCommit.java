package jp.renkei.jobs.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.exceptions.ConcurrentWriteException;
import io.delta.kernel.exceptions.MaxCommitRetryLimitReachedException;
import io.delta.kernel.exceptions.TableAlreadyExistsException;
import io.delta.kernel.utils.DataFileStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * One commit to one Delta table in which every source counts exactly once. A source that the table
 * holds already under the same context is passed over; one that it holds under another context is
 * replaced whole, in the same commit, so that no reader ever sees both or neither. Each source
 * leaves a Delta transaction id ({@link SourceId#applicationId()}) in the log, whose version rises
 * from commit to commit, so that the newest context of a source can be told.
 *
 * <p>A program killed before the commit leaves files that no version names, which do no harm;
 * killed after it, the next run passes the sources over.
 */
public final class SourceCommit {
  private static final int ATTEMPTS = 10;
  private static final Map<Path, Object> LOCKS = new ConcurrentHashMap<>();

  private final Path folder;
  private final TableDefinition table;
  private final Map<SourceId, List<WrittenFile>> sources = new TreeMap<>();

  private SourceCommit(Path folder, TableDefinition table) {
    this.folder = folder;
    this.table = table;
  }

  /** A commit to the table in a folder, which is made when missing. */
  public static SourceCommit to(Path tableFolder, TableDefinition table) {
    return new SourceCommit(tableFolder, table);
  }

  /** Makes an empty table where there is none. */
  public static void createIfMissing(Path tableFolder, TableDefinition table) {
    synchronized (lock(tableFolder)) {
      readOrCreate(new DeltaLog(tableFolder), table);
    }
  }

  /**
   * Adds a source with its data files, which must have been made by {@link
   * TableParquetFile#create(TableDefinition, Path, SourceId, List)}; a source may have none.
   */
  public SourceCommit add(SourceId source, WrittenFile... files) {
    return add(source, List.of(files));
  }

  /** Adds a source with its data files, of which there may be none. */
  public SourceCommit add(SourceId source, List<WrittenFile> files) {
    for (var file : files) {
      String name = Path.of(file.path()).getFileName().toString();
      if (!name.startsWith(source.filePrefix())) {
        throw new IllegalArgumentException(
            "Cannot commit %s: its name does not begin with its source %s."
                .formatted(file.path(), source.filePrefix()));
      }
    }
    for (var other : sources.keySet()) {
      if (other.sha256().equals(source.sha256())) {
        throw new IllegalArgumentException(
            "Cannot commit source "
                + source.applicationId()
                + ": it stands in the commit already.");
      }
    }
    sources.put(source, List.copyOf(files));
    return this;
  }

  /**
   * Commits.
   *
   * @return the sources whose rows came in with this commit; those missing stood there before
   */
  public Set<SourceId> commit() {
    if (sources.isEmpty()) {
      return Set.of();
    }
    var log = new DeltaLog(folder);
    RuntimeException lost = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      synchronized (lock(folder)) {
        Snapshot snapshot = readOrCreate(log, table);
        try {
          return commitOnto(log, snapshot);
        } catch (ConcurrentWriteException | MaxCommitRetryLimitReachedException e) {
          lost = e;
        }
      }
    }
    throw new IllegalStateException(
        "Cannot commit to %s: others committed first %d times in a row. Let one program write at a time."
            .formatted(folder, ATTEMPTS),
        lost);
  }

  /**
   * A local file system has no "create unless there" that also writes its checksum in one go: in
   * one program commits to a table take turns; between programs the lease sees to it.
   */
  private static Object lock(Path folder) {
    return LOCKS.computeIfAbsent(folder.toAbsolutePath().normalize(), path -> new Object());
  }

  private Set<SourceId> commitOnto(DeltaLog log, Snapshot snapshot) {
    var committed = new CommittedSources(DeltaLog.transactions(snapshot));
    var fresh = new HashSet<SourceId>();
    var added = new ArrayList<DataFileStatus>();
    var transactions = new TreeMap<SourceId, Long>();
    var replacedPrefixes = new HashSet<String>();
    for (var source : sources.entrySet()) {
      if (committed.holds(source.getKey())) {
        continue;
      }
      fresh.add(source.getKey());
      transactions.put(source.getKey(), committed.nextVersion());
      if (committed.taken(source.getKey().purpose(), source.getKey().sha256()).isPresent()) {
        replacedPrefixes.add(source.getKey().filePrefix());
      }
      source.getValue().stream()
          .filter(file -> file.rows() > 0)
          .map(FileStatistics::of)
          .forEach(added::add);
    }
    if (!fresh.isEmpty()) {
      log.commit(snapshot, added, path -> isOneOf(replacedPrefixes, path), transactions);
    }
    return fresh;
  }

  private static boolean isOneOf(Set<String> prefixes, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int end = name.indexOf('-');
    return end > 0 && prefixes.contains(name.substring(0, end + 1));
  }

  private static Snapshot readOrCreate(DeltaLog log, TableDefinition table) {
    var existing = log.latest();
    if (existing.isPresent()) {
      return existing.get();
    }
    try {
      log.create(table);
    } catch (TableAlreadyExistsException
        | ConcurrentWriteException
        | MaxCommitRetryLimitReachedException e) {
      // Another program made it in the meantime, which is as good.
      return log.latest().orElseThrow(() -> e);
    }
    return log.latest().orElseThrow();
  }
}
