package jp.renkei.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import jp.renkei.jobs.bronze.ReceiveFiles;
import jp.renkei.jobs.gold.FigureMoves;
import jp.renkei.jobs.gold.GoldSteps;
import jp.renkei.jobs.gold.LogCoverage;
import jp.renkei.jobs.gold.PolicyTables;
import jp.renkei.jobs.gold.QuestionTables;
import jp.renkei.jobs.gold.kpi.PublishedFigures;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.Step;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.silver.ForeignRegisterSteps;
import jp.renkei.jobs.silver.GatewayLogs;
import jp.renkei.jobs.silver.LogFileDays;
import jp.renkei.jobs.silver.LogFileTable;
import jp.renkei.jobs.silver.MetricsSteps;
import jp.renkei.jobs.silver.RegisterFile;
import jp.renkei.jobs.silver.RegisterSteps;
import jp.renkei.jobs.silver.SubmissionSteps;
import jp.renkei.jobs.silver.UserHours;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.warehouse.table.TableName;

/**
 * Read this first: every step from landing to the KPI values and what stands beside them, in order,
 * with what it reads and writes. What follows, check and release, is in {@link Run}.
 */
public final class Pipeline {
  private static final TableName BRONZE_SUBMISSION = ReceiveFiles.SUBMISSION;
  private static final TableName RECEIVED_ROW = ReceiveFiles.RECEIVED_ROW;
  private static final TableName REFUSED_ROW = ReceiveFiles.REFUSED_ROW;
  private static final TableName GATEWAY_FILE = SubmissionSteps.GATEWAY_FILE;
  private static final TableName REJECTED_LINE = SubmissionSteps.REJECTED_LINE;
  private static final TableName ISSUER = table("silver.issuer");
  private static final TableName AGENT = table("silver.agent");
  private static final TableName PRODUCT_LINE = table("silver.product_line");
  private static final TableName POPULATION_FRAME = table("silver.population_frame");
  private static final TableName CLIENT_ALIAS = table("silver.client_alias");
  private static final TableName AGENT_NETWORK = table("silver.agent_network");
  private static final TableName SUCCESSION = table("silver.succession");
  private static final TableName KPI_TARGET = RegisterFile.TARGETS.table().name();
  private static final TableName SURVEY_ROUND = RegisterSteps.SURVEY_ROUND;
  private static final TableName ROUND_QUESTIONNAIRE = RegisterSteps.ROUND_QUESTIONNAIRE;
  private static final TableName CHOSEN_ISSUER = RegisterSteps.CHOSEN_ISSUER;
  private static final TableName ACCESS = GatewayLogs.ACCESS;
  private static final TableName ANSWER = SubmissionSteps.ANSWER;
  private static final TableName MILESTONE_REVISION = SubmissionSteps.MILESTONE_REVISION;
  private static final TableName KPI_COMMENT = SubmissionSteps.KPI_COMMENT;
  private static final TableName SUBMISSION = SubmissionSteps.SUBMISSION;
  private static final TableName REJECTED = SubmissionSteps.REJECTED;
  private static final TableName CDR_METRIC = MetricsSteps.CDR_METRIC;
  private static final TableName CDR_METRIC_FINDING = MetricsSteps.CDR_METRIC_FINDING;
  private static final TableName CDR_DAY = table("gold.cdr_day");
  private static final TableName CDR_MONTH = table("gold.cdr_month");
  private static final TableName COMPANY_CONSENT = table("gold.company_consent");
  private static final TableName RESPONSE_STATUS = table("gold.response_status");
  private static final TableName ADOPTION = table("gold.adoption");
  private static final TableName ANSWER_COUNT = table("gold.answer_count");
  private static final TableName ISSUER_ADOPTION = table("gold.issuer_adoption");
  private static final TableName GUIDELINE_CONFORMITY = table("gold.guideline_conformity");
  private static final TableName ACCESS_DAILY = table("gold.access_daily");
  private static final TableName FETCH_MONTH = table("gold.fetch_month");
  private static final TableName ISSUER_MONTH_USERS = table("gold.issuer_month_users");
  private static final TableName RULE_MIX = table("gold.rule_mix");
  private static final TableName LINKAGE_CELL = table("gold.linkage_cell");
  private static final TableName MILESTONE = table("gold.milestone");
  private static final TableName REJECTED_SUMMARY = table("gold.rejected_summary");
  private static final TableName DATA_QUALITY = table("gold.data_quality");
  private static final TableName KPI_VALUE = table("gold.kpi_value");
  private static final TableName GOLD_KPI_COMMENT = table("gold.kpi_comment");
  private static final TableName KPI_SUPPLEMENT = table("gold.kpi_supplement");

  private Pipeline() {}

  /** All steps, in the order in which they run. */
  public static List<Step> steps() {
    return List.of(
        always(
            "receive files",
            reads(),
            writes(BRONZE_SUBMISSION, RECEIVED_ROW, REFUSED_ROW),
            Pipeline::receive),
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
            "submissions",
            reads(BRONZE_SUBMISSION, RECEIVED_ROW, REFUSED_ROW, LogFileTable.TABLE, REJECTED_LINE),
            writes(ANSWER, MILESTONE_REVISION, KPI_COMMENT, SUBMISSION, REJECTED),
            SubmissionSteps::landed,
            SubmissionSteps::write),
        step(
            "stated figures",
            reads(RECEIVED_ROW, SUBMISSION),
            writes(CDR_METRIC, CDR_METRIC_FINDING),
            MetricsSteps::write),
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
            QuestionTables::write),
        step(
            UserHours.TABLE.toString(),
            reads(ACCESS),
            writes(UserHours.TABLE),
            UserHours::bringUpToDate),
        step(
            LogFileDays.TABLE.toString(),
            reads(ACCESS),
            writes(LogFileDays.TABLE),
            LogFileDays::bringUpToDate),
        gold(ACCESS_DAILY, reads(ACCESS), GoldSteps::accessDaily),
        gold(CDR_DAY, reads(CDR_METRIC), GoldSteps::small),
        gold(CDR_MONTH, reads(CDR_METRIC, CDR_DAY), GoldSteps::small),
        always(
            "as-of date",
            reads(SURVEY_ROUND, ACCESS_DAILY, MILESTONE_REVISION, SUBMISSION),
            writes(),
            GoldSteps::findAsOf),
        goldAsOf(COMPANY_CONSENT, reads(ANSWER, SURVEY_ROUND, ISSUER, AGENT)),
        gold(
            RESPONSE_STATUS,
            reads(
                SUBMISSION,
                SURVEY_ROUND,
                ROUND_QUESTIONNAIRE,
                POPULATION_FRAME,
                ISSUER,
                AGENT,
                COMPANY_CONSENT,
                QuestionTables.SIZE_BAND),
            GoldSteps::small),
        gold(
            ADOPTION,
            reads(ANSWER, SURVEY_ROUND, PRODUCT_LINE, RESPONSE_STATUS),
            GoldSteps::adoption),
        step(
            LogCoverage.COVERAGE.toString(),
            reads(LogFileDays.TABLE, LogFileTable.TABLE, SUBMISSION, ADOPTION, SURVEY_ROUND),
            writes(LogCoverage.COVERAGE, LogCoverage.FINDING),
            LogCoverage::asOfAndLanded,
            LogCoverage::write),
        gold(ISSUER_ADOPTION, reads(ADOPTION, RESPONSE_STATUS), GoldSteps::small),
        gold(GUIDELINE_CONFORMITY, reads(ANSWER, ADOPTION), GoldSteps::small),
        gold(FETCH_MONTH, reads(UserHours.TABLE), GoldSteps::userMonth),
        gold(ISSUER_MONTH_USERS, reads(UserHours.TABLE), GoldSteps::userMonth),
        gold(RULE_MIX, reads(ACCESS_DAILY), GoldSteps::ruleMix),
        gold(
            LINKAGE_CELL,
            reads(ANSWER, SURVEY_ROUND, RESPONSE_STATUS, ISSUER, AGENT, ACCESS_DAILY),
            GoldSteps::linkageCells),
        gold(
            ANSWER_COUNT,
            reads(
                ANSWER,
                SURVEY_ROUND,
                ROUND_QUESTIONNAIRE,
                ISSUER,
                AGENT,
                RESPONSE_STATUS,
                ADOPTION,
                QuestionTables.QUESTION),
            GoldSteps::small),
        gold(
            table("gold.answer_tabulation"),
            reads(ANSWER_COUNT, QuestionTables.QUESTION, QuestionTables.QUESTION_OPTION),
            GoldSteps::small),
        gold(
            table("gold.adoption_transition"),
            reads(SURVEY_ROUND, CHOSEN_ISSUER, ISSUER_ADOPTION),
            GoldSteps::small),
        gold(table("gold.planned_adoption"), reads(SURVEY_ROUND, ADOPTION), GoldSteps::small),
        gold(
            table("gold.adoption_cost"),
            reads(ANSWER, RESPONSE_STATUS, ISSUER_ADOPTION),
            GoldSteps::small),
        gold(
            table("gold.cost_per_account"),
            reads(ANSWER, ISSUER_ADOPTION, LINKAGE_CELL, QuestionTables.COST_BAND),
            GoldSteps::small),
        gold(
            table("gold.issue_comparison"),
            reads(
                ANSWER,
                ROUND_QUESTIONNAIRE,
                RESPONSE_STATUS,
                QuestionTables.QUESTION,
                QuestionTables.QUESTION_OPTION),
            GoldSteps::small),
        gold(table("gold.connection_stage"), reads(SURVEY_ROUND, LINKAGE_CELL), GoldSteps::small),
        gold(
            table("gold.declining_reason"),
            reads(
                ANSWER,
                ROUND_QUESTIONNAIRE,
                RESPONSE_STATUS,
                QuestionTables.QUESTION,
                QuestionTables.QUESTION_OPTION),
            GoldSteps::small),
        gold(
            table("gold.guideline_part_conformity"),
            reads(
                ROUND_QUESTIONNAIRE,
                GUIDELINE_CONFORMITY,
                QuestionTables.QUESTION,
                QuestionTables.QUESTION_OPTION),
            GoldSteps::small),
        gold(
            table("gold.foreign_register_month"),
            reads(ForeignRegisterSteps.BRAND, ForeignRegisterSteps.BRAND_LINK),
            GoldSteps::foreignRegisterMonths),
        goldAsOf(MILESTONE, reads(MILESTONE_REVISION)),
        gold(REJECTED_SUMMARY, reads(REJECTED, SUBMISSION), GoldSteps::small),
        step(
            KPI_VALUE.toString(),
            reads(
                ANSWER,
                SURVEY_ROUND,
                RESPONSE_STATUS,
                ADOPTION,
                GUIDELINE_CONFORMITY,
                LINKAGE_CELL,
                ACCESS_DAILY,
                CDR_MONTH,
                FETCH_MONTH,
                ISSUER_MONTH_USERS,
                LogCoverage.COVERAGE,
                MILESTONE,
                ISSUER),
            writes(KPI_VALUE),
            context -> GoldSteps.asOf(context) + " after release " + publishedRelease(context),
            run ->
                GoldSteps.kpiValues(
                    run,
                    KPI_VALUE,
                    PublishedFigures.of(releases(run.context()).newestPublished()))),
        step(
            FigureMoves.TABLE.toString(),
            reads(KPI_VALUE, LogFileDays.TABLE, AGENT_NETWORK, CLIENT_ALIAS),
            writes(FigureMoves.TABLE),
            FigureMoves::newestRelease,
            FigureMoves::write),
        gold(
            KPI_SUPPLEMENT,
            reads(
                KPI_VALUE,
                PolicyTables.KPI_SUPPLEMENT_DEFINITION,
                LINKAGE_CELL,
                RULE_MIX,
                SURVEY_ROUND,
                MILESTONE),
            GoldSteps::small),
        gold(GOLD_KPI_COMMENT, reads(KPI_COMMENT, KPI_VALUE, ISSUER), GoldSteps::small),
        gold(
            DATA_QUALITY,
            reads(
                RESPONSE_STATUS,
                ANSWER,
                SURVEY_ROUND,
                ISSUER,
                AGENT,
                REJECTED,
                SUBMISSION,
                MILESTONE_REVISION,
                ACCESS_DAILY,
                KPI_COMMENT,
                GOLD_KPI_COMMENT,
                CDR_METRIC_FINDING,
                CDR_DAY,
                LogCoverage.FINDING),
            GoldSteps::small));
  }

  private static void receive(StepRun run) {
    var context = run.context();
    context.foundNotTaken(
        new ReceiveFiles(context.warehouse(), context.clock()).receive(context.landed()));
    run.upToDate(BRONZE_SUBMISSION);
    run.upToDate(RECEIVED_ROW);
    run.upToDate(REFUSED_ROW);
  }

  private static ReleaseStore releases(RunContext context) {
    return context.warehouse().releases();
  }

  private static String publishedRelease(RunContext context) {
    return releases(context)
        .newestPublished()
        .map(release -> Integer.toString(release.id()))
        .orElse("none");
  }

  private static Step gold(
      TableName table, Set<TableName> reads, BiConsumer<StepRun, TableName> body) {
    return step(table.toString(), reads, writes(table), run -> body.accept(run, table));
  }

  private static Step goldAsOf(TableName table, Set<TableName> reads) {
    return step(
        table.toString(),
        reads,
        writes(table),
        GoldSteps::asOf,
        run -> GoldSteps.asOfDate(run, table));
  }

  private static Step step(
      String name, Set<TableName> reads, Set<TableName> writes, Step.Body body) {
    return step(name, reads, writes, context -> "", body);
  }

  private static Step step(
      String name,
      Set<TableName> reads,
      Set<TableName> writes,
      Step.DependsOn dependsOn,
      Step.Body body) {
    return new Step(name, reads, writes, dependsOn, body);
  }

  /** A step that finds out by itself what is new. */
  private static Step always(
      String name, Set<TableName> reads, Set<TableName> writes, Step.Body body) {
    return new Step(name, reads, writes, context -> "", body);
  }

  private static Set<TableName> reads(TableName... tables) {
    return Set.copyOf(Arrays.asList(tables));
  }

  private static Set<TableName> writes(TableName... tables) {
    return Set.copyOf(Arrays.asList(tables));
  }

  private static TableName table(String name) {
    return TableName.of(name);
  }
}
