package jp.renkei.warehouse.release;

/** Where a release stands in its life. */
public enum ReleaseState {
  DRAFT,
  REVIEWED,
  PUBLISHED,
  /** Published once; a newer one has been published since. */
  SUPERSEDED,
  WITHDRAWN
}
