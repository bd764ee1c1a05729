package jp.renkei.jobs.silver;

import static jp.renkei.jobs.bronze.ReceiveFiles.RECEIVED_ROW;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.landing.SubmissionKind;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.surveys.Answer;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/**
 * Surveys, roadmap, comments and the fate of every file: the newest accepted answers, and what was
 * refused.
 */
public final class SubmissionSteps {
  public static final TableName ANSWER = TableName.of("silver.answer");
  public static final TableName MILESTONE_REVISION = TableName.of("silver.milestone_revision");
  public static final TableName KPI_COMMENT = TableName.of("silver.kpi_comment");
  public static final TableName CORRECTION = CorrectionTable.NAME;
  public static final TableName SUBMISSION = TableName.of("silver.submission");
  public static final TableName REJECTED = TableName.of("silver.rejected");
  public static final TableName GATEWAY_FILE = TableName.of("bronze.gateway_file");
  public static final TableName REJECTED_LINE = TableName.of("bronze.rejected_line");

  private SubmissionSteps() {}

  /** What the step depends on beside its tables: where files lie now, and which were not taken. */
  public static String landed(RunContext context) {
    return context.landed(kind -> kind != SubmissionKind.DECISION)
        + context.notTaken()
        + context.gatewayProblems();
  }

  /**
   * Writes answers, milestone revisions, comments, corrections, submissions and what was rejected.
   */
  public static void write(StepRun run) {
    var received = ReceivedFiles.read(run);
    var reading = RegisterReader.read(received);
    var receipts = Receipts.read(received);
    var surveyFiles = received.of(SubmissionKind.SURVEY);
    var checks =
        SurveyChecks.of(
            received,
            surveyFiles,
            receipts,
            new Registers(reading.rows(), reading.rounds()),
            received.corrections());
    var surveys = SurveyChecks.checkAll(checks, surveyFiles, pass -> checkSurveys(run, pass));
    var newest = NewestUnits.of(surveyFiles, surveys);
    var foreign = ForeignRegisters.read(received);
    run.write(ANSWER, answers(newest));
    run.write(MILESTONE_REVISION, Milestones.revisions(reading));
    run.write(KPI_COMMENT, KpiComments.standing(reading));
    run.write(
        CORRECTION,
        new CorrectionTable(received.all(), surveys, newest)
            .rows(received.corrections(), received));
    var logFiles = LogFiles.read(run);
    var metrics = MetricsFiles.read(received, reading, paths -> MetricsSteps.check(run, paths));
    var fates =
        new Fates(
            received,
            reading,
            receipts,
            surveys,
            newest,
            foreign,
            logFiles,
            Map.of(
                SubmissionKind.METRICS,
                metrics,
                SubmissionKind.SUMMARY,
                SummaryFiles.read(received, reading, ids -> SummarySteps.check(run, ids))),
            run.context().gatewayProblems());
    run.write(SUBMISSION, fates.submissions());
    RejectedTable.write(
        run, Rejections.of(run.context(), received, fates, logFiles), logFiles.rejectedLines());
  }

  /** Checks survey files, each in a task of its own. */
  private static List<SurveyUnits> checkSurveys(StepRun run, SurveyChecks checks) {
    var context = JavaSparkContext.fromSparkContext(run.spark().sparkContext());
    var known = context.broadcast(checks);
    return run.read(RECEIVED_ROW)
        .where(functions.col("submission_id").isin(checks.submissionIds().toArray()))
        .toJavaRDD()
        .mapToPair(
            row ->
                new Tuple2<>(
                    row.getString(0), new ReceivedCsv.Line(row.getLong(1), row.getString(2))))
        .groupByKey(2 * context.defaultParallelism())
        .map(
            file -> {
              var lines = new ArrayList<ReceivedCsv.Line>();
              file._2().forEach(lines::add);
              return known.value().check(file._1(), lines);
            })
        .collect();
  }

  private static List<List<Object>> answers(NewestUnits newest) {
    var rows = new ArrayList<List<Object>>();
    newest
        .all()
        .forEach(
            unit ->
                unit.verdict().answers().stream()
                    .sorted(Comparator.comparing(Answer::questionId))
                    .map(answer -> row(unit.file().submissionId(), answer))
                    .forEach(rows::add));
    return rows;
  }

  private static List<Object> row(String submissionId, Answer answer) {
    return Arrays.asList(
        answer.questionnaireId(),
        (long) answer.questionnaireVersion(),
        answer.roundId(),
        answer.respondentId(),
        answer.submittedAt(),
        orNull(answer.productLineId()),
        orNull(answer.segment()),
        orNull(answer.counterpartyId()),
        answer.questionId(),
        orNull(answer.value()),
        answer.valueState().name(),
        orNull(answer.freeText()),
        submissionId,
        orNull(answer.place().sheet()),
        orNull(answer.place().cell()),
        answer.place().line() > 0 ? answer.place().line() : null);
  }

  private static Object orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
