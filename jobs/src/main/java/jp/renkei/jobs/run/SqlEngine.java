package jp.renkei.jobs.run;

import java.util.List;
import java.util.Map;

/**
 * Something that runs a SELECT over the silver and gold tables: Spark when figures are made, DuckDB
 * when they are checked.
 */
@FunctionalInterface
public interface SqlEngine {
  /**
   * Runs one SELECT.
   *
   * @return the rows, as maps from lower-case column name to value; whole numbers are {@link Long},
   *     dates {@link java.time.LocalDate}, SQL null is a missing key
   */
  List<Map<String, Object>> select(String sql);
}
