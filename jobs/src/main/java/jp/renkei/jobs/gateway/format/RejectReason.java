package jp.renkei.jobs.gateway.format;

/** Why a line could not be accepted; the codes that {@code bronze.rejected_line} holds. */
public enum RejectReason {
  /** Bytes that are no UTF-8, a NUL, or half a surrogate pair. */
  NOT_UTF8,
  NOT_JSON,
  /** Not of the shape of the combined or the common log format, such as a line of an error log. */
  NOT_COMBINED,
  DUPLICATE_FIELD,
  MISSING_FIELD,
  WRONG_TYPE,
  BAD_TIME,
  TIME_OUT_OF_RANGE,
  BAD_STATUS,
  NEGATIVE_VALUE,
  /** The line ends in the middle. */
  TRUNCATED_LINE,
  TOO_LONG,
  CARD_NUMBER_FOUND,
  /** A compressed file that breaks off: nothing of it was taken. */
  DAMAGED_ARCHIVE
}
