package jp.renkei.jobs;

import static jp.renkei.jobs.Steps.always;
import static jp.renkei.jobs.Steps.reads;
import static jp.renkei.jobs.Steps.step;
import static jp.renkei.jobs.Steps.writes;

import java.util.List;
import jp.renkei.jobs.bronze.ReceiveFiles;
import jp.renkei.jobs.gold.PolicyTables;
import jp.renkei.jobs.gold.QuestionTables;
import jp.renkei.jobs.run.Origin;
import jp.renkei.jobs.run.Step;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.silver.ForeignRegisterSteps;
import jp.renkei.jobs.silver.GatewayFeeds;
import jp.renkei.jobs.silver.GatewayLogs;
import jp.renkei.jobs.silver.LogFileTable;
import jp.renkei.jobs.silver.MetricsSteps;
import jp.renkei.jobs.silver.RegisterFile;
import jp.renkei.jobs.silver.RegisterSteps;
import jp.renkei.jobs.silver.SubmissionSteps;
import jp.renkei.jobs.silver.SummarySteps;
import jp.renkei.jobs.summary.SummaryTable;
import jp.renkei.warehouse.table.TableName;

/** From landing to clean rows: what arrives, read and checked, and what is defined. */
final class LandedSteps {
  static final TableName BRONZE_SUBMISSION = ReceiveFiles.SUBMISSION;
  static final TableName RECEIVED_ROW = ReceiveFiles.RECEIVED_ROW;
  static final TableName REFUSED_ROW = ReceiveFiles.REFUSED_ROW;
  static final TableName GATEWAY_FILE = SubmissionSteps.GATEWAY_FILE;
  static final TableName REJECTED_LINE = SubmissionSteps.REJECTED_LINE;
  static final TableName ISSUER = Steps.table("silver.issuer");
  static final TableName AGENT = Steps.table("silver.agent");
  static final TableName PRODUCT_LINE = Steps.table("silver.product_line");
  static final TableName POPULATION_FRAME = Steps.table("silver.population_frame");
  static final TableName CLIENT_ALIAS = Steps.table("silver.client_alias");
  static final TableName AGENT_NETWORK = Steps.table("silver.agent_network");
  static final TableName ISSUER_KEY = Steps.table("silver.issuer_key");
  static final TableName SUCCESSION = Steps.table("silver.succession");
  static final TableName KPI_TARGET = RegisterFile.TARGETS.table().name();
  static final TableName SURVEY_ROUND = RegisterSteps.SURVEY_ROUND;
  static final TableName ROUND_QUESTIONNAIRE = RegisterSteps.ROUND_QUESTIONNAIRE;
  static final TableName CHOSEN_ISSUER = RegisterSteps.CHOSEN_ISSUER;
  static final TableName ACCESS = GatewayLogs.ACCESS;
  static final TableName ANSWER = SubmissionSteps.ANSWER;
  static final TableName MILESTONE_REVISION = SubmissionSteps.MILESTONE_REVISION;
  static final TableName KPI_COMMENT = SubmissionSteps.KPI_COMMENT;
  static final TableName CORRECTION = SubmissionSteps.CORRECTION;
  static final TableName SUBMISSION = SubmissionSteps.SUBMISSION;
  static final TableName REJECTED = SubmissionSteps.REJECTED;
  static final TableName CDR_METRIC = MetricsSteps.CDR_METRIC;
  static final TableName CDR_METRIC_FINDING = MetricsSteps.CDR_METRIC_FINDING;

  static final TableName ISSUER_SUMMARY = SummarySteps.ISSUER_SUMMARY;
  static final TableName SUMMARY_FINDING = SummarySteps.FINDING;
  static final TableName SUMMARY_ACCESS_DAILY = SummaryTable.ACCESS_DAILY.table().name();
  static final TableName SUMMARY_FETCH_MONTH = SummaryTable.FETCH_MONTH.table().name();
  static final TableName SUMMARY_USERS = SummaryTable.ISSUER_MONTH_USERS.table().name();
  static final TableName SUMMARY_LOG_DAY = SummaryTable.LOG_DAY.table().name();

  private LandedSteps() {}

  /** The steps in their order. */
  static List<Step> steps() {
    return List.of(
        always(
            "receive files",
            reads(),
            writes(BRONZE_SUBMISSION, RECEIVED_ROW, REFUSED_ROW),
            LandedSteps::receive),
        step(
            "registers",
            reads(BRONZE_SUBMISSION, RECEIVED_ROW, REFUSED_ROW),
            writes(
                ISSUER,
                AGENT,
                PRODUCT_LINE,
                POPULATION_FRAME,
                CLIENT_ALIAS,
                AGENT_NETWORK,
                ISSUER_KEY,
                SUCCESSION,
                SURVEY_ROUND,
                ROUND_QUESTIONNAIRE,
                CHOSEN_ISSUER,
                KPI_TARGET),
            RegisterSteps::editions,
            RegisterSteps::write),
        step(
            "foreign registers",
            reads(BRONZE_SUBMISSION, RECEIVED_ROW, REFUSED_ROW),
            writes(
                ForeignRegisterSteps.REGISTER,
                ForeignRegisterSteps.BRAND,
                ForeignRegisterSteps.BRAND_LINK),
            ForeignRegisterSteps::landed,
            ForeignRegisterSteps::write),
        always(
            "gateway logs",
            reads(CLIENT_ALIAS, AGENT_NETWORK, ISSUER),
            writes(ACCESS, REJECTED_LINE, GATEWAY_FILE),
            GatewayLogs::ingest),
        step(
            LogFileTable.TABLE.toString(),
            reads(GATEWAY_FILE),
            writes(LogFileTable.TABLE),
            LogFileTable::bringUpToDate),
        step(
                GatewayFeeds.TABLE.toString(),
                reads(),
                writes(GatewayFeeds.TABLE),
                GatewayFeeds::landed,
                GatewayFeeds::write)
            .from(Origin.LANDING),
        step(
            "submissions",
            reads(BRONZE_SUBMISSION, RECEIVED_ROW, REFUSED_ROW, LogFileTable.TABLE, REJECTED_LINE),
            writes(ANSWER, MILESTONE_REVISION, KPI_COMMENT, CORRECTION, SUBMISSION, REJECTED),
            SubmissionSteps::landed,
            SubmissionSteps::write),
        step(
            "stated figures",
            reads(RECEIVED_ROW, SUBMISSION),
            writes(CDR_METRIC, CDR_METRIC_FINDING),
            MetricsSteps::write),
        step(
            "issuer summaries",
            reads(RECEIVED_ROW, SUBMISSION, ISSUER_KEY, CLIENT_ALIAS, AGENT_NETWORK, AGENT),
            SummarySteps.WRITTEN,
            SummarySteps::write),
        step(
            "policy",
            reads(),
            writes(
                PolicyTables.POLICY_EVENT,
                PolicyTables.COMMITMENT,
                PolicyTables.KPI_DEFINITION,
                PolicyTables.KPI_SUPPLEMENT_DEFINITION),
            PolicyTables::write),
        step(
            "questionnaires",
            reads(),
            writes(
                QuestionTables.QUESTION,
                QuestionTables.QUESTION_OPTION,
                QuestionTables.SIZE_BAND,
                QuestionTables.COST_BAND),
            QuestionTables::write));
  }

  private static void receive(StepRun run) {
    var context = run.context();
    context.foundNotTaken(
        new ReceiveFiles(context.warehouse(), context.clock()).receive(context.landed()));
    run.upToDate(BRONZE_SUBMISSION);
    run.upToDate(RECEIVED_ROW);
    run.upToDate(REFUSED_ROW);
  }
}
