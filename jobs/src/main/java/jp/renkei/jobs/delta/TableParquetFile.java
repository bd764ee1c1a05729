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
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * One Parquet file of a table, written row by row. Values stand in the order of the table's
 * columns: STRING a {@link String} or {@link NumberedTexts}, BIGINT a {@link Long}, DOUBLE a {@link
 * Double}, BOOLEAN a {@link Boolean}, DATE an {@link Integer} of days since 1970, TIMESTAMP a
 * {@link Long} of microseconds since 1970 in UTC; null is null. The file counts for nothing until a
 * {@link SourceCommit} names it.
 */
public final class TableParquetFile implements Closeable {
  /** Compressed; so much a writer holds back, and a reader reads at once. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  private static final int INDEX_TEXT_BYTES = 64;

  private final TableDefinition table;
  private final Path path;
  private final MessageType schema;
  private final ParquetColumn[] columns;
  private final Map<String, ColumnRange> ranges = new LinkedHashMap<>();
  private final CodecFactory codecs =
      new CodecFactory(zstandardLevelOne(), ParquetColumn.PAGE_BYTES);
  private final BytesInputCompressor compressor = codecs.getCompressor(CompressionCodecName.ZSTD);
  private final ParquetFileWriter writer;
  private ColumnChunkPageWriteStore group;
  private long groupRows;
  private long rows;
  private boolean isClosed;

  private TableParquetFile(TableDefinition table, Path path, WritingHints hints)
      throws IOException {
    this.table = table;
    this.path = path.toAbsolutePath();
    this.schema = TableSchemas.parquet(table);
    this.columns = new ParquetColumn[table.columns().size()];
    for (int index = 0; index < columns.length; index++) {
      columns[index] = column(index, hints);
    }
    Files.createDirectories(this.path.getParent());
    this.writer =
        new ParquetFileWriter(
            new LocalOutputFile(this.path),
            schema,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP_BYTES,
            0);
    writer.start();
    beginGroup();
  }

  private ParquetColumn column(int index, WritingHints hints) {
    var definition = table.columns().get(index);
    boolean isAsked = hints.statisticsColumns().contains(definition.name());
    var range = isAsked ? ColumnRange.of(definition.type()) : ColumnRange.untold(definition.type());
    if (isAsked) {
      ranges.put(definition.name(), range);
    }
    var type = schema.getType(index).asPrimitiveType();
    return switch (definition.type()) {
      case STRING ->
          new TextColumn(type, range, hints.distinctColumns().contains(definition.name()));
      case BIGINT, TIMESTAMP, DATE -> new WholeNumberColumn(type, range);
      case DOUBLE -> new DoubleColumn(type, range);
      case BOOLEAN -> new BooleanColumn(type, range);
    };
  }

  private void beginGroup() {
    group =
        new ColumnChunkPageWriteStore(
            compressor, schema, HeapByteBufferAllocator.getInstance(), INDEX_TEXT_BYTES, true);
    groupRows = 0;
    var descriptors = schema.getColumns();
    for (int index = 0; index < columns.length; index++) {
      columns[index].begin(group.getPageWriter(descriptors.get(index)));
    }
  }

  private void endGroup() throws IOException {
    if (groupRows > 0) {
      for (var column : columns) {
        column.end();
      }
      writer.startBlock(groupRows);
      group.flushToFileWriter(writer);
      writer.endBlock();
    }
    group.close();
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
    if (valuesInColumnOrder.length != columns.length) {
      throw wrongCount(valuesInColumnOrder.length);
    }
    for (int index = 0; index < columns.length; index++) {
      try {
        columns[index].add(valuesInColumnOrder[index]);
      } catch (ClassCastException e) {
        throw wrongType(index, valuesInColumnOrder[index], e);
      }
    }
    count(1);
  }

  /** Adds the rows of a batch. */
  public void write(RowBatch batch) throws IOException {
    if (batch.columns() != columns.length) {
      throw wrongCount(batch.columns());
    }
    for (int index = 0; index < columns.length; index++) {
      columns[index].add(batch, index);
    }
    count(batch.size());
  }

  private void count(int more) throws IOException {
    rows += more;
    long before = groupRows;
    groupRows += more;
    boolean isPageFull = before / ParquetColumn.PAGE_ROWS < groupRows / ParquetColumn.PAGE_ROWS;
    if (isPageFull && groupBytes() >= ROW_GROUP_BYTES) {
      endGroup();
      beginGroup();
    }
  }

  private IllegalArgumentException wrongCount(int found) {
    return new IllegalArgumentException(
        "Cannot write a row of %s: found %d values, expected %d."
            .formatted(table.name(), found, columns.length));
  }

  private IllegalArgumentException wrongType(int index, Object value, ClassCastException e) {
    var column = table.columns().get(index);
    return new IllegalArgumentException(
        "Cannot write column %s of %s: found a %s, expected %s."
            .formatted(
                column.name(), table.name(), value.getClass().getSimpleName(), column.type()),
        e);
  }

  private long groupBytes() {
    long bytes = 0;
    for (var column : columns) {
      bytes += column.pages().getMemSize();
    }
    return bytes;
  }

  public long rows() {
    return rows;
  }

  /** Ends the file and tells what it holds. */
  public WrittenFile finish() throws IOException {
    endGroup();
    writer.end(Map.of());
    close();
    return new WrittenFile(
        path.toString(),
        Files.size(path),
        Files.getLastModifiedTime(path).toMillis(),
        rows,
        ranges);
  }

  /** Lets go of the file; unless it was finished it is none. */
  @Override
  public void close() throws IOException {
    if (!isClosed) {
      isClosed = true;
      writer.close();
      codecs.release();
    }
  }

  private static PlainParquetConfiguration zstandardLevelOne() {
    var configuration = new PlainParquetConfiguration();
    configuration.setInt("parquet.compression.codec.zstd.level", 1);
    return configuration;
  }
}
