package jp.renkei.jobs.delta;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.schema.PrimitiveType;

/**
 * One optional column of a Parquet file: takes a value or a null for every row, and hands full
 * pages on. Values go straight into the page's encoding; parquet-java's own way there costs several
 * times as much, since it looks at every value of every row through five layers.
 */
abstract class ParquetColumn {
  static final int PAGE_ROWS = 50_000;
  static final int PAGE_BYTES = 1 << 20;

  static final int BUFFER_BYTES = 4_096;

  private final PrimitiveType type;

  /** 1 for a value, 0 for a null; begun only when a page has both. */
  private final RunLengthBitPackingHybridEncoder levels =
      new RunLengthBitPackingHybridEncoder(
          1, BUFFER_BYTES, PAGE_BYTES, HeapByteBufferAllocator.getInstance());

  private final ColumnRange range;
  private PageWriter pages;
  private int rows;
  private int nulls;

  /** What the page holds, where that may grow beyond {@link #PAGE_BYTES}; kept by the column. */
  long pageBytes;

  ParquetColumn(PrimitiveType type, ColumnRange range) {
    this.type = type;
    this.range = range;
  }

  /** Begins a row group: pages go there from now on. */
  final void begin(PageWriter pageWriter) {
    pages = pageWriter;
  }

  /**
   * Adds the value of one row.
   *
   * @throws ClassCastException when it is not of the column's type
   */
  final void add(Object value) throws IOException {
    if (value == null) {
      if (nulls < rows) {
        if (nulls == 0) {
          levels(1, rows);
        }
        levels.writeInt(0);
      }
      nulls++;
    } else {
      prepare();
      addValue(value);
      if (nulls > 0) {
        if (nulls == rows) {
          levels(0, rows);
        }
        levels.writeInt(1);
      }
    }
    if (++rows == PAGE_ROWS || pageBytes >= PAGE_BYTES) {
      endPage();
    }
  }

  /** Adds the values that a batch has of one of its columns. */
  final void add(RowBatch batch, int column) throws IOException {
    int count = batch.size();
    if (rows + count > PAGE_ROWS) {
      for (int row = 0; row < count; row++) {
        add(batch.value(column, row));
      }
      return;
    }
    prepare();
    int batchNulls = batch.nulls(column);
    boolean isPageMixed = nulls > 0 && nulls < rows;
    if (isPageMixed || nulls + batchNulls > 0 && nulls + batchNulls < rows + count) {
      if (!isPageMixed) {
        levels(nulls > 0 ? 0 : 1, rows);
      }
      for (int row = 0; row < count; row++) {
        levels.writeInt(batch.isNull(column, row) ? 0 : 1);
      }
    }
    if (batchNulls < count) {
      addValues(batch, column);
    }
    nulls += batchNulls;
    rows += count;
    if (rows == PAGE_ROWS || pageBytes >= PAGE_BYTES) {
      endPage();
    }
  }

  private void levels(int level, int count) throws IOException {
    for (int index = 0; index < count; index++) {
      levels.writeInt(level);
    }
  }

  /** Hands on the last page of a row group. */
  void end() throws IOException {
    endPage();
  }

  /** Hands on what there is of a page. */
  final void endPage() throws IOException {
    if (rows == 0) {
      return;
    }
    var definition =
        nulls == 0 || nulls == rows ? oneLevel(nulls == 0 ? 1 : 0, rows) : levels.toBytes();
    var statistics = statistics();
    statistics.incrementNumNulls(nulls);
    pages.writePage(
        BytesInput.concat(BytesInput.fromInt((int) definition.size()), definition, pageValues()),
        rows,
        rows,
        statistics,
        Encoding.RLE,
        Encoding.RLE,
        encoding());
    levels.reset();
    resetPage();
    range.addNulls(nulls);
    rows = 0;
    nulls = 0;
    pageBytes = 0;
  }

  /** One run, as the encoder would write it. */
  private static BytesInput oneLevel(int level, int rows) {
    return BytesInput.concat(
        BytesInput.fromUnsignedVarInt(rows << 1), BytesInput.from(new byte[] {(byte) level}));
  }

  final PageWriter pages() {
    return pages;
  }

  final ColumnRange range() {
    return range;
  }

  /** Goes before values, and may end the page. */
  void prepare() throws IOException {}

  abstract void addValue(Object value) throws IOException;

  /** Adds the values that a batch has of one of its columns, its nulls left out. */
  abstract void addValues(RowBatch batch, int column) throws IOException;

  /** The values of the page that are not null, encoded. */
  abstract BytesInput pageValues() throws IOException;

  abstract Encoding encoding();

  abstract void resetPage() throws IOException;

  /**
   * The page's least and greatest value, where readers may skip by them. None at all otherwise:
   * statistics without values would say that the page holds nulls only.
   */
  Statistics<?> statistics() {
    return Statistics.noopStats(type);
  }

  final PrimitiveType type() {
    return type;
  }
}
