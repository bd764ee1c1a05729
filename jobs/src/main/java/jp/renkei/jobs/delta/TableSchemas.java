package jp.renkei.jobs.delta;

import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import jp.renkei.warehouse.table.ColumnType;
import jp.renkei.warehouse.table.TableDefinition;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** A table definition in the words of Parquet and of Delta; every column may be null. */
final class TableSchemas {
  private TableSchemas() {}

  static MessageType parquet(TableDefinition table) {
    var message = Types.buildMessage();
    for (var column : table.columns()) {
      message.addField(parquet(column.type(), column.name()));
    }
    return message.named("spark_schema");
  }

  static StructType delta(TableDefinition table) {
    var struct = new StructType();
    for (var column : table.columns()) {
      struct = struct.add(column.name(), delta(column.type()), true);
    }
    return struct;
  }

  private static Type parquet(ColumnType type, String name) {
    return switch (type) {
      case STRING ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case BIGINT -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
      case DATE ->
          Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
      case TIMESTAMP ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(name);
    };
  }

  private static DataType delta(ColumnType type) {
    return switch (type) {
      case STRING -> StringType.STRING;
      case BIGINT -> LongType.LONG;
      case DOUBLE -> DoubleType.DOUBLE;
      case BOOLEAN -> BooleanType.BOOLEAN;
      case DATE -> DateType.DATE;
      case TIMESTAMP -> TimestampType.TIMESTAMP;
    };
  }
}
