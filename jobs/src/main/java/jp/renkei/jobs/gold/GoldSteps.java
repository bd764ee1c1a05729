package jp.renkei.jobs.gold;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.gold.kpi.KpiEvaluation;
import jp.renkei.jobs.gold.kpi.KpiValue;
import jp.renkei.jobs.gold.kpi.PublishedFigures;
import jp.renkei.jobs.run.DayUpkeep;
import jp.renkei.jobs.run.RunContext;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.silver.GatewayLogs;
import jp.renkei.jobs.silver.UserHours;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.policy.PolicyRegister;
import jp.renkei.warehouse.rules.BrandIdentityRules;
import jp.renkei.warehouse.rules.QualityRule;
import jp.renkei.warehouse.rules.ReconciliationRules;
import jp.renkei.warehouse.rules.RuleVersions;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The gold tables that a SELECT makes, and the KPI values. */
public final class GoldSteps {
  private GoldSteps() {}

  /** A small table, just as its SELECT gives it. */
  public static void small(StepRun run, TableName table) {
    run.write(table, GoldSql.result(run, table, Map.of()));
  }

  /** Daily accesses: of the days that other log files stand behind than before. */
  public static void accessDaily(StepRun run, TableName table) {
    DayUpkeep.run(run, GatewayLogs.ACCESS, table, GoldSql.text(table));
  }

  /** Monthly counts of the distinct keys of users. */
  public static void userMonth(StepRun run, TableName table) {
    MonthUpkeep.run(run, UserHours.TABLE, table);
  }

  /** What the classification rules decided, beside the version of the rules. */
  public static void ruleMix(StepRun run, TableName table) {
    long version = Long.parseLong(RuleVersions.builtIn().get("access-classification"));
    run.write(table, GoldSql.result(run, table, Map.of("rule_version", version)));
  }

  public static void adoption(StepRun run, TableName table) {
    var items = PolicyRegister.load().messageItems().stream().map(item -> item.code()).toList();
    run.spark()
        .createDataset(items, Encoders.STRING())
        .toDF("item_id")
        .createOrReplaceTempView("message_item");
    small(run, table);
  }

  /** The findings, as gravely and in the words of {@code rules/quality.yaml}. */
  public static void dataQuality(StepRun run, TableName table) {
    var rules =
        QualityRule.builtIn().stream()
            .map(rule -> RowFactory.create(rule.id(), rule.severity().name(), rule.message().ja()))
            .toList();
    run.spark()
        .createDataFrame(
            rules,
            new StructType()
                .add("finding_id", DataTypes.StringType)
                .add("severity", DataTypes.StringType)
                .add("message_ja", DataTypes.StringType))
        .createOrReplaceTempView("quality_rule");
    small(run, table);
  }

  public static void linkageCells(StepRun run, TableName table) {
    var rules = ReconciliationRules.builtIn();
    run.write(
        table,
        GoldSql.result(
            run,
            table,
            Map.of(
                "relative_percent",
                rules.relativePercent(),
                "absolute_accounts",
                rules.absoluteAccounts())));
  }

  /** The months of foreign registers, with the flag that the rules set. */
  public static void foreignRegisterMonths(StepRun run, TableName table) {
    run.write(
        table,
        GoldSql.result(
            run,
            table,
            Map.of("drop_flag_percent", BrandIdentityRules.builtIn().dropFlagPercent())));
  }

  /** A small table that depends on the as-of date. */
  public static void asOfDate(StepRun run, TableName table) {
    run.write(table, GoldSql.result(run, table, Map.of("as_of", run.context().asOf())));
  }

  /**
   * Finds the as-of date: the newest date among what was accepted; of a summary the days that it
   * counts, as of the logs themselves, and not the day on which it was made. A date after the day
   * on which the newest file was received is a wrong clock or a slip of the pen (a finding in
   * {@code gold.data_quality}) and decides nothing, unless there is no other.
   */
  public static void findAsOf(StepRun run) {
    Object newest =
        run.sql(
                """
                with said as (
                  select reference_date as day from silver.survey_round
                  union all select access_date from gold.access_daily
                  union all select access_date from silver.summary_access_daily
                  union all select stated_on from silver.milestone_revision
                  union all select cast(submitted_at as date) from silver.submission
                            where state in ('ACCEPTED', 'SUPERSEDED') and kind <> 'SUMMARY'
                ),
                received as (
                  select cast(max(received_at) as date) as received_on from silver.submission
                )
                select coalesce(max(day) filter (where day <= date_add(received_on, 1)), max(day))
                from   said cross join received
                """,
                Map.of())
            .first()
            .get(0);
    run.context().foundAsOf(Optional.ofNullable((LocalDate) newest));
  }

  public static String asOf(RunContext context) {
    return "as of " + context.asOfIfAny();
  }

  /** Evaluates every KPI. */
  public static void kpiValues(StepRun run, TableName table, PublishedFigures published) {
    var values =
        new KpiEvaluation(
                KpiCatalog.builtIn().all(), RuleVersions.builtIn(), run.context().asOf(), published)
            .evaluate(run.engine());
    List<List<Object>> rows = values.stream().map(KpiValue::row).toList();
    run.write(table, rows);
  }
}
