package jp.renkei.reports.figure;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers of a table that may be null there. */
final class Maybe {
  private Maybe() {}

  static OptionalLong whole(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  static OptionalDouble decimal(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
