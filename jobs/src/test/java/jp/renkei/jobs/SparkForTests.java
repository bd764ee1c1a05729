package jp.renkei.jobs;

import jp.renkei.jobs.run.Sessions;
import org.apache.spark.sql.SparkSession;

/**
 * The one Spark session of a whole test run, made when a test first asks for it, with the very
 * settings of a run.
 */
public final class SparkForTests {
  private SparkForTests() {}

  private static final class Holder {
    private static final SparkSession SESSION = Sessions.open("local[2]");
  }

  public static SparkSession session() {
    return Holder.SESSION;
  }
}
