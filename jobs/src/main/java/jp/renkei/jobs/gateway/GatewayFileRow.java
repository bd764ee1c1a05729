package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.delta.TableParquetFile;
import jp.renkei.jobs.delta.WrittenFile;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/** Writes the row that {@code bronze.gateway_file} has of a log. */
final class GatewayFileRow {
  private GatewayFileRow() {}

  /** Its lines; always {@code accepted + rejected + duplicates = lines}. */
  record Counts(long lines, long accepted, long rejected, long duplicates)
      implements Serializable {}

  /**
   * Writes a data file with the one row.
   *
   * @param undecided accesses that keep what was decided before
   */
  static WrittenFile write(Path warehouse, GatewayFile file, Counts counts, long undecided)
      throws IOException {
    var table = TableCatalog.builtIn().table(GatewayFile.FILES);
    var folder = TableFolder.of(warehouse, TableName.of(GatewayFile.FILES));
    try (var row =
        TableParquetFile.create(table, folder, file.source(GatewayFile.FILES), List.of())) {
      row.write(
          file.file().submissionId(),
          file.file().path(),
          file.issuerId(),
          file.feedId(),
          file.product(),
          file.front(),
          file.context(),
          counts.lines(),
          counts.accepted(),
          counts.rejected(),
          counts.duplicates(),
          undecided);
      return row.finish();
    }
  }
}
