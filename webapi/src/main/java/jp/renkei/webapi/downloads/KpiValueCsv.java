package jp.renkei.webapi.downloads;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import jp.renkei.reports.figure.KpiRows;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * gold.kpi_value as open data, sorted by key. What a figure's issuer and agent say of it stands in
 * its row.
 */
final class KpiValueCsv {
  private KpiValueCsv() {}

  static String of(DSLContext queries) {
    return RowsCsv.of(
        KpiRows.of(queries, DSL.noCondition())
            .orderBy(
                KPI_VALUE.KPI_ID,
                KPI_VALUE.DEFINITION_VERSION,
                KPI_VALUE.ENTITY_LEVEL,
                KPI_VALUE.ISSUER_ID.asc().nullsFirst(),
                KPI_VALUE.AGENT_ID.asc().nullsFirst(),
                KPI_VALUE.SLICE.asc().nullsFirst(),
                KPI_VALUE.SLICE_VALUE.asc().nullsFirst(),
                KPI_VALUE.PERIOD_TYPE,
                KPI_VALUE.PERIOD_START,
                KPI_VALUE.BASIS,
                KPI_VALUE.ISSUER_BASIS.asc().nullsFirst()));
  }
}
