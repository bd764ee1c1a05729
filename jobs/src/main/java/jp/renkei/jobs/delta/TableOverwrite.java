package jp.renkei.jobs.delta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.renkei.warehouse.table.TableDefinition;

/** Replaces everything that a small table holds by other rows, in one commit. */
public final class TableOverwrite {
  private TableOverwrite() {}

  /**
   * Writes the rows as the table's next version.
   *
   * @param rows values in the order of the columns: {@link String}, whole numbers, {@link Double},
   *     {@link Boolean}, {@link LocalDate}, {@link Instant} or {@link OffsetDateTime}, null
   * @return the version committed
   */
  public static long write(Path tableFolder, TableDefinition table, List<List<Object>> rows) {
    var log = new DeltaLog(tableFolder);
    if (log.latest().isEmpty()) {
      log.create(table);
    }
    var snapshot = log.latest().orElseThrow();
    var added = rows.isEmpty() ? List.<WrittenFile>of() : List.of(file(tableFolder, table, rows));
    return log.commit(
        snapshot, added.stream().map(FileStatistics::of).toList(), path -> true, Map.of());
  }

  private static WrittenFile file(Path folder, TableDefinition table, List<List<Object>> rows) {
    Path path = folder.resolve("part-" + UUID.randomUUID() + ".zstd.parquet");
    try (var file = TableParquetFile.create(table, path, List.of())) {
      var columns = table.columns();
      var values = new Object[columns.size()];
      for (var row : rows) {
        for (int index = 0; index < values.length; index++) {
          values[index] = StoredValue.of(columns.get(index).type(), row.get(index));
        }
        file.write(values);
      }
      return file.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
