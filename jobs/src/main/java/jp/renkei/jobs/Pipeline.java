package jp.renkei.jobs;

import static jp.renkei.jobs.LandedSteps.ACCESS;
import static jp.renkei.jobs.LandedSteps.AGENT;
import static jp.renkei.jobs.LandedSteps.AGENT_NETWORK;
import static jp.renkei.jobs.LandedSteps.ANSWER;
import static jp.renkei.jobs.LandedSteps.CDR_METRIC;
import static jp.renkei.jobs.LandedSteps.CDR_METRIC_FINDING;
import static jp.renkei.jobs.LandedSteps.CLIENT_ALIAS;
import static jp.renkei.jobs.LandedSteps.CORRECTION;
import static jp.renkei.jobs.LandedSteps.ISSUER;
import static jp.renkei.jobs.LandedSteps.KPI_COMMENT;
import static jp.renkei.jobs.LandedSteps.KPI_TARGET;
import static jp.renkei.jobs.LandedSteps.MILESTONE_REVISION;
import static jp.renkei.jobs.LandedSteps.POPULATION_FRAME;
import static jp.renkei.jobs.LandedSteps.PRODUCT_LINE;
import static jp.renkei.jobs.LandedSteps.REJECTED;
import static jp.renkei.jobs.LandedSteps.ROUND_QUESTIONNAIRE;
import static jp.renkei.jobs.LandedSteps.SUBMISSION;
import static jp.renkei.jobs.LandedSteps.SUMMARY_ACCESS_DAILY;
import static jp.renkei.jobs.LandedSteps.SUMMARY_FETCH_MONTH;
import static jp.renkei.jobs.LandedSteps.SUMMARY_FINDING;
import static jp.renkei.jobs.LandedSteps.SUMMARY_LOG_DAY;
import static jp.renkei.jobs.LandedSteps.SUMMARY_USERS;
import static jp.renkei.jobs.LandedSteps.SURVEY_ROUND;
import static jp.renkei.jobs.Steps.always;
import static jp.renkei.jobs.Steps.gold;
import static jp.renkei.jobs.Steps.goldAsOf;
import static jp.renkei.jobs.Steps.reads;
import static jp.renkei.jobs.Steps.step;
import static jp.renkei.jobs.Steps.table;
import static jp.renkei.jobs.Steps.writes;

import java.util.List;
import java.util.stream.Stream;
import jp.renkei.jobs.gold.FigureMoves;
import jp.renkei.jobs.gold.GoldSteps;
import jp.renkei.jobs.gold.IssuersToday;
import jp.renkei.jobs.gold.LogCoverage;
import jp.renkei.jobs.gold.PolicyTables;
import jp.renkei.jobs.gold.QuestionTables;
import jp.renkei.jobs.gold.kpi.PublishedFigures;
import jp.renkei.jobs.gold.progress.KpiProgress;
import jp.renkei.jobs.run.Origin;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.Step;
import jp.renkei.jobs.silver.ForeignRegisterSteps;
import jp.renkei.jobs.silver.GatewayFeeds;
import jp.renkei.jobs.silver.LogFileDays;
import jp.renkei.jobs.silver.LogFileTable;
import jp.renkei.jobs.silver.UserHours;
import jp.renkei.warehouse.release.ReleaseStore;
import jp.renkei.warehouse.table.TableName;

/**
 * Read this first: every step from landing to the KPI values and what stands beside them, in order,
 * with what it reads and writes. What follows, check and release, is in {@link Run}.
 */
public final class Pipeline {
  static final TableName CDR_DAY = Steps.table("gold.cdr_day");
  static final TableName CDR_MONTH = Steps.table("gold.cdr_month");
  static final TableName COMPANY_CONSENT = Steps.table("gold.company_consent");
  static final TableName RESPONSE_STATUS = Steps.table("gold.response_status");
  static final TableName ADOPTION = Steps.table("gold.adoption");
  static final TableName ANSWER_COUNT = Steps.table("gold.answer_count");
  static final TableName STATED_AVAILABILITY = Steps.table("gold.stated_availability");
  static final TableName ISSUER_ADOPTION = Steps.table("gold.issuer_adoption");
  static final TableName GUIDELINE_CONFORMITY = Steps.table("gold.guideline_conformity");
  static final TableName ACCESS_DAILY = Steps.table("gold.access_daily");
  static final TableName FETCH_MONTH = Steps.table("gold.fetch_month");
  static final TableName ISSUER_MONTH_USERS = Steps.table("gold.issuer_month_users");
  static final TableName RULE_MIX = Steps.table("gold.rule_mix");
  static final TableName SUMMARY_LOG_COVERAGE = Steps.table("gold.summary_log_coverage");
  static final TableName COMPANY_SLICE = Steps.table("gold.company_slice");
  static final TableName LINKAGE_CELL = Steps.table("gold.linkage_cell");
  static final TableName MILESTONE = Steps.table("gold.milestone");
  static final TableName REJECTED_SUMMARY = Steps.table("gold.rejected_summary");
  static final TableName DATA_QUALITY = Steps.table("gold.data_quality");
  static final TableName KPI_VALUE = Steps.table("gold.kpi_value");
  static final TableName KPI_PROGRESS = Steps.table("gold.kpi_progress");
  static final TableName GOLD_KPI_COMMENT = Steps.table("gold.kpi_comment");
  static final TableName KPI_SUPPLEMENT = Steps.table("gold.kpi_supplement");

  private Pipeline() {}

  /** All steps, in the order in which they run. */
  public static List<Step> steps() {
    return Stream.of(LandedSteps.steps(), adoptionAndAccess(), StudySteps.steps(), figures())
        .flatMap(List::stream)
        .toList();
  }

  /** Additive counts: who answered, adoption, accesses, linkage cells. */
  private static List<Step> adoptionAndAccess() {
    return List.of(
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
            reads(SURVEY_ROUND, ACCESS_DAILY, SUMMARY_ACCESS_DAILY, MILESTONE_REVISION, SUBMISSION),
            writes(),
            GoldSteps::findAsOf),
        step(
            IssuersToday.TABLE.toString(),
            reads(LandedSteps.SUCCESSION, ISSUER),
            writes(IssuersToday.TABLE),
            GoldSteps::asOf,
            IssuersToday::write),
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
            reads(
                LogFileDays.TABLE, LogFileTable.TABLE, GatewayFeeds.TABLE, ADOPTION, SURVEY_ROUND),
            writes(LogCoverage.COVERAGE, LogCoverage.FINDING),
            GoldSteps::asOf,
            LogCoverage::write),
        goldAsOf(SUMMARY_LOG_COVERAGE, reads(SUMMARY_LOG_DAY, ADOPTION, SURVEY_ROUND)),
        gold(ISSUER_ADOPTION, reads(ADOPTION, RESPONSE_STATUS), GoldSteps::small),
        gold(GUIDELINE_CONFORMITY, reads(ANSWER, ADOPTION), GoldSteps::small),
        gold(STATED_AVAILABILITY, reads(ANSWER, RESPONSE_STATUS), GoldSteps::small),
        gold(FETCH_MONTH, reads(UserHours.TABLE), GoldSteps::userMonth),
        gold(ISSUER_MONTH_USERS, reads(UserHours.TABLE), GoldSteps::userMonth),
        gold(RULE_MIX, reads(ACCESS_DAILY), GoldSteps::ruleMix),
        gold(
            COMPANY_SLICE,
            reads(
                SURVEY_ROUND,
                POPULATION_FRAME,
                ISSUER,
                AGENT,
                QuestionTables.SIZE_BAND,
                ACCESS_DAILY,
                SUMMARY_ACCESS_DAILY),
            GoldSteps::small),
        gold(
            LINKAGE_CELL,
            reads(
                ANSWER,
                SURVEY_ROUND,
                RESPONSE_STATUS,
                ISSUER,
                AGENT,
                ACCESS_DAILY,
                SUMMARY_ACCESS_DAILY),
            GoldSteps::linkageCells));
  }

  /** The KPI values and what stands beside them. */
  private static List<Step> figures() {
    return List.of(
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
                    STATED_AVAILABILITY,
                    LINKAGE_CELL,
                    ACCESS_DAILY,
                    CDR_MONTH,
                    FETCH_MONTH,
                    ISSUER_MONTH_USERS,
                    LogCoverage.COVERAGE,
                    SUMMARY_ACCESS_DAILY,
                    SUMMARY_FETCH_MONTH,
                    SUMMARY_USERS,
                    SUMMARY_LOG_COVERAGE,
                    MILESTONE,
                    ISSUER,
                    IssuersToday.TABLE,
                    COMPANY_SLICE),
                writes(KPI_VALUE),
                context -> GoldSteps.asOf(context) + " after release " + publishedRelease(context),
                run ->
                    GoldSteps.kpiValues(
                        run,
                        KPI_VALUE,
                        PublishedFigures.of(releases(run.context()).newestPublished())))
            .from(Origin.RELEASES),
        step(
                FigureMoves.TABLE.toString(),
                reads(KPI_VALUE, LogFileDays.TABLE, AGENT_NETWORK, CLIENT_ALIAS),
                writes(FigureMoves.TABLE),
                FigureMoves::newestRelease,
                FigureMoves::write)
            .from(Origin.RELEASES),
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
        step(
            KPI_PROGRESS.toString(),
            reads(KPI_TARGET, KPI_VALUE),
            writes(KPI_PROGRESS),
            GoldSteps::asOf,
            run -> KpiProgress.write(run, KPI_PROGRESS)),
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
                CORRECTION,
                GOLD_KPI_COMMENT,
                CDR_METRIC_FINDING,
                CDR_DAY,
                SUMMARY_FINDING,
                SUMMARY_ACCESS_DAILY,
                SUMMARY_FETCH_MONTH,
                SUMMARY_USERS,
                FETCH_MONTH,
                ISSUER_MONTH_USERS,
                LogCoverage.FINDING,
                IssuersToday.TABLE),
            GoldSteps::dataQuality));
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
}
