package jp.renkei.jobs.delta;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.ColumnType;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/** A table with one column of every type, named after the type, and rows for it. */
final class SampleTable {
  private SampleTable() {}

  static final TableDefinition DEFINITION =
      new TableDefinition(
          TableName.of("bronze.sample"),
          "見本",
          "One row.",
          List.of(),
          List.of(),
          List.of(),
          List.of(
              column("text", ColumnType.STRING),
              column("count", ColumnType.BIGINT),
              column("ratio", ColumnType.DOUBLE),
              column("flag", ColumnType.BOOLEAN),
              column("day", ColumnType.DATE),
              column("moment", ColumnType.TIMESTAMP)),
          Optional.empty(),
          false);

  /** A SHA-256 that consists of one digit. */
  static String sha(char digit) {
    return String.valueOf(digit).repeat(64);
  }

  static SourceId source(char digit, String context) {
    return new SourceId("bronze.sample", sha(digit), context);
  }

  /** A file of the source with as many rows as there are counts. */
  static WrittenFile file(Path folder, SourceId source, long... counts) throws IOException {
    try (var file =
        TableParquetFile.create(DEFINITION, folder, source, List.of("count", "moment", "text"))) {
      for (long count : counts) {
        file.write(
            "明細" + count, count, count / 2.0, count % 2 == 0, 20_000, 1_767_571_200_123_456L);
      }
      file.write(null, null, null, null, null, null);
      return file.finish();
    }
  }

  private static ColumnDefinition column(String name, ColumnType type) {
    return new ColumnDefinition(
        name, type, name, name, Optional.empty(), Optional.empty(), Optional.empty(), false, false);
  }
}
