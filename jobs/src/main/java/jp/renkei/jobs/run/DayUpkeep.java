package jp.renkei.jobs.run;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.delta.DataFile;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Brings a table that a SELECT makes of {@code silver.access}, day by day, up to date: only days of
 * which log files came, went or were read anew are made again, from all files that may hold rows of
 * them. The result is what the SELECT gives over everything, whatever the order in which files
 * came. Where it is not known what the table was made from, all days are made again.
 */
public final class DayUpkeep {
  private static final String DAY = "access_date";

  private final StepRun run;
  private final TableName source;
  private final TableName table;
  private final String sql;

  private DayUpkeep(StepRun run, TableName source, TableName table, String sql) {
    this.run = run;
    this.source = source;
    this.table = table;
    this.sql = sql;
  }

  /**
   * Brings a table up to date.
   *
   * @param table has the columns access_date and month
   * @param sql groups by access_date at least
   */
  public static void run(StepRun run, TableName source, TableName table, String sql) {
    new DayUpkeep(run, source, table, sql).bringUpToDate();
  }

  private void bringUpToDate() {
    var change = run.changeOf(source, table);
    if (change.isEmpty()) {
      run.replaceFiles(table, run.sqlOver(sql, source, run.read(source)), run.files(table));
    } else if (change.get().isNone()) {
      run.unchanged(table);
    } else {
      replace(daysOf(run, source, change.get().all()));
    }
  }

  private void replace(Set<LocalDate> days) {
    if (days.isEmpty()) {
      run.unchanged(table);
      return;
    }
    var made = run.sqlOver(sql, source, rowsOf(days));
    var months = months(days);
    var touched =
        run.files(table).stream().filter(file -> file.mayHold(MonthFiles.MONTH, months)).toList();
    var others = run.rows(table, touched).where(not(days));
    run.replaceFiles(table, made.select(names()).unionByName(others.select(names())), touched);
  }

  private Dataset<Row> rowsOf(Set<LocalDate> days) {
    var files = run.files(source).stream().filter(file -> file.mayHold(DAY, days)).toList();
    return run.rows(source, files).where(col(DAY).isInCollection(days));
  }

  private static org.apache.spark.sql.Column not(Set<LocalDate> days) {
    return org.apache.spark.sql.functions.not(col(DAY).isInCollection(days));
  }

  private org.apache.spark.sql.Column[] names() {
    return jp.renkei.warehouse.table.TableCatalog.builtIn().table(table).columnNames().stream()
        .map(org.apache.spark.sql.functions::col)
        .toArray(org.apache.spark.sql.Column[]::new);
  }

  /** The days that files have rows of; a file of one day need not be opened for it. */
  public static Set<LocalDate> daysOf(StepRun run, TableName source, List<DataFile> files) {
    var days = new TreeSet<LocalDate>();
    var ofOneDay =
        files.stream()
            .collect(
                Collectors.partitioningBy(
                    file -> file.days(DAY).filter(DataFile.DayRange::isOneDay).isPresent()));
    ofOneDay.get(true).forEach(file -> days.add(file.days(DAY).orElseThrow().first()));
    if (!ofOneDay.get(false).isEmpty()) {
      run.rows(source, ofOneDay.get(false))
          .select(DAY)
          .distinct()
          .collectAsList()
          .forEach(row -> days.add(row.getAs(DAY)));
    }
    return days;
  }

  /** The first days of the months that days lie in. */
  public static Set<LocalDate> months(Collection<LocalDate> days) {
    return days.stream()
        .map(day -> day.withDayOfMonth(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
