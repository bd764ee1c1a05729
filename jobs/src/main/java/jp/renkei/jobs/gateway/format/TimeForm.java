package jp.renkei.jobs.gateway.format;

/** How a product writes the time of an access. */
public enum TimeForm {
  /** {@code 2026-01-05T09:00:00.123+09:00}, with an offset or Z. */
  ISO_OFFSET("時差付きの日時（例：2026-01-05T09:00:00.123+09:00）"),
  /** The same without an offset: in the feed's time zone. */
  ISO_LOCAL("時差のない日時（例：2026-01-05T09:00:00.123）"),
  /** {@code 05/Jan/2026:09:00:00 +0900}. */
  CLF("アクセスログ形式の日時（例：05/Jan/2026:09:00:00 +0900）"),
  /** A number of seconds since 1970, with or without decimals. */
  EPOCH_SECONDS("1970年からの秒数（例：1767571200.123）"),
  /** A number of milliseconds since 1970. */
  EPOCH_MILLISECONDS("1970年からのミリ秒数（例：1767571200123）");

  private final String ja;

  TimeForm(String ja) {
    this.ja = ja;
  }

  /** The form in Japanese, with an example. */
  String ja() {
    return ja;
  }
}
