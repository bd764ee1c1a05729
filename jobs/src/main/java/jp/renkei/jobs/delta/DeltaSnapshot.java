package jp.renkei.jobs.delta;

import io.delta.kernel.Snapshot;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One version of one Delta table: which files hold its rows. What DuckDB's {@code read_parquet}
 * must be given, since the folder also holds files that no version names any more.
 *
 * @param version from 0
 * @param dataFiles in the order of their paths; none for an empty table
 */
public record DeltaSnapshot(Path folder, long version, List<DataFile> dataFiles) {

  public DeltaSnapshot {
    Objects.requireNonNull(folder, "folder");
    dataFiles = dataFiles.stream().sorted(Comparator.comparing(DataFile::path)).toList();
  }

  /** Absolute paths (addresses where the table does not lie in a local folder), sorted. */
  public List<String> files() {
    return dataFiles.stream().map(DataFile::path).toList();
  }

  /** The newest version; empty when the folder holds no table. */
  public static Optional<DeltaSnapshot> latest(Path folder) {
    return new DeltaLog(folder).latest().map(snapshot -> of(folder, snapshot));
  }

  /** A given version. */
  public static DeltaSnapshot at(Path folder, long version) {
    return of(folder, new DeltaLog(folder).at(version));
  }

  /** The newest version's number; empty when the folder holds no table. */
  public static Optional<Long> latestVersion(Path folder) {
    return new DeltaLog(folder).latest().map(Snapshot::getVersion);
  }

  private static DeltaSnapshot of(Path folder, Snapshot snapshot) {
    return new DeltaSnapshot(
        folder,
        snapshot.getVersion(),
        DeltaLog.dataFiles(snapshot).stream()
            .map(file -> new DataFile(localPath(file.path()), file.statistics()))
            .toList());
  }

  private static String localPath(String address) {
    return address.startsWith("file:")
        ? Path.of(new org.apache.hadoop.fs.Path(address).toUri().getPath()).toString()
        : address;
  }
}
