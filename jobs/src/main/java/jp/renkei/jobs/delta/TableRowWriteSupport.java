package jp.renkei.jobs.delta;

import java.util.List;
import java.util.Map;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.TableDefinition;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Hands one row, an array of values in column order, to Parquet. */
final class TableRowWriteSupport extends WriteSupport<Object[]> {
  private final TableDefinition table;
  private final MessageType schema;
  private final String[] names;
  private RecordConsumer consumer;

  TableRowWriteSupport(TableDefinition table) {
    this.table = table;
    this.schema = TableSchemas.parquet(table);
    this.names = table.columnNames().toArray(String[]::new);
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(schema, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    this.consumer = recordConsumer;
  }

  @Override
  public void write(Object[] row) {
    if (row.length != names.length) {
      throw new IllegalArgumentException(
          "Cannot write a row of %s: found %d values, expected %d."
              .formatted(table.name(), row.length, names.length));
    }
    consumer.startMessage();
    List<ColumnDefinition> columns = table.columns();
    for (int index = 0; index < row.length; index++) {
      if (row[index] != null) {
        consumer.startField(names[index], index);
        add(columns.get(index), row[index]);
        consumer.endField(names[index], index);
      }
    }
    consumer.endMessage();
  }

  private void add(ColumnDefinition column, Object value) {
    try {
      switch (column.type()) {
        case STRING ->
            consumer.addBinary(
                value instanceof Binary bytes ? bytes : Binary.fromString((String) value));
        case BIGINT, TIMESTAMP -> consumer.addLong((Long) value);
        case DOUBLE -> consumer.addDouble((Double) value);
        case BOOLEAN -> consumer.addBoolean((Boolean) value);
        case DATE -> consumer.addInteger((Integer) value);
      }
    } catch (ClassCastException e) {
      throw new IllegalArgumentException(
          "Cannot write column %s of %s: found a %s, expected %s."
              .formatted(
                  column.name(), table.name(), value.getClass().getSimpleName(), column.type()),
          e);
    }
  }
}
