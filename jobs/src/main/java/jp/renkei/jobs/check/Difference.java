package jp.renkei.jobs.check;

/**
 * One figure on which the two engines differ.
 *
 * @param spark what the table holds; {@code -} where it holds no such row
 * @param duckDb what DuckDB makes of the same versions; {@code -} where it makes no such row
 */
public record Difference(String subject, String key, String spark, String duckDb) {
  @Override
  public String toString() {
    return "%s %s: Spark %s, DuckDB %s".formatted(subject, key, spark, duckDb);
  }
}
