package jp.renkei.jobs.gateway.classify;

/** How an access reached the member's data. */
public enum AccessMethod {
  API,
  SCRAPING,
  DIRECT,
  UNKNOWN,
  /** Counted, but in no share. */
  EXCLUDED
}
