package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.delta.StoredValue;
import jp.renkei.jobs.delta.TableFolder;
import jp.renkei.jobs.delta.TableParquetFile;
import jp.renkei.jobs.delta.WrittenFile;
import org.apache.spark.sql.Row;

/** Decides the stored rows of some logs anew, and writes a data file for each. For one thread. */
final class PurgedLogTask {
  private static final int SUBMISSION_ID =
      StoredAccess.TABLE.columnNames().indexOf("submission_id");

  private final Map<String, GatewayFile> files;
  private final SharedInputs shared;
  private final List<Decided> decided = new ArrayList<>();
  private final Object[] values = new Object[StoredAccess.TABLE.columns().size()];

  private String submissionId = "";
  private StoredAccess access;
  private TableParquetFile written;
  private long undecided;

  /**
   * What was made of one log.
   *
   * @param undecided rows that keep what was decided before
   */
  record Decided(String submissionId, WrittenFile rows, long undecided) implements Serializable {}

  /**
   * A task.
   *
   * @param files the logs by submission, as they would be read today
   */
  PurgedLogTask(Map<String, GatewayFile> files, SharedInputs shared) {
    this.files = files;
    this.shared = shared;
  }

  /** Takes rows of which those of one log follow one another. */
  Iterator<Decided> decide(Iterator<Row> rows) throws IOException {
    try {
      while (rows.hasNext()) {
        take(rows.next());
      }
      finish();
      return decided.iterator();
    } finally {
      if (written != null) {
        written.close();
      }
    }
  }

  private void take(Row row) throws IOException {
    for (int index = 0; index < values.length; index++) {
      values[index] =
          StoredValue.of(StoredAccess.TABLE.columns().get(index).type(), row.get(index));
    }
    if (!submissionId.equals(values[SUBMISSION_ID])) {
      finish();
      begin((String) values[SUBMISSION_ID]);
    }
    undecided += access.decide(values) ? 0 : 1;
    written.write(values);
  }

  private void begin(String submission) throws IOException {
    var file = files.get(submission);
    var table = StoredAccess.TABLE;
    submissionId = submission;
    access = new StoredAccess(file, shared);
    undecided = 0;
    written =
        TableParquetFile.create(
            table,
            TableFolder.of(Path.of(shared.warehouse()), table.name()),
            file.source(GatewayFile.ACCESS),
            GatewayTask.ACCESS_HINTS);
  }

  private void finish() throws IOException {
    if (written != null) {
      decided.add(new Decided(submissionId, written.finish(), undecided));
      written = null;
    }
  }
}
