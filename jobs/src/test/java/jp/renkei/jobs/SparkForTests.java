package jp.renkei.jobs;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of a whole test run, made when a test first asks for it. */
public final class SparkForTests {
  private SparkForTests() {}

  private static final class Holder {
    private static final SparkSession SESSION =
        SparkSession.builder()
            .appName("renkei-tests")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.default.parallelism", "2")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.session.timeZone", "Asia/Tokyo")
            .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
            .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")
            .config("spark.sql.parser.escapedStringLiterals", "true")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .getOrCreate();
  }

  public static SparkSession session() {
    return Holder.SESSION;
  }
}
