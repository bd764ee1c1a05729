package jp.renkei.jobs.delta;

import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.utils.DataFileStatus;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import jp.renkei.warehouse.table.ColumnType;

/** A written file with its statistics as Delta Kernel takes them. */
final class FileStatistics {
  private FileStatistics() {}

  static DataFileStatus of(WrittenFile file) {
    var least = new HashMap<Column, Literal>();
    var greatest = new HashMap<Column, Literal>();
    var nulls = new HashMap<Column, Long>();
    file.ranges()
        .forEach(
            (name, range) -> {
              var column = new Column(name);
              nulls.put(column, range.nulls());
              range.least().ifPresent(value -> least.put(column, literal(range.type(), value)));
              range
                  .greatest()
                  .ifPresent(value -> greatest.put(column, literal(range.type(), value)));
            });
    return new DataFileStatus(
        DeltaLog.address(Path.of(file.path())),
        file.sizeBytes(),
        file.modifiedAtMillis(),
        Optional.of(new DataFileStatistics(file.rows(), least, greatest, nulls, Optional.empty())));
  }

  private static Literal literal(ColumnType type, Object value) {
    return switch (type) {
      case STRING -> Literal.ofString((String) value);
      case BIGINT -> Literal.ofLong((Long) value);
      case DOUBLE -> Literal.ofDouble((Double) value);
      case BOOLEAN -> Literal.ofBoolean((Boolean) value);
      case DATE -> Literal.ofDate((Integer) value);
      case TIMESTAMP -> Literal.ofTimestamp((Long) value);
    };
  }
}
