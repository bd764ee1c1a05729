package jp.renkei.jobs.delta;

import java.nio.file.Path;
import jp.renkei.warehouse.table.TableName;

/** Where a table lies in a warehouse: {@code <warehouse>/<layer>/<table>}. */
public final class TableFolder {
  private TableFolder() {}

  public static Path of(Path warehouse, TableName table) {
    return warehouse.resolve(table.layer()).resolve(table.table());
  }
}
