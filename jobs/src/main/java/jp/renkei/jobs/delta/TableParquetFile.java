package jp.renkei.jobs.delta;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.renkei.warehouse.table.TableDefinition;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * One Parquet file of a table, written row by row. Values stand in the order of the table's
 * columns: STRING a {@link String} (or Parquet's own {@code Binary}), BIGINT a {@link Long}, DOUBLE
 * a {@link Double}, BOOLEAN a {@link Boolean}, DATE an {@link Integer} of days since 1970,
 * TIMESTAMP a {@link Long} of microseconds since 1970 in UTC; null is null. The file counts for
 * nothing until a {@link SourceCommit} names it.
 */
public final class TableParquetFile implements Closeable {
  private static final long ROW_GROUP_BYTES = 64L << 20;

  private final Path path;
  private final ParquetWriter<Object[]> writer;
  private final Map<String, ColumnRange> ranges = new LinkedHashMap<>();
  private final int[] rangeColumns;
  private final ColumnRange[] rangesInOrder;
  private long rows;
  private boolean isClosed;

  private TableParquetFile(TableDefinition table, Path path, WritingHints hints)
      throws IOException {
    List<String> statisticsColumns = hints.statisticsColumns();
    this.path = path.toAbsolutePath();
    this.rangeColumns = new int[statisticsColumns.size()];
    this.rangesInOrder = new ColumnRange[rangeColumns.length];
    for (int index = 0; index < rangeColumns.length; index++) {
      String name = statisticsColumns.get(index);
      rangesInOrder[index] = new ColumnRange(table.column(name).type());
      rangeColumns[index] = table.columnNames().indexOf(name);
      ranges.put(name, rangesInOrder[index]);
    }
    Files.createDirectories(this.path.getParent());
    var builder =
        new Builder(new LocalOutputFile(this.path), table)
            .withConf(zstandardLevelOne())
            .withWriteMode(ParquetFileWriter.Mode.CREATE)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withSizeStatisticsEnabled(false);
    // A dictionary of values that never come again costs time and saves nothing.
    hints.distinctColumns().forEach(column -> builder.withDictionaryEncoding(column, false));
    if (!statisticsColumns.isEmpty()) {
      table.columnNames().stream()
          .filter(column -> !statisticsColumns.contains(column))
          .forEach(column -> builder.withStatisticsEnabled(column, false));
    }
    this.writer = builder.build();
  }

  /** A new file at a path that does not exist yet, without statistics for data skipping. */
  public static TableParquetFile create(TableDefinition table, Path path) throws IOException {
    return create(table, path, List.of());
  }

  /**
   * A new file at a path that does not exist yet.
   *
   * @param statisticsColumns those that queries filter by; never one with raw text or personal
   *     data, since the ranges stand in the table's log
   */
  public static TableParquetFile create(
      TableDefinition table, Path path, List<String> statisticsColumns) throws IOException {
    return new TableParquetFile(table, path, new WritingHints(statisticsColumns, List.of()));
  }

  /** A new file of a source below a table's folder, with a name that no other attempt has. */
  public static TableParquetFile create(
      TableDefinition table, Path tableFolder, SourceId source, List<String> statisticsColumns)
      throws IOException {
    return create(table, tableFolder, source, new WritingHints(statisticsColumns, List.of()));
  }

  /** The same, with hints for tables of many rows. */
  public static TableParquetFile create(
      TableDefinition table, Path tableFolder, SourceId source, WritingHints hints)
      throws IOException {
    String name = source.filePrefix() + UUID.randomUUID() + ".parquet";
    return new TableParquetFile(table, tableFolder.resolve(name), hints);
  }

  /** Adds a row; the array may be used again afterwards. */
  public void write(Object... valuesInColumnOrder) throws IOException {
    writer.write(valuesInColumnOrder);
    for (int index = 0; index < rangeColumns.length; index++) {
      Object value = valuesInColumnOrder[rangeColumns[index]];
      if (value == null) {
        rangesInOrder[index].addNull();
      } else {
        rangesInOrder[index].add(value);
      }
    }
    rows++;
  }

  public long rows() {
    return rows;
  }

  /** Ends the file and tells what it holds. */
  public WrittenFile finish() throws IOException {
    close();
    return new WrittenFile(
        path.toString(),
        Files.size(path),
        Files.getLastModifiedTime(path).toMillis(),
        rows,
        ranges);
  }

  @Override
  public void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      writer.close();
    }
  }

  private static ParquetConfiguration zstandardLevelOne() {
    var configuration = new PlainParquetConfiguration();
    configuration.setInt("parquet.compression.codec.zstd.level", 1);
    return configuration;
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
    private final TableDefinition table;

    Builder(OutputFile file, TableDefinition table) {
      super(file);
      this.table = table;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(Configuration configuration) {
      return new TableRowWriteSupport(table);
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(ParquetConfiguration configuration) {
      return new TableRowWriteSupport(table);
    }
  }
}
