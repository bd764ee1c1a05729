package jp.renkei.jobs.gold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The SELECT behind a gold table: {@code resources/gold/<table>.sql}. */
final class GoldSql {
  private GoldSql() {}

  static Dataset<Row> result(StepRun run, TableName table, Map<String, Object> parameters) {
    return run.sql(text(table), parameters);
  }

  static String text(TableName table) {
    String resource = "/gold/" + table.table() + ".sql";
    try (InputStream stream = GoldSql.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("Cannot make " + table + ": there is no " + resource + ".");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
