package jp.renkei.jobs.gateway.format;

/** How a product writes a time. */
public enum TimeForm {
  /** {@code 2026-01-05T09:00:00.123+09:00}, with an offset or Z. */
  ISO_OFFSET("時差付きの日時（例：2026-01-05T09:00:00.123+09:00）", 0),
  /** The same without an offset: in the feed's time zone. */
  ISO_LOCAL("時差のない日時（例：2026-01-05T09:00:00.123）", 0),
  /** {@code 05/Jan/2026:09:00:00 +0900}. */
  CLF("アクセスログ形式の日時（例：05/Jan/2026:09:00:00 +0900）", 0),
  /** A number of seconds since 1970, with or without decimals. */
  EPOCH_SECONDS("1970年からの秒数（例：1767571200.123）", 1e6),
  /** A number of milliseconds since 1970, with or without decimals. */
  EPOCH_MILLISECONDS("1970年からのミリ秒数（例：1767571200123）", 1e3),
  /** A number of microseconds since 1970. */
  EPOCH_MICROSECONDS("1970年からのマイクロ秒数（例：1767571200123456）", 1),
  /** A number of nanoseconds since 1970; what is below a microsecond is dropped. */
  EPOCH_NANOSECONDS("1970年からのナノ秒数（例：1767571200123456789）", 1e-3);

  private final String ja;
  private final double micros;

  TimeForm(String ja, double micros) {
    this.ja = ja;
    this.micros = micros;
  }

  /** The form in Japanese, with an example. */
  String ja() {
    return ja;
  }

  /** Whether it is a number. */
  boolean isNumber() {
    return micros > 0;
  }

  /** A whole number of its units in microseconds; {@link Times#BAD} far outside of any log. */
  long micros(long raw) {
    if (this == EPOCH_NANOSECONDS) {
      return Math.floorDiv(raw, 1_000);
    }
    long factor = (long) micros;
    return raw < Times.EARLIEST / factor || raw > Times.LATEST / factor ? Times.BAD : raw * factor;
  }

  /** Microseconds in one of its units; 0 where it is no number. */
  double micros() {
    return micros;
  }
}
