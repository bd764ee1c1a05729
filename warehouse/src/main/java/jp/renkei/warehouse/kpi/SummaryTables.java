package jp.renkei.warehouse.kpi;

import java.util.Map;
import java.util.Set;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.table.TableName;

/** Which table holds by an issuer's summary what another one holds by its logs. */
final class SummaryTables {
  private static final Map<TableName, TableName> BY_LOG_TABLE =
      Map.of(
          TableName.of("gold.access_daily"), TableName.of("silver.summary_access_daily"),
          TableName.of("gold.fetch_month"), TableName.of("silver.summary_fetch_month"),
          TableName.of("gold.issuer_month_users"),
              TableName.of("silver.summary_issuer_month_users"),
          TableName.of("gold.log_coverage"), TableName.of("gold.summary_log_coverage"));

  /** What was asked of the issuers is the same, whoever counts their logs. */
  private static final Set<TableName> OF_SURVEYS =
      Set.of(TableName.of("silver.answer"), TableName.of("silver.survey_round"));

  private SummaryTables() {}

  /**
   * The table of summaries; a table of surveys itself.
   *
   * @throws DefinitionException where summaries lack what the table holds
   */
  static TableName of(TableName logTable) {
    var table = OF_SURVEYS.contains(logTable) ? logTable : BY_LOG_TABLE.get(logTable);
    if (table == null) {
      throw new DefinitionException(
          "Cannot count a KPI of logs from summaries: they hold nothing like %s, expected one of %s."
              .formatted(logTable, BY_LOG_TABLE.keySet()));
    }
    return table;
  }
}
