package jp.renkei.jobs.delta;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.schema.PrimitiveType;

/** A column of numbers with decimals, as they are. */
final class DoubleColumn extends ParquetColumn {
  private final LittleEndianBytes plain = new LittleEndianBytes();

  DoubleColumn(PrimitiveType type, ColumnRange range) {
    super(type, range);
  }

  @Override
  void addValue(Object value) {
    Double number = (Double) value;
    range().add(number);
    plain.putLong(Double.doubleToRawLongBits(number));
    pageBytes = plain.size();
  }

  @Override
  void addValues(RowBatch batch, int column) {
    double[] numbers = batch.decimals(column);
    boolean isAsked = range().isAsked();
    for (int row = 0; row < batch.size(); row++) {
      if (Double.isNaN(numbers[row])) {
        continue;
      }
      if (isAsked) {
        range().add(numbers[row]);
      }
      plain.putLong(Double.doubleToRawLongBits(numbers[row]));
    }
    pageBytes = plain.size();
  }

  @Override
  BytesInput pageValues() {
    return plain.input();
  }

  @Override
  Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  void resetPage() {
    plain.clear();
  }
}
