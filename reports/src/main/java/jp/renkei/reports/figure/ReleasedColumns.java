package jp.renkei.reports.figure;

import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Which tables and columns a release has: one that was made before has fewer. */
public final class ReleasedColumns {
  private ReleasedColumns() {}

  public static boolean has(DSLContext queries, Table<?> table) {
    return has(queries, table, Objects.requireNonNull(table.field(0)));
  }

  public static boolean has(DSLContext queries, Table<?> table, Field<?> column) {
    return queries.fetchExists(
        DSL.selectOne()
            .from("information_schema.columns")
            .where(DSL.field("table_schema").eq(table.getSchema().getName()))
            .and(DSL.field("table_name").eq(table.getName()))
            .and(DSL.field("column_name").eq(column.getName())));
  }
}
