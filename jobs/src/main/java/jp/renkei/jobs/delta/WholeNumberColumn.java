package jp.renkei.jobs.delta;

import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriter;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForInteger;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** A column of whole numbers, days or moments, written as differences of neighbours. */
final class WholeNumberColumn extends ParquetColumn {
  private final boolean isLong;
  private final DeltaBinaryPackingValuesWriter writer;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;

  WholeNumberColumn(PrimitiveType type, ColumnRange range) {
    super(type, range);
    this.isLong = type.getPrimitiveTypeName() == PrimitiveTypeName.INT64;
    var allocator = HeapByteBufferAllocator.getInstance();
    this.writer =
        isLong
            ? new DeltaBinaryPackingValuesWriterForLong(BUFFER_BYTES, PAGE_BYTES, allocator)
            : new DeltaBinaryPackingValuesWriterForInteger(BUFFER_BYTES, PAGE_BYTES, allocator);
  }

  @Override
  void addValue(Object value) {
    long number;
    if (isLong) {
      number = (Long) value;
      writer.writeLong(number);
    } else {
      number = (Integer) value;
      writer.writeInteger((int) number);
    }
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
  }

  @Override
  void addValues(RowBatch batch, int column) {
    long[] numbers = batch.wholeNumbers(column);
    for (int row = 0; row < batch.size(); row++) {
      long number = numbers[row];
      if (number == RowBatch.NO_NUMBER) {
        continue;
      }
      if (isLong) {
        writer.writeLong(number);
      } else {
        writer.writeInteger((int) number);
      }
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
    }
  }

  @Override
  BytesInput pageValues() throws IOException {
    if (least <= greatest) {
      range().add(boxed(least));
      range().add(boxed(greatest));
    }
    return writer.getBytes();
  }

  private Object boxed(long number) {
    return isLong ? (Object) number : (Object) (int) number;
  }

  @Override
  Encoding encoding() {
    return writer.getEncoding();
  }

  @Override
  void resetPage() {
    writer.reset();
    least = Long.MAX_VALUE;
    greatest = Long.MIN_VALUE;
  }

  @Override
  Statistics<?> statistics() {
    if (!range().isAsked()) {
      return super.statistics();
    }
    var statistics = Statistics.createStats(type());
    if (least <= greatest && isLong) {
      statistics.updateStats(least);
      statistics.updateStats(greatest);
    } else if (least <= greatest) {
      statistics.updateStats((int) least);
      statistics.updateStats((int) greatest);
    }
    return statistics;
  }
}
