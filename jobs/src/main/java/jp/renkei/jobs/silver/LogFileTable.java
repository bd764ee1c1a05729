package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.jobs.delta.DataFile;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.jobs.run.Tables;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/**
 * Keeps {@code silver.log_file}: the rows of {@code bronze.gateway_file}, where every log file has
 * a data file of its own, together in one, so that nobody opens a data file for each log that ever
 * came. Only data files that came since the last time are opened.
 */
public final class LogFileTable {
  public static final TableName TABLE = TableName.of("silver.log_file");

  private LogFileTable() {}

  /** Brings the table up to date. */
  public static void bringUpToDate(StepRun run) {
    var table = TableCatalog.builtIn().table(TABLE);
    var change = run.changeOf(SubmissionSteps.GATEWAY_FILE, TABLE);
    if (change.isEmpty()) {
      run.write(TABLE, Tables.rows(table, run.read(SubmissionSteps.GATEWAY_FILE)));
      return;
    }
    var rows = new ArrayList<List<Object>>();
    var gone = submissions(change.get().removed());
    int id = table.columnNames().indexOf("submission_id");
    for (var row : Tables.rows(table, run.rows(TABLE, run.files(TABLE)))) {
      if (!gone.contains((String) row.get(id))) {
        rows.add(row);
      }
    }
    rows.addAll(Tables.rows(table, run.rows(SubmissionSteps.GATEWAY_FILE, change.get().added())));
    run.write(TABLE, rows);
  }

  /** The logs that data files are made of, one each. */
  private static Set<String> submissions(List<DataFile> files) {
    return files.stream()
        .map(file -> LandedFile.submissionId(file.sourceSha256()))
        .collect(Collectors.toSet());
  }
}
