package jp.renkei.jobs.delta;

import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.TableDefinition;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A table definition in the words of Spark; every column may be null. */
public final class SparkSchema {
  private SparkSchema() {}

  public static StructType of(TableDefinition table) {
    return DataTypes.createStructType(
        table.columns().stream()
            .map(column -> DataTypes.createStructField(column.name(), type(column), true))
            .toList());
  }

  private static DataType type(ColumnDefinition column) {
    return switch (column.type()) {
      case STRING -> DataTypes.StringType;
      case BIGINT -> DataTypes.LongType;
      case DOUBLE -> DataTypes.DoubleType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
    };
  }
}
