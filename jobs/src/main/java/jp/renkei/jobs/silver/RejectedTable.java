package jp.renkei.jobs.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.jobs.delta.SparkSchema;
import jp.renkei.jobs.gateway.FileProblem;
import jp.renkei.jobs.gateway.format.RejectReason;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.run.Tables;
import jp.renkei.warehouse.table.TableCatalog;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Writes silver.rejected. Rejected log lines may be as many as there are log lines: beyond {@link
 * #MOST_IN_DRIVER} Spark's tasks write them, and none passes the driver; up to it they go the way
 * of every small table, which costs no Spark job of its own.
 */
final class RejectedTable {
  /** Some 1.3 KB each at most, held several times while they are sorted and written. */
  static final long MOST_IN_DRIVER = 10_000;

  private static final String REMEDY = "ログの該当行を確認し、必要なら正しいファイルを提出してください。";

  private RejectedTable() {}

  /**
   * Writes.
   *
   * @param others everything rejected that is no log line
   * @param logLines how many rejected log lines there are
   */
  static void write(StepRun run, List<Rejection> others, long logLines) {
    var lines = logLines(run.read(SubmissionSteps.REJECTED_LINE));
    var table = TableCatalog.builtIn().table(SubmissionSteps.REJECTED);
    var rows = new ArrayList<List<Object>>();
    others.forEach(rejection -> rows.add(rejection.values()));
    if (logLines <= MOST_IN_DRIVER) {
      rows.addAll(Tables.rows(table, lines));
      run.write(SubmissionSteps.REJECTED, rows);
      return;
    }
    var small =
        run.spark()
            .createDataFrame(
                rows.stream().map(row -> RowFactory.create(row.toArray())).toList(),
                SparkSchema.of(table));
    run.writeLarge(
        SubmissionSteps.REJECTED,
        small.unionByName(lines),
        rows + " and lines of version " + run.version(SubmissionSteps.REJECTED_LINE));
  }

  private static Dataset<Row> logLines(Dataset<Row> rejectedLines) {
    return rejectedLines.select(
        col("submission_id"),
        col("path"),
        when(col("line").equalTo(0), lit(Rejection.FILE))
            .otherwise(concat(lit("line "), col("line").cast("string")))
            .as("place"),
        col("reason"),
        col("found"),
        col("expected"),
        concat(
                inJapanese(),
                when(
                        col("reason").equalTo(RejectReason.DAMAGED_ARCHIVE.name()),
                        lit(FileProblem.REMEDY_OF_ARCHIVE))
                    .otherwise(REMEDY))
            .as("remedy"),
        col("raw_masked"));
  }

  private static Column inJapanese() {
    Column text = lit("");
    for (var reason : RejectReason.values()) {
      text = when(col("reason").equalTo(reason.name()), lit(reason.ja())).otherwise(text);
    }
    return text;
  }
}
