package jp.renkei.reports;

import static jp.renkei.warehouse.jooq.gold.Tables.KPI_SUPPLEMENT;
import static jp.renkei.warehouse.jooq.gold.Tables.KPI_SUPPLEMENT_DEFINITION;

import java.time.LocalDate;
import jp.renkei.warehouse.jooq.gold.tables.records.KpiSupplementRecord;
import jp.renkei.warehouse.kpi.KpiCatalog;
import org.jooq.DSLContext;

/** What stands beside the KPIs of {@link SmallRelease}, in the words of the catalogue. */
final class SupplementRows {
  private SupplementRows() {}

  static void insert(DSLContext queries, LocalDate first, LocalDate second, LocalDate asOf) {
    for (var kpi : KpiCatalog.builtIn().all()) {
      long position = 0;
      for (var one : kpi.supplements()) {
        queries
            .insertInto(KPI_SUPPLEMENT_DEFINITION)
            .columns(
                KPI_SUPPLEMENT_DEFINITION.KPI_ID,
                KPI_SUPPLEMENT_DEFINITION.DEFINITION_VERSION,
                KPI_SUPPLEMENT_DEFINITION.FIGURE,
                KPI_SUPPLEMENT_DEFINITION.POSITION,
                KPI_SUPPLEMENT_DEFINITION.TITLE_JA,
                KPI_SUPPLEMENT_DEFINITION.DEFINITION_JA,
                KPI_SUPPLEMENT_DEFINITION.UNIT)
            .values(
                kpi.id(),
                1L,
                one.figure(),
                ++position,
                one.titleJa(),
                one.definitionJa(),
                one.unit())
            .execute();
      }
    }
    var rate = row(queries, "two_side_match_rate", "signed_cells_match_rate", second);
    rate.setNumerator(3L);
    rate.setDenominator(4L);
    rate.setValue(0.75);
    insert(queries, rate);
    insert(queries, count(queries, "linked_account_count", "accounts_using_both", first, 900L));
    insert(queries, count(queries, "linked_account_count", "accounts_using_both", second, 1_200L));
    var company = count(queries, "linked_account_count", "accounts_using_both", second, 7L);
    company.setEntityLevel("ISSUER");
    company.setIssuerId("ISS001");
    insert(queries, company);
    insert(queries, count(queries, "days_to_connect", "open_requests", second, 5L));
    insert(queries, row(queries, "days_to_connect", "open_requests_over_180_days", second));
    var median = row(queries, "milestone_slip_days", "median_slip_days", asOf);
    median.setDenominator(1L);
    median.setValue(77.0);
    insert(queries, median);
    insert(queries, count(queries, "milestone_slip_days", "open", asOf, 1L));
    var late = count(queries, "milestone_slip_days", "open", asOf, 0L);
    late.setSlice("measure");
    late.setSliceValue("K1");
    insert(queries, late);
    var open = count(queries, "milestone_slip_days", "open", asOf, 1L);
    open.setSlice("measure");
    open.setSliceValue("K2");
    insert(queries, open);
  }

  private static void insert(DSLContext queries, KpiSupplementRecord row) {
    queries.insertInto(KPI_SUPPLEMENT).set(row).execute();
  }

  private static KpiSupplementRecord count(
      DSLContext queries, String kpi, String figure, LocalDate on, long count) {
    var row = row(queries, kpi, figure, on);
    row.setNumerator(count);
    row.setValue((double) count);
    return row;
  }

  private static KpiSupplementRecord row(
      DSLContext queries, String kpi, String figure, LocalDate on) {
    var row = queries.newRecord(KPI_SUPPLEMENT);
    row.setKpiId(kpi);
    row.setDefinitionVersion(1L);
    row.setFigure(figure);
    row.setEntityLevel("ALL");
    row.setPeriodType("POINT");
    row.setPeriodStart(on);
    row.setPeriodEnd(on);
    return row;
  }
}
