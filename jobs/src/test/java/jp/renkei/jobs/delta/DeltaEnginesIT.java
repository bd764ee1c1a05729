package jp.renkei.jobs.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import jp.renkei.jobs.SparkForTests;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write without Spark reads the same in Spark and in DuckDB. */
class DeltaEnginesIT {
  private static final String EXPECTED =
      "[明細3, 3, 1.5, false, 2024-10-04, 2026-01-05T00:00:00.123456Z]";
  @TempDir Path warehouse;

  private Path tableWithOneSource() throws IOException {
    var table = warehouse.resolve("bronze/sample");
    var source = SampleTable.source('a', "");
    SourceCommit.to(table, SampleTable.DEFINITION)
        .add(source, SampleTable.file(table, source, 3))
        .commit();
    return table;
  }

  @Test
  void sparkReadsEveryType() throws IOException {
    var rows =
        SparkForTests.session()
            .read()
            .format("delta")
            .load(tableWithOneSource().toString())
            .filter("moment >= timestamp '2026-01-05 09:00:00.123456'")
            .collectAsList();
    assertThat(rows).hasSize(1);
    Row row = rows.get(0);
    assertThat(
            List.of(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.getInstant(5))
                .toString())
        .isEqualTo(EXPECTED);
  }

  @Test
  void duckDbReadsEveryType() throws IOException, SQLException {
    var file = DeltaSnapshot.latest(tableWithOneSource()).orElseThrow().files().get(0);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("set TimeZone = 'Asia/Tokyo'");
      try (var rows =
          statement.executeQuery(
              "select * from read_parquet('" + file + "') where text is not null")) {
        assertThat(rows.next()).isTrue();
        assertThat(
                List.of(
                        rows.getString(1),
                        rows.getLong(2),
                        rows.getDouble(3),
                        rows.getBoolean(4),
                        rows.getObject(5),
                        rows.getObject(6, java.time.OffsetDateTime.class).toInstant())
                    .toString())
            .isEqualTo(EXPECTED);
        assertThat(rows.next()).isFalse();
      }
    }
  }

  @Test
  void sparkAppendsToAndReplacesWhatKernelMade() throws IOException {
    var table = tableWithOneSource();
    var spark = SparkForTests.session();
    var twice = spark.read().format("delta").load(table.toString());
    twice.write().format("delta").mode("append").save(table.toString());
    assertThat(spark.read().format("delta").load(table.toString()).count()).isEqualTo(4);
    var next = SampleTable.source('b', "");
    SourceCommit.to(table, SampleTable.DEFINITION)
        .add(next, SampleTable.file(table, next, 4))
        .commit();
    assertThat(spark.read().format("delta").load(table.toString()).count()).isEqualTo(6);
    spark
        .read()
        .format("delta")
        .load(table.toString())
        .limit(1)
        .write()
        .format("delta")
        .mode("overwrite")
        .save(table.toString());
    assertThat(DeltaSnapshot.latest(table).orElseThrow().files()).hasSize(1);
    assertThat(CommittedSources.of(table).holds(next)).isTrue();
  }
}
