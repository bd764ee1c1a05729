package jp.renkei.jobs.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.renkei.jobs.Sha256;
import jp.renkei.warehouse.table.TableDefinition;

/** The one order and hash of a table's rows, so that equal content is told to be equal. */
final class RowOrder {
  private RowOrder() {}

  /** Rows in the order of the table's key, then of everything else. */
  static List<List<Object>> sorted(TableDefinition table, List<List<Object>> rows) {
    var keys = table.key().stream().mapToInt(table.columnNames()::indexOf).toArray();
    var sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.<List<Object>, String>comparing(
                row -> {
                  var text = new StringBuilder();
                  for (int key : keys) {
                    text.append(row.get(key)).append('\u0001');
                  }
                  return text.toString();
                })
            .thenComparing(List::toString));
    return sorted;
  }

  /** SHA-256 over sorted rows, without the columns that depend on when it was run. */
  static String hash(TableDefinition table, List<List<Object>> sorted) {
    var digest = Sha256.digest();
    digest.update(table.toString().getBytes(StandardCharsets.UTF_8));
    var columns = table.columns();
    for (var row : sorted) {
      for (int index = 0; index < columns.size(); index++) {
        if (!columns.get(index).isVolatile()) {
          digest.update(String.valueOf(row.get(index)).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 1);
        }
      }
      digest.update((byte) 2);
    }
    return Sha256.hexadecimal(digest);
  }
}
