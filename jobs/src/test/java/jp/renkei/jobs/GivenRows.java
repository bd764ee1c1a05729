package jp.renkei.jobs;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.renkei.warehouse.table.ColumnDefinition;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;

/**
 * Rows of a table as a test writes them: a line of column names, then a line per row, cells parted
 * by {@code |}, {@code -} for null, {@code ¦} for a bar inside a cell. Columns that do not matter
 * are left out and are null; a {@code round_id} that is left out is {@code R1} and a {@code
 * value_state} REPORTED.
 */
public record GivenRows(TableDefinition table, List<List<Object>> rows) {
  private static final Map<String, Object> OTHERWISE =
      Map.of("round_id", "R1", "value_state", "REPORTED");

  public static GivenRows of(String table, String text) {
    var definition = TableCatalog.builtIn().table(table);
    var lines = text.strip().lines().toList();
    var names = cells(lines.get(0));
    names.forEach(definition::column);
    var rows = new ArrayList<List<Object>>();
    for (var line : lines.subList(1, lines.size())) {
      var cells = cells(line);
      if (cells.size() != names.size()) {
        throw new IllegalArgumentException(table + ": not a cell per column: " + line);
      }
      rows.add(
          definition.columns().stream()
              .map(column -> value(column, names.indexOf(column.name()), cells))
              .collect(Collectors.toCollection(ArrayList::new)));
    }
    return new GivenRows(definition, rows);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static Object value(ColumnDefinition column, int index, List<String> cells) {
    if (index < 0) {
      return OTHERWISE.get(column.name());
    }
    String cell = cells.get(index);
    if (cell.equals("-")) {
      return null;
    }
    return switch (column.type()) {
      case STRING -> cell.replace('¦', '|');
      case BIGINT -> Long.valueOf(cell);
      case DOUBLE -> Double.valueOf(cell);
      case BOOLEAN -> Boolean.valueOf(cell);
      case DATE -> LocalDate.parse(cell);
      case TIMESTAMP -> OffsetDateTime.parse(cell);
    };
  }

  /** Some values of rows as lines, in the order of the lines. */
  public static List<String> lines(List<Map<String, Object>> rows, String columns) {
    return rows.stream()
        .map(
            row ->
                cells(columns).stream()
                    .map(column -> row.get(column) == null ? "-" : row.get(column).toString())
                    .collect(Collectors.joining(" | ")))
        .sorted()
        .toList();
  }
}
