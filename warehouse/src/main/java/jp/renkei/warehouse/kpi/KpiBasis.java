package jp.renkei.warehouse.kpi;

/** What a value rests on. */
public enum KpiBasis {
  SURVEY,
  GATEWAY_LOG,
  ISSUER_SUMMARY,
  CDR_METRICS,
  STATED,
  ROADMAP
}
