package jp.renkei.jobs.silver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.renkei.jobs.run.DayUpkeep;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableName;

/** Keeps {@code silver.log_file_day}: what each log file holds of each day. */
public final class LogFileDays {
  public static final TableName TABLE = TableName.of("silver.log_file_day");

  private LogFileDays() {}

  /** Brings the table up to date with {@code silver.access}. */
  public static void bringUpToDate(StepRun run) {
    DayUpkeep.run(run, GatewayLogs.ACCESS, TABLE, select());
  }

  private static String select() {
    try (InputStream stream = LogFileDays.class.getResourceAsStream("/silver/log_file_day.sql")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
