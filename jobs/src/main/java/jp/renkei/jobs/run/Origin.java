package jp.renkei.jobs.run;

/** Where a step's input comes from that is in no table. */
public enum Origin {
  /** What was handed in, and where it lies. */
  LANDING,
  /** Policy, questionnaires, rules. */
  DEFINITIONS,
  /** What was published last, with which figures are compared. */
  RELEASES;

  /** The name in documents and events. */
  public String title() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
