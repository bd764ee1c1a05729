package jp.renkei.jobs.delta;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.warehouse.table.TableDefinition;

/** Puts files into a table and takes others out, in one commit. */
public final class TableFiles {
  private TableFiles() {}

  /**
   * Commits.
   *
   * @param added files that lie below the table's folder already
   * @param removed files of the newest version
   * @return the version committed
   */
  public static long replace(
      Path tableFolder, TableDefinition table, List<WrittenFile> added, List<DataFile> removed) {
    SourceCommit.createIfMissing(tableFolder, table);
    var log = new DeltaLog(tableFolder);
    Set<String> names = removed.stream().map(file -> name(file.path())).collect(Collectors.toSet());
    return log.commit(
        log.latest().orElseThrow(),
        added.stream().filter(file -> file.rows() > 0).map(FileStatistics::of).toList(),
        path -> names.contains(name(path)),
        Map.of());
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
