package jp.renkei.webapi.downloads;

import static jp.renkei.warehouse.jooq.gold.tables.KpiProgress.KPI_PROGRESS;

import org.jooq.DSLContext;

/** gold.kpi_progress, every line of a KPI, sorted by key. */
final class KpiProgressCsv {
  private KpiProgressCsv() {}

  static String of(DSLContext queries) {
    return RowsCsv.of(
        queries
            .selectFrom(KPI_PROGRESS)
            .orderBy(
                KPI_PROGRESS.KPI_ID,
                KPI_PROGRESS.DEFINITION_VERSION.asc().nullsFirst(),
                KPI_PROGRESS.COMPARABILITY_GROUP.asc().nullsFirst(),
                KPI_PROGRESS.GOAL_ON,
                KPI_PROGRESS.GOAL_KIND));
  }
}
