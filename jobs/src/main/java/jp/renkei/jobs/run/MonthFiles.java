package jp.renkei.jobs.run;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.renkei.jobs.delta.SparkSchema;
import jp.renkei.jobs.delta.StoredValue;
import jp.renkei.jobs.delta.TableParquetFile;
import jp.renkei.jobs.delta.WrittenFile;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Writes rows as data files of one month each, in Spark's tasks; a month that is large for one task
 * goes to several. The table must have a column {@value #MONTH}; the log then tells which months a
 * file holds, so that a change is told by files and a month is replaced by replacing its files.
 */
final class MonthFiles {
  static final String MONTH = "month";

  private MonthFiles() {}

  /** The files, which no commit names yet; none for no rows. */
  static List<WrittenFile> write(TableDefinition table, Path folder, Dataset<Row> rows) {
    var columns =
        Arrays.stream(SparkSchema.of(table).fields())
            .map(field -> col(field.name()).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    var order =
        Stream.concat(Stream.of(MONTH), table.key().stream())
            .distinct()
            .map(org.apache.spark.sql.functions::col)
            .toArray(Column[]::new);
    String name = table.name().toString();
    String address = folder.toAbsolutePath().toString();
    return rows.select(columns)
        .hint("rebalance", col(MONTH))
        .sortWithinPartitions(order)
        .mapPartitions(
            (MapPartitionsFunction<Row, WrittenFile>) part -> files(name, address, part),
            Encoders.javaSerialization(WrittenFile.class))
        .collectAsList();
  }

  private static Iterator<WrittenFile> files(String name, String folder, Iterator<Row> rows) {
    var table = TableCatalog.builtIn().table(jp.renkei.warehouse.table.TableName.of(name));
    var written = new ArrayList<WrittenFile>();
    var file = new OpenFile(table, Path.of(folder));
    try {
      while (rows.hasNext()) {
        file.take(rows.next(), written);
      }
      file.finish(written);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      file.close();
    }
    return written.iterator();
  }

  /** The file of the month whose rows are coming in; rows of a month follow one another. */
  private static final class OpenFile {
    private final TableDefinition table;
    private final Path folder;
    private final Object[] values;
    private final int monthIndex;
    private Object month;
    private TableParquetFile file;

    OpenFile(TableDefinition table, Path folder) {
      this.table = table;
      this.folder = folder;
      this.values = new Object[table.columns().size()];
      this.monthIndex = table.columnNames().indexOf(MONTH);
    }

    void take(Row row, List<WrittenFile> written) throws IOException {
      for (int index = 0; index < values.length; index++) {
        values[index] = StoredValue.of(table.columns().get(index).type(), row.get(index));
      }
      if (file == null || !Objects.equals(month, values[monthIndex])) {
        finish(written);
        month = values[monthIndex];
        file =
            TableParquetFile.create(
                table, folder.resolve("month-" + UUID.randomUUID() + ".parquet"), List.of(MONTH));
      }
      file.write(values);
    }

    void finish(List<WrittenFile> written) throws IOException {
      if (file != null) {
        written.add(file.finish());
        file = null;
      }
    }

    void close() {
      if (file != null) {
        try {
          file.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
