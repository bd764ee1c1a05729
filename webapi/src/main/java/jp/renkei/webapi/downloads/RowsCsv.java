package jp.renkei.webapi.downloads;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.util.Arrays;
import java.util.stream.Collectors;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.surveys.CsvCell;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;

/**
 * Rows of a query as a file: CSV (RFC 4180), UTF-8 with byte order mark, a head of column names.
 */
final class RowsCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String LINE_END = "\r\n";

  private RowsCsv() {}

  static String of(ResultQuery<? extends Record> query) {
    var csv = new StringBuilder(BYTE_ORDER_MARK);
    try (var rows = query.fetchLazy()) {
      csv.append(Arrays.stream(rows.fields()).map(Field::getName).collect(Collectors.joining(",")));
      csv.append(LINE_END);
      for (Record row : rows) {
        csv.append(
            Arrays.stream(row.fields())
                .map(field -> CsvCell.of(shown(field, row)))
                .collect(Collectors.joining(",")));
        csv.append(LINE_END);
      }
    }
    return csv.toString();
  }

  /** A suppressed number is marked, since a blank cell may be read as 0. */
  private static Object shown(Field<?> field, Record row) {
    Object value = row.get(field);
    boolean isMissingNumber = value == null && Number.class.isAssignableFrom(field.getType());
    return isMissingNumber && isSuppressed(row) ? KpiFormat.SUPPRESSED : value;
  }

  private static boolean isSuppressed(Record row) {
    var state = row.field(KPI_VALUE.VALUE_STATE.getName(), String.class);
    return state != null && "SUPPRESSED".equals(row.get(state));
  }
}
