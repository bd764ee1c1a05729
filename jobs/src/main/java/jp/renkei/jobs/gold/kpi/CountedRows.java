package jp.renkei.jobs.gold.kpi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a KPI's SELECT, each with the part that it counts. Every view of the issuers adds up
 * the same parts, so that disclosure control sees what figures have in common.
 *
 * @param columns of all rows together
 */
record CountedRows(List<CountedRow> rows, Set<String> columns) {

  static CountedRows of(List<Map<String, Object>> selected) {
    var columns = new HashSet<String>();
    selected.forEach(row -> columns.addAll(row.keySet()));
    return new CountedRows(
        selected.stream()
            .map(CountRow::new)
            .map(row -> new CountedRow(row, CountedPart.of(row, columns)))
            .toList(),
        columns);
  }
}
