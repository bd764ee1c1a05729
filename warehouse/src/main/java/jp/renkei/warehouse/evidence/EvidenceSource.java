package jp.renkei.warehouse.evidence;

/** Where the rows of a table that KPIs read come from. */
public enum EvidenceSource {
  /** Cells and lines of survey answers. */
  ANSWERS,
  /** Files handed in, whatever they say. */
  SUBMISSIONS,
  /** Lines of gateway logs, by file and day. */
  LOGS,
  /** Days of which logs are due, and the lines that came. */
  COVERAGE,
  /** Issuers' own counts of their logs. */
  SUMMARIES,
  /** Figures that issuers state in the shape of CDR Get Metrics v5. */
  STATED,
  /** Lines of the roadmap. */
  MILESTONES,
  /** Only says whom and when the others are about. */
  REGISTERS
}
