package jp.renkei.jobs.delta;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import jp.renkei.warehouse.table.ColumnType;

/** Values as Java and Spark hand them out, in the form that {@link TableParquetFile} takes. */
public final class StoredValue {
  private StoredValue() {}

  /**
   * One value.
   *
   * @param value {@link String}, a whole number, {@link Double}, {@link Boolean}, {@link
   *     LocalDate}, {@link Instant} or {@link OffsetDateTime}, null
   */
  public static Object of(ColumnType type, Object value) {
    if (value == null) {
      return null;
    }
    return switch (type) {
      case STRING -> value.toString();
      case BOOLEAN -> value;
      case BIGINT -> ((Number) value).longValue();
      case DOUBLE -> ((Number) value).doubleValue();
      case DATE -> (int) ((LocalDate) value).toEpochDay();
      case TIMESTAMP -> {
        Instant instant =
            value instanceof OffsetDateTime zoned ? zoned.toInstant() : (Instant) value;
        yield ChronoUnit.MICROS.between(Instant.EPOCH, instant);
      }
    };
  }
}
