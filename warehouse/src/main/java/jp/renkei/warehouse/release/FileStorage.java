package jp.renkei.warehouse.release;

/**
 * The storage version of a release's DuckDB files. Readers' programs are older than ours: what
 * DuckDB 1.2 wrote, every later one opens.
 */
public final class FileStorage {
  /** Oldest version of DuckDB that opens the files. */
  public static final String VERSION = "v1.2.0";

  /** Property of a JDBC connection that makes a file. */
  public static final String PROPERTY = "storage_compatibility_version";

  /** Option of {@code attach}. */
  public static final String OPTION = "storage_version '" + VERSION + "'";

  private FileStorage() {}
}
