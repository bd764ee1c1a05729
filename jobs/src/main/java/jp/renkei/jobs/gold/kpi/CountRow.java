package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import jp.renkei.warehouse.kpi.Histogram;

/** One row of a KPI's SELECT, whichever engine gave it. */
record CountRow(Map<String, Object> columns) {

  String text(String column) {
    Object value = columns.get(column);
    return value == null ? "" : value.toString();
  }

  boolean has(String column) {
    return columns.get(column) != null;
  }

  /** The count in a column; empty for SQL null and for a column the SELECT does not have. */
  OptionalLong count(String column) {
    Object value = columns.get(column);
    return value == null ? OptionalLong.empty() : OptionalLong.of(((Number) value).longValue());
  }

  double number(String column) {
    return ((Number) columns.get(column)).doubleValue();
  }

  LocalDate date(String column) {
    return (LocalDate) columns.get(column);
  }

  /** The larger of each count of two rows; a count that one of them lacks stays unknown. */
  CountRow larger(CountRow other) {
    var larger = new HashMap<String, Object>();
    columns.forEach(
        (column, value) -> {
          if (value instanceof Number number && other.has(column)) {
            larger.put(column, Math.max(number.longValue(), other.count(column).orElseThrow()));
          }
        });
    return new CountRow(larger);
  }

  /** Whether the issuer of the row stands behind its counts. */
  boolean isIssuerBehind() {
    if (has("issuer_contributes")) {
      return has("issuer_id") && count("issuer_contributes").orElse(0) > 0;
    }
    return has("issuer_id") && isAnythingCounted();
  }

  /** Whether the agent of the row stands behind its counts; in logs it is the issuer who does. */
  boolean isAgentBehind() {
    if (has("agent_contributes")) {
      return has("agent_id") && count("agent_contributes").orElse(0) > 0;
    }
    return has("agent_id") && !has("issuer_id") && isAnythingCounted();
  }

  private boolean isAnythingCounted() {
    return has("denominator")
        ? count("denominator").orElse(0) > 0
        : has("numerator") || isCountedInABucket();
  }

  private boolean isCountedInABucket() {
    return columns.keySet().stream()
        .filter(Histogram::isBucket)
        .anyMatch(column -> count(column).orElse(0) > 0);
  }
}
