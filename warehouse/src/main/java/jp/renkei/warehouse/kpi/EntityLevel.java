package jp.renkei.warehouse.kpi;

/** Whom a value is about: the industry, one issuer, one agent, or an issuer with an agent. */
public enum EntityLevel {
  ALL,
  ISSUER,
  AGENT,
  PAIR
}
