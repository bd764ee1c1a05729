package jp.renkei.webapi.downloads;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.util.Arrays;
import java.util.stream.Collectors;
import jp.renkei.surveys.CsvCell;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** gold.kpi_value as open data: CSV (RFC 4180), UTF-8 with byte order mark, sorted by key. */
final class KpiValueCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LINE_END = "\r\n";

  private KpiValueCsv() {}

  static String of(DSLContext queries) {
    var csv = new StringBuilder(BYTE_ORDER_MARK);
    csv.append(
        Arrays.stream(KPI_VALUE.fields()).map(Field::getName).collect(Collectors.joining(",")));
    csv.append(LINE_END);
    try (var rows =
        queries
            .selectFrom(KPI_VALUE)
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
      for (Record row : rows) {
        csv.append(
            Arrays.stream(row.intoArray()).map(CsvCell::of).collect(Collectors.joining(",")));
        csv.append(LINE_END);
      }
    }
    return csv.toString();
  }
}
