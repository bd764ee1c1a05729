package jp.renkei.jobs.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.delta.DataFile;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.delta.FileChange;
import jp.renkei.warehouse.table.TableName;

/**
 * The months of the tables that grow with the logs that have to be recomputed: those of which a
 * data file came or went since the versions that were verified before.
 */
final class MonthsToCheck {
  private static final TableName ACCESS = TableName.of("silver.access");
  private static final String DAY = "access_date";
  private static final String MONTH = "month";

  /** Recomputed month by month from silver.access. */
  static final Set<TableName> BY_MONTH =
      Set.of(
          TableName.of("silver.log_file_day"),
          TableName.of("gold.access_daily"),
          TableName.of("gold.fetch_month"),
          TableName.of("gold.issuer_month_users"));

  /** Small tables without months in their log, whose rows are made of those of another. */
  private static final Map<TableName, TableName> FOLLOWING =
      Map.of(
          TableName.of("gold.fetch_month"), TableName.of("silver.api_user_hour"),
          TableName.of("gold.issuer_month_users"), TableName.of("silver.api_user_hour"));

  private MonthsToCheck() {}

  /** Whether a table is looked at month by month. */
  static boolean isByMonth(TableName table) {
    return table.equals(ACCESS) || BY_MONTH.contains(table);
  }

  /**
   * The months.
   *
   * @param verified the versions verified before; none where nothing was
   * @return empty when every month is to be recomputed
   */
  static Optional<SortedSet<LocalDate>> of(
      WarehouseFolder warehouse,
      SortedMap<TableName, Long> verified,
      SortedMap<TableName, Long> versions) {
    var months = new TreeSet<LocalDate>();
    for (var table : BY_MONTH) {
      var change = change(warehouse, FOLLOWING.getOrDefault(table, table), verified, versions);
      if (change.isEmpty() || !addMonths(change.get(), MONTH, months)) {
        return Optional.empty();
      }
    }
    var logs = change(warehouse, ACCESS, verified, versions);
    return logs.isPresent() && addMonths(logs.get(), DAY, months)
        ? Optional.of(months)
        : Optional.empty();
  }

  private static Optional<FileChange> change(
      WarehouseFolder warehouse,
      TableName table,
      SortedMap<TableName, Long> verified,
      SortedMap<TableName, Long> versions) {
    if (!verified.containsKey(table) || !versions.containsKey(table)) {
      return Optional.empty();
    }
    return Optional.of(
        FileChange.between(
            DeltaSnapshot.at(warehouse.table(table), verified.get(table)),
            DeltaSnapshot.at(warehouse.table(table), versions.get(table))));
  }

  private static boolean addMonths(FileChange change, String column, Set<LocalDate> months) {
    for (var file : change.all()) {
      var range = file.days(column);
      if (range.isEmpty()) {
        return false;
      }
      for (var month = range.get().first().withDayOfMonth(1);
          !month.isAfter(range.get().last());
          month = month.plusMonths(1)) {
        months.add(month);
      }
    }
    return true;
  }

  /** The data files that may have rows of the months. */
  static List<String> files(TableName table, DeltaSnapshot snapshot, Set<LocalDate> months) {
    return snapshot.dataFiles().stream()
        .filter(file -> mayHold(table, file, months))
        .map(DataFile::path)
        .toList();
  }

  private static boolean mayHold(TableName table, DataFile file, Set<LocalDate> months) {
    return table.equals(ACCESS)
        ? file.days(DAY)
            .map(
                range ->
                    months.stream()
                        .anyMatch(
                            month ->
                                !month.isAfter(range.last())
                                    && month.plusMonths(1).isAfter(range.first())))
            .orElse(true)
        : file.mayHold(MONTH, months);
  }

  /** The condition on a row of the table to be of the months, in DuckDB. */
  static String condition(TableName table, Set<LocalDate> months) {
    String month = table.equals(ACCESS) ? "date_trunc('month', " + DAY + ")::date" : MONTH;
    return months.isEmpty()
        ? "false"
        : months.stream()
            .map(day -> "date '" + day + "'")
            .collect(java.util.stream.Collectors.joining(", ", month + " in (", ")"));
  }
}
