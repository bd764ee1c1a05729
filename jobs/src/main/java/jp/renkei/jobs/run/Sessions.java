package jp.renkei.jobs.run;

import org.apache.spark.sql.SparkSession;

/** The Spark session that every run uses, with the settings on which two engines agree. */
public final class Sessions {
  private Sessions() {}

  /**
   * A session on a master, such as {@code local[*]} or {@code spark://host:7077}; settings given as
   * {@code -Dspark.…} hold.
   */
  public static SparkSession open(String master) {
    return SparkSession.builder()
        .appName("renkei")
        .master(master)
        .config("spark.ui.enabled", "false")
        .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
        .config(
            "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.session.timeZone", "Asia/Tokyo")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .config("spark.sql.ansi.enabled", "true")
        .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")
        .config("spark.sql.parser.escapedStringLiterals", "true")
        .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
        .config("spark.sql.sources.parallelPartitionDiscovery.threshold", "100000")
        .config("spark.databricks.delta.snapshotPartitions", "1")
        // The tables are small and the queries many: planning and tasks cost more than the work.
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.adaptive.enabled", "false")
        // Queries over tables that grow with the logs: as many parts as a large issuer's users need
        // within little memory; those of a small one are put together again.
        .config("spark.sql.adaptive.coalescePartitions.initialPartitionNum", "32")
        .getOrCreate();
  }
}
