package jp.renkei.webapi.sql;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;

/** A value as plain text: numbers without exponent, instants as ISO. */
final class CellText {
  private CellText() {}

  static String of(Object value) {
    if (value instanceof Double number) {
      return number.isNaN() || number.isInfinite()
          ? number.toString()
          : BigDecimal.valueOf(number).toPlainString();
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Timestamp instant) {
      return instant.toLocalDateTime().format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
    return value.toString();
  }
}
