package jp.renkei.jobs.silver;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jp.renkei.jobs.delta.DataFile;
import jp.renkei.jobs.run.DayUpkeep;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps {@code silver.api_user_hour}, the distinct keys that users and fetches are counted by: a
 * new log adds the keys that are not there yet, which costs what the log and its month hold. Where
 * a log went or was read anew, its months are made again, since a key tells not how often it came.
 */
public final class UserHours {
  public static final TableName TABLE = TableName.of("silver.api_user_hour");
  private static final String SELECT =
      """
      select distinct trunc(access_date, 'MM') as month, issuer_id, agent_id, user_hash,
             date_trunc('HOUR', event_at) as hour_at
      from   silver.access
      where  access_method = 'API' and status between 200 and 299 and user_hash is not null
      """;

  private UserHours() {}

  /** Brings the keys up to date with {@code silver.access}. */
  public static void bringUpToDate(StepRun run) {
    var change = run.changeOf(GatewayLogs.ACCESS, TABLE);
    if (change.isEmpty()) {
      run.replaceFiles(TABLE, keys(run, run.read(GatewayLogs.ACCESS)), run.files(TABLE));
    } else if (change.get().isNone()) {
      run.unchanged(TABLE);
    } else if (change.get().removed().isEmpty()) {
      add(run, change.get().added());
    } else {
      replace(run, DayUpkeep.months(DayUpkeep.daysOf(run, GatewayLogs.ACCESS, change.get().all())));
    }
  }

  private static void add(StepRun run, List<DataFile> logs) {
    var months = DayUpkeep.months(DayUpkeep.daysOf(run, GatewayLogs.ACCESS, logs));
    var known = run.rows(TABLE, files(run, months));
    var keys = keys(run, run.rows(GatewayLogs.ACCESS, logs));
    // An agent may be missing under rules that call accesses of unknown clients API.
    var isKnown =
        TableCatalog.builtIn().table(TABLE).columnNames().stream()
            .map(name -> keys.col(name).eqNullSafe(known.col(name)))
            .reduce(org.apache.spark.sql.Column::and)
            .orElseThrow();
    var fresh = keys.join(known, isKnown, "left_anti");
    run.replaceFiles(TABLE, fresh, List.of());
  }

  private static void replace(StepRun run, Set<LocalDate> months) {
    Predicate<DataFile> isOfMonths =
        file ->
            file.days("access_date")
                .map(
                    range ->
                        months.stream()
                            .anyMatch(
                                month ->
                                    !range.first().isAfter(month.plusMonths(1).minusDays(1))
                                        && !range.last().isBefore(month)))
                .orElse(true);
    var logs = run.files(GatewayLogs.ACCESS).stream().filter(isOfMonths).toList();
    var keys = keys(run, run.rows(GatewayLogs.ACCESS, logs));
    run.replaceFiles(TABLE, keys.where(col("month").isInCollection(months)), files(run, months));
  }

  private static List<DataFile> files(StepRun run, Set<LocalDate> months) {
    return run.files(TABLE).stream().filter(file -> file.mayHold("month", months)).toList();
  }

  private static Dataset<Row> keys(StepRun run, Dataset<Row> accesses) {
    return run.sqlOver(SELECT, GatewayLogs.ACCESS, accesses);
  }
}
