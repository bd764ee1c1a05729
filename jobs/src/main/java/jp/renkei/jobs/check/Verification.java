package jp.renkei.jobs.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.gold.kpi.KpiEvaluation;
import jp.renkei.jobs.gold.kpi.KpiValue;
import jp.renkei.jobs.gold.kpi.PublishedFigures;
import jp.renkei.jobs.gold.progress.KpiProgress;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.policy.PolicyRegister;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.rules.BrandIdentityRules;
import jp.renkei.warehouse.rules.DataQualityRules;
import jp.renkei.warehouse.rules.ReconciliationRules;
import jp.renkei.warehouse.rules.RuleVersions;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;

/**
 * Recomputes with DuckDB, from the Delta versions that a release pins, every KPI value and the
 * progress to its targets, and by SQL of its own ({@code notebooks-sql/checks}) the tables between
 * silver and the KPIs, the figures beside the KPIs, and from its definition each KPI; tells every
 * row that comes out differently.
 */
public final class Verification {
  private static final TableName KPI_VALUE = TableName.of("gold.kpi_value");
  private static final TableName KPI_PROGRESS = TableName.of("gold.kpi_progress");

  /** A table stands behind what it is made of, so that the cause of a difference is told first. */
  private static final List<TableName> REBUILT =
      List.of(
          TableName.of("silver.log_file_day"),
          TableName.of("gold.access_daily"),
          TableName.of("gold.cdr_day"),
          TableName.of("gold.cdr_month"),
          TableName.of("gold.fetch_month"),
          TableName.of("gold.issuer_month_users"),
          TableName.of("gold.rule_mix"),
          TableName.of("gold.issuer_today"),
          TableName.of("gold.company_slice"),
          TableName.of("gold.linkage_cell"),
          TableName.of("gold.adoption"),
          TableName.of("gold.log_coverage"),
          TableName.of("gold.summary_log_coverage"),
          TableName.of("gold.issuer_adoption"),
          TableName.of("gold.stated_availability"),
          TableName.of("gold.answer_tabulation"),
          TableName.of("gold.adoption_transition"),
          TableName.of("gold.planned_adoption"),
          TableName.of("gold.adoption_cost"),
          TableName.of("gold.cost_per_account"),
          TableName.of("gold.issue_comparison"),
          TableName.of("gold.connection_stage"),
          TableName.of("gold.declining_reason"),
          TableName.of("gold.guideline_part_conformity"),
          TableName.of("gold.kpi_supplement"),
          TableName.of("gold.foreign_register_month"));

  private static final int MOST_DIFFERENCES_OF_A_TABLE = 100;

  private final DuckDbTablesOfVersions tables;
  private final List<Difference> differences = new ArrayList<>();

  private Verification(DuckDbTablesOfVersions tables) {
    this.tables = tables;
  }

  /**
   * Verifies.
   *
   * @param verified versions that were verified before by the same code, so that of the tables that
   *     grow with the logs only months that changed since are recomputed; none to recompute all
   * @param published the release that was published when the figures were made
   * @return the differences, at most 100 of a table; none when the engines agree
   */
  public static List<Difference> of(
      WarehouseFolder warehouse,
      SortedMap<TableName, Long> versions,
      LocalDate asOf,
      Optional<Release> published,
      SortedMap<TableName, Long> verified) {
    return of(warehouse, versions, asOf, published, verified, REBUILT, KpiCatalog.builtIn().all());
  }

  /**
   * The same for some of the {@link #rebuilt() tables that are rebuilt} only, and without counting
   * the KPIs from silver.
   */
  public static List<Difference> of(
      WarehouseFolder warehouse,
      SortedMap<TableName, Long> versions,
      LocalDate asOf,
      Optional<Release> published,
      SortedMap<TableName, Long> verified,
      List<TableName> rebuilt) {
    return of(warehouse, versions, asOf, published, verified, rebuilt, List.of());
  }

  private static List<Difference> of(
      WarehouseFolder warehouse,
      SortedMap<TableName, Long> versions,
      LocalDate asOf,
      Optional<Release> published,
      SortedMap<TableName, Long> verified,
      List<TableName> rebuilt,
      List<KpiDefinition> counted) {
    var months = MonthsToCheck.of(warehouse, verified, versions);
    try (var tables = DuckDbTablesOfVersions.open(warehouse, withoutBronze(versions));
        var logs =
            months.isPresent()
                ? DuckDbTablesOfVersions.ofMonths(warehouse, withoutBronze(versions), months.get())
                : DuckDbTablesOfVersions.open(warehouse, versions)) {
      var verification = new Verification(tables);
      // The tables first: where one of them is wrong, the KPIs made of it only repeat it.
      for (var table : rebuilt) {
        verification.rebuild(table, asOf, MonthsToCheck.BY_MONTH.contains(table) ? logs : tables);
      }
      verification.recomputeKpis(asOf, published);
      // A release from before there was the table pins no version of it.
      if (versions.containsKey(KPI_PROGRESS)) {
        verification.recomputeProgress(asOf);
      }
      verification.differences.addAll(new KpiChecks(tables, logs, months, asOf).run(counted));
      return List.copyOf(verification.differences);
    }
  }

  /** No check reads bronze, where every log has a data file of its own to be named. */
  private static SortedMap<TableName, Long> withoutBronze(SortedMap<TableName, Long> versions) {
    var some = new TreeMap<>(versions);
    some.keySet().removeIf(table -> table.layer().equals("bronze"));
    return some;
  }

  /** The tables that are rebuilt by SQL of the check's own. */
  public static List<TableName> rebuilt() {
    return REBUILT;
  }

  private void recomputeKpis(LocalDate asOf, Optional<Release> published) {
    var table = TableCatalog.builtIn().table(KPI_VALUE);
    var made = byKey(table, tables.rows(table));
    var recomputed =
        new KpiEvaluation(
                KpiCatalog.builtIn().all(),
                RuleVersions.builtIn(),
                asOf,
                PublishedFigures.of(published))
            .evaluate(tables).stream().map(KpiValue::row).toList();
    compare(KPI_VALUE.toString(), made, byKey(table, recomputed));
  }

  private void recomputeProgress(LocalDate asOf) {
    var table = TableCatalog.builtIn().table(KPI_PROGRESS);
    compare(
        KPI_PROGRESS.toString(),
        byKey(table, tables.rows(table)),
        byKey(table, KpiProgress.rows(tables, asOf)));
  }

  private void rebuild(TableName name, LocalDate asOf, DuckDbTablesOfVersions from) {
    var table = TableCatalog.builtIn().table(name);
    var rebuilt = new ArrayList<List<Object>>();
    for (var row : from.select(sql(name, asOf))) {
      var values = new ArrayList<Object>();
      table
          .columnNames()
          .forEach(column -> values.add(DuckDbTablesOfVersions.handedOut(row.get(column))));
      rebuilt.add(values);
    }
    compare(name.toString(), byKey(table, from.rows(table)), byKey(table, rebuilt));
  }

  private static Map<String, String> byKey(TableDefinition table, List<List<Object>> rows) {
    var keys = table.key().stream().mapToInt(table.columnNames()::indexOf).toArray();
    var byKey = new HashMap<String, String>();
    for (var row : rows) {
      var key = new StringBuilder();
      for (int index : keys) {
        key.append(key.isEmpty() ? "" : " ").append(row.get(index));
      }
      byKey.merge(key.toString(), row.toString(), (left, right) -> left + " and " + right);
    }
    return byKey;
  }

  private void compare(String subject, Map<String, String> made, Map<String, String> recomputed) {
    var keys = new TreeSet<>(made.keySet());
    keys.addAll(recomputed.keySet());
    keys.stream()
        .map(
            key ->
                new Difference(
                    subject, key, made.getOrDefault(key, "-"), recomputed.getOrDefault(key, "-")))
        .filter(one -> !one.spark().equals(one.duckDb()))
        .limit(MOST_DIFFERENCES_OF_A_TABLE)
        .forEach(differences::add);
  }

  private static String sql(TableName table, LocalDate asOf) {
    String resource = "/checks/rebuild_" + table.table() + ".sql";
    try (InputStream stream = Verification.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("Cannot check " + table + ": no " + resource + ".");
      }
      var rules = ReconciliationRules.builtIn();
      var identity = BrandIdentityRules.builtIn();
      var quality = DataQualityRules.builtIn();
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace(":as_of", "date '" + asOf + "'")
          .replace(":rule_version", RuleVersions.builtIn().get("access-classification"))
          .replace(":clock_jump_days", Integer.toString(quality.clockJumpDays()))
          .replace(":low_percent_below", Integer.toString(quality.lowPercentBelow()))
          .replace(":low_window_days", Integer.toString(quality.lowWindowDays()))
          .replace(":low_fewest_days", Integer.toString(quality.lowFewestDays()))
          .replace(":low_least_median", Integer.toString(quality.lowLeastMedian()))
          .replace(":relative_percent", Integer.toString(rules.relativePercent()))
          .replace(":drop_flag_percent", Integer.toString(identity.dropFlagPercent()))
          .replace(":rekeying_kept_percent", Integer.toString(identity.rekeyingKeptPercent()))
          .replace(":absolute_accounts", Integer.toString(rules.absoluteAccounts()))
          .replace(
              ":message_items",
              PolicyRegister.load().messageItems().stream()
                  .map(item -> "'" + item.code() + "'")
                  .collect(Collectors.joining(", ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
