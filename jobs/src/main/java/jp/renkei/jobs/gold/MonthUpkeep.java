package jp.renkei.jobs.gold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.renkei.jobs.delta.DataFile;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.run.Tables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/**
 * Brings a small table that a SELECT makes month by month up to date: only months of which the
 * source has other data files than before are counted again.
 */
final class MonthUpkeep {
  private static final String MONTH = "month";

  private MonthUpkeep() {}

  /**
   * Brings a table up to date.
   *
   * @param source has data files of one month each
   */
  static void run(StepRun run, TableName source, TableName table) {
    var change = run.changeOf(source, table);
    boolean isKnown =
        change.isPresent()
            && change.get().all().stream().allMatch(file -> file.days(MONTH).isPresent());
    if (!isKnown) {
      run.write(table, GoldSql.result(run, table, Map.of()));
    } else if (change.get().isNone()) {
      run.unchanged(table);
    } else {
      run.write(table, rows(run, source, table, months(change.get().all())));
    }
  }

  private static List<List<Object>> rows(
      StepRun run, TableName source, TableName table, Set<LocalDate> months) {
    var definition = TableCatalog.builtIn().table(table);
    int month = definition.columnNames().indexOf(MONTH);
    var rows = new ArrayList<List<Object>>();
    for (var row : Tables.rows(definition, run.rows(table, run.files(table)))) {
      if (!months.contains((LocalDate) row.get(month))) {
        rows.add(row);
      }
    }
    var files = run.files(source).stream().filter(file -> file.mayHold(MONTH, months)).toList();
    rows.addAll(
        Tables.rows(definition, run.sqlOver(GoldSql.text(table), source, run.rows(source, files))));
    return rows;
  }

  private static Set<LocalDate> months(List<DataFile> files) {
    var months = new TreeSet<LocalDate>();
    files.forEach(file -> months.add(file.days(MONTH).orElseThrow().first()));
    return months;
  }
}
