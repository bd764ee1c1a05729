package jp.renkei.warehouse.policy;

/** How well a statement is founded. */
public enum Grade {
  /** Primary text. */
  P,
  /** Secondary source. */
  S,
  /** Our own decision. */
  J
}
