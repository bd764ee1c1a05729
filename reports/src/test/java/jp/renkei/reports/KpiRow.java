package jp.renkei.reports;

import static jp.renkei.warehouse.jooq.gold.Tables.KPI_VALUE;

import java.time.LocalDate;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiValueRecord;
import org.jooq.DSLContext;

/** Rows of gold.kpi_value to fill in. */
public final class KpiRow {
  private KpiRow() {}

  /** A reported figure of the whole industry at a reference date, still without numbers. */
  public static KpiValueRecord point(DSLContext queries, String kpi, LocalDate on) {
    var row = queries.newRecord(KPI_VALUE);
    row.setKpiId(kpi);
    row.setDefinitionVersion(1L);
    row.setEntityLevel("ALL");
    row.setPeriodType("POINT");
    row.setPeriodStart(on);
    row.setPeriodEnd(on);
    row.setValueState("REPORTED");
    row.setStatus("PRELIMINARY");
    row.setBasis("SURVEY");
    row.setComparabilityGroup("");
    row.setIssuerBasis("THEN");
    return row;
  }
}
