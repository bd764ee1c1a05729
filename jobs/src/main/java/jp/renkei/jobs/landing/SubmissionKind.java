package jp.renkei.jobs.landing;

/** What a landed file is, told by the folder it lies in. */
public enum SubmissionKind {
  REGISTER,
  ROUND,
  SURVEY,
  /** Who handed a survey file in, when and how. */
  RECEIPT,
  ROADMAP,
  TARGET,
  COMMENT,
  /** Cells that the secretariat corrects, each with the value that it expects there. */
  CORRECTION,
  DECISION,
  /** Figures that an issuer states itself, in the shape of CDR Get Metrics v5. */
  METRICS,
  /** An issuer's summary of a month of its gateway logs, signed. */
  SUMMARY,
  /** A gateway log file. */
  GATEWAY,
  /** The {@code feed.yaml} that describes a folder of gateway log files. */
  FEED,
  /** The {@code register.yaml} that describes a register of another country. */
  FOREIGN_REGISTER,
  /** One day's answer of a register of another country. */
  FOREIGN_SNAPSHOT,
  /** A file in no folder that landing knows. */
  UNKNOWN
}
