package jp.renkei.webapi.downloads;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.util.Arrays;
import java.util.stream.Collectors;
import jp.renkei.reports.figure.KpiRows;
import jp.renkei.surveys.CsvCell;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * gold.kpi_value as open data: CSV (RFC 4180), UTF-8 with byte order mark, sorted by key. What a
 * figure's issuer and agent say of it stands in its row.
 */
final class KpiValueCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LINE_END = "\r\n";

  private KpiValueCsv() {}

  static String of(DSLContext queries) {
    var csv = new StringBuilder(BYTE_ORDER_MARK);
    try (var rows =
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
                KPI_VALUE.ISSUER_BASIS.asc().nullsFirst())
            .fetchLazy()) {
      csv.append(Arrays.stream(rows.fields()).map(Field::getName).collect(Collectors.joining(",")));
      csv.append(LINE_END);
      for (Record row : rows) {
        csv.append(
            Arrays.stream(row.intoArray()).map(CsvCell::of).collect(Collectors.joining(",")));
        csv.append(LINE_END);
      }
    }
    return csv.toString();
  }
}
