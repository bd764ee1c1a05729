package jp.renkei.jobs.delta;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.schema.PrimitiveType;

/** A column of truths, one bit each. */
final class BooleanColumn extends ParquetColumn {
  private final BooleanPlainValuesWriter writer = new BooleanPlainValuesWriter();

  BooleanColumn(PrimitiveType type, ColumnRange range) {
    super(type, range);
  }

  @Override
  void addValue(Object value) {
    Boolean truth = (Boolean) value;
    range().add(truth);
    writer.writeBoolean(truth);
  }

  @Override
  void addValues(RowBatch batch, int column) {
    for (int row = 0; row < batch.size(); row++) {
      if (!batch.isNull(column, row)) {
        addValue(batch.value(column, row));
      }
    }
  }

  @Override
  BytesInput pageValues() {
    return writer.getBytes();
  }

  @Override
  Encoding encoding() {
    return Encoding.PLAIN;
  }

  @Override
  void resetPage() {
    writer.reset();
  }
}
