package jp.renkei.warehouse.table;

/** The types a column may have; each means the same in Delta, Spark, DuckDB and jOOQ. */
public enum ColumnType {
  STRING("VARCHAR"),
  BIGINT("BIGINT"),
  DOUBLE("DOUBLE"),
  BOOLEAN("BOOLEAN"),
  DATE("DATE"),
  /** An instant in microseconds, adjusted to UTC. */
  TIMESTAMP("TIMESTAMPTZ");

  private final String duckDb;

  ColumnType(String duckDb) {
    this.duckDb = duckDb;
  }

  /** The type's name in DuckDB. */
  public String duckDb() {
    return duckDb;
  }
}
