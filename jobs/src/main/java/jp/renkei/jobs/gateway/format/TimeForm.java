package jp.renkei.jobs.gateway.format;

/** How a product writes the time of an access. */
public enum TimeForm {
  /** {@code 2026-01-05T09:00:00.123+09:00}, with an offset or Z. */
  ISO_OFFSET,
  /** The same without an offset: in the feed's time zone. */
  ISO_LOCAL,
  /** {@code 05/Jan/2026:09:00:00 +0900}. */
  CLF,
  /** A number of seconds since 1970, with or without decimals. */
  EPOCH_SECONDS,
  /** A number of milliseconds since 1970. */
  EPOCH_MILLISECONDS
}
