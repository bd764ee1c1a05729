package jp.renkei.jobs.silver;

import static jp.renkei.jobs.bronze.ReceiveFiles.RECEIVED_ROW;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.renkei.jobs.delta.SparkSchema;
import jp.renkei.jobs.metrics.MetricsFigure;
import jp.renkei.jobs.metrics.MetricsFile;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/**
 * The figures that issuers state in the shape of CDR Get Metrics v5. Each file is read in a task of
 * its own; of the files that state one figure the newest request counts.
 */
public final class MetricsSteps {
  public static final TableName CDR_METRIC = TableName.of("silver.cdr_metric");
  public static final TableName CDR_METRIC_FINDING = TableName.of("silver.cdr_metric_finding");

  /** The finding that two files state different figures of one period; the newest one counts. */
  private static final String STATED_DIFFERENTLY = "STATED_DIFFERENTLY";

  private static final String STATED = "stated_cdr_metric";
  private static final String KEY =
      "issuer_id, period_type, period_start, metric, aspect, part, hour";

  private MetricsSteps() {}

  /** Gives the verdicts on the contents of files, from submission to path. */
  static List<MetricsFiles.Verdict> check(StepRun run, Map<String, String> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    var known =
        JavaSparkContext.fromSparkContext(run.spark().sparkContext())
            .broadcast(new HashMap<>(paths));
    return texts(run, paths)
        .map(
            file ->
                MetricsFiles.check(
                    file._1(), known.value().get(file._1()), ReceivedCsv.text(List.of(file._2()))))
        .collect();
  }

  /** Writes the figures of the accepted files, and what contradicts itself in them. */
  public static void write(StepRun run) {
    var accepted = new TreeMap<String, Row>();
    run.read(SubmissionSteps.SUBMISSION)
        .where("kind = 'METRICS' and state = 'ACCEPTED'")
        .select("submission_id", "path", "respondent_id", "submitted_at")
        .collectAsList()
        .forEach(row -> accepted.put(row.getString(0), row));
    if (accepted.isEmpty()) {
      run.write(CDR_METRIC, List.<List<Object>>of());
      run.write(CDR_METRIC_FINDING, List.<List<Object>>of());
      return;
    }
    var paths = new HashMap<String, String>();
    accepted.forEach((id, row) -> paths.put(id, row.getString(1)));
    var issuers = new HashMap<String, String>();
    accepted.forEach((id, row) -> issuers.put(id, row.getString(2)));
    stated(run, paths, issuers).createOrReplaceTempView(STATED);
    run.writeLarge(
        CDR_METRIC,
        run.spark()
            .sql(
                """
                select %s, value, millionths, requested_at, submission_id
                from   (select *, row_number() over (partition by %s
                                                     order by requested_at desc, submission_id desc) as place
                        from   %s)
                where  place = 1"""
                    .formatted(KEY, KEY, STATED)),
        accepted.values().toString());
    var findings = findings(run, paths, issuers);
    findings.addAll(differences(run));
    run.write(CDR_METRIC_FINDING, findings);
  }

  private static JavaPairRDD<String, ReceivedCsv.Line> texts(
      StepRun run, Map<String, String> paths) {
    return run.read(RECEIVED_ROW)
        .where(functions.col("submission_id").isin(paths.keySet().toArray()))
        .toJavaRDD()
        .mapToPair(
            row ->
                new Tuple2<>(
                    row.getString(0), new ReceivedCsv.Line(row.getLong(1), row.getString(2))));
  }

  private static Dataset<Row> stated(
      StepRun run, Map<String, String> paths, Map<String, String> issuers) {
    var rows =
        texts(run, paths)
            .flatMap(
                file -> {
                  var read =
                      MetricsFile.of(paths.get(file._1()), ReceivedCsv.text(List.of(file._2())));
                  var requestedAt = read.requestTime().orElseThrow().toInstant();
                  return read.figures().stream()
                      .map(figure -> row(issuers.get(file._1()), figure, requestedAt, file._1()))
                      .iterator();
                });
    return run.spark()
        .createDataFrame(rows, SparkSchema.of(TableCatalog.builtIn().table(CDR_METRIC)));
  }

  private static Row row(
      String issuerId, MetricsFigure figure, Instant requestedAt, String submissionId) {
    return RowFactory.create(
        issuerId,
        figure.periodType().name(),
        figure.periodStart(),
        figure.metric(),
        figure.aspect().isEmpty() ? null : figure.aspect(),
        figure.part().isEmpty() ? null : figure.part(),
        figure.hour() < 0 ? null : (long) figure.hour(),
        figure.value().doubleValue(),
        figure.millionths(),
        requestedAt,
        submissionId);
  }

  private static List<List<Object>> findings(
      StepRun run, Map<String, String> paths, Map<String, String> issuers) {
    return new ArrayList<>(
        texts(run, paths)
            .flatMap(
                file ->
                    MetricsFile.of(paths.get(file._1()), ReceivedCsv.text(List.of(file._2())))
                        .broken()
                        .stream()
                        .map(
                            broken ->
                                Arrays.<Object>asList(
                                    issuers.get(file._1()),
                                    broken.ruleId(),
                                    paths.get(file._1()) + " " + broken.place(),
                                    broken.found(),
                                    broken.expected(),
                                    file._1()))
                        .iterator())
            .collect());
  }

  /** The moment of a request is another each time; days and months are not. */
  private static List<List<Object>> differences(StepRun run) {
    return run
        .spark()
        .sql(
            """
            select issuer_id, period_type, period_start, metric,
                   concat_ws('.', aspect, part, cast(hour as string))  as detail,
                   array_join(array_sort(collect_set(cast(value as string))), ' ↔ ') as found,
                   max_by(submission_id, requested_at)                 as submission_id
            from   %s
            where  period_type <> 'MOMENT'
            group  by %s
            having count(distinct millionths) > 1"""
                .formatted(STATED, KEY))
        .collectAsList()
        .stream()
        .map(
            row ->
                Arrays.<Object>asList(
                    row.getString(0),
                    STATED_DIFFERENTLY,
                    Stream.of(row.get(2).toString(), row.getString(3), row.getString(4))
                        .filter(text -> !text.isEmpty())
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow(),
                    row.getString(5),
                    "どのファイルでも同じ値",
                    row.getString(6)))
        .toList();
  }
}
