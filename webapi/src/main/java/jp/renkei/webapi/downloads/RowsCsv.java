package jp.renkei.webapi.downloads;

import static jp.renkei.warehouse.jooq.gold.tables.KpiValue.KPI_VALUE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import jp.renkei.reports.style.KpiFormat;
import jp.renkei.surveys.CsvText;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Rows of a query as CSV, with a head of column names. */
final class RowsCsv {
  private RowsCsv() {}

  static String of(ResultQuery<? extends Record> query) {
    try (var rows = query.fetchLazy()) {
      var csv = new CsvText(Arrays.stream(rows.fields()).map(Field::getName).toList());
      for (Record row : rows) {
        // A list of Java's own takes no null.
        csv.row(
            Arrays.stream(row.fields())
                .map(field -> shown(field, row))
                .collect(Collectors.toCollection(ArrayList::new)));
      }
      return csv.toString();
    }
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
