package jp.renkei.jobs.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back the same by parquet-java and by DuckDB, over many pages. */
class TableParquetFileTest {
  /** Three pages, the last of them not full. */
  private static final int ROWS = 120_000;

  private static final int MOST = 32;

  private final TableDefinition table = TableCatalog.builtIn().table("silver.access");

  @TempDir Path folder;

  /**
   * Every kind of value and of null: none, some, all, and a text column that outgrows its
   * dictionary.
   */
  private Object[] row(int index, Random random) {
    var row = new Object[table.columns().size()];
    row[column("submission_id")] = "s";
    row[column("line")] = (long) index;
    row[column("agent_id")] = index % 3 == 0 ? null : "AGT" + index % 7;
    row[column("access_date")] = 20_000 + index / 50_000;
    row[column("path")] = "/表/" + random.nextLong();
    row[column("user_hash")] = "u" + random.nextInt(90_000);
    row[column("status")] = index < 60_000 ? null : (Long) (long) (100 + random.nextInt(500));
    row[column("latency_ms")] = index % 5 == 0 ? null : (Double) random.nextDouble();
    row[column("is_attended")] = index % 4 == 0 ? null : (Boolean) random.nextBoolean();
    return row;
  }

  private int column(String name) {
    return table.columnNames().indexOf(name);
  }

  /** The same rows in batches of all sizes. */
  private Path writtenInBatches(List<Object[]> rows) throws Exception {
    Path path = folder.resolve("b.parquet");
    var batch = new RowBatch(table, MOST);
    var numbers = new int[MOST];
    var users = new NumberedTexts();
    var numbersOfUsers = new HashMap<Object, Integer>();
    var sizes = new Random(3);
    try (var file =
        TableParquetFile.create(table, path, List.of("line", "status", "is_attended"))) {
      var random = new Random(1);
      for (int start = 0; start < ROWS; start += batch.size()) {
        batch.resize(Math.min(ROWS - start, 1 + sizes.nextInt(MOST)));
        for (int index = 0; index < batch.size(); index++) {
          var row = row(start + index, random);
          rows.add(row);
          fill(batch, index, row);
          Object user = row[column("user_hash")];
          numbers[index] =
              start % 7 == 0
                  ? RowBatch.NO_TEXT
                  : numbersOfUsers.computeIfAbsent(user, text -> users.add((String) text));
          row[column("user_hash")] = start % 7 == 0 ? null : user;
        }
        batch.number(column("user_hash"), users, numbers);
        file.write(batch);
      }
      var done = file.finish();
      assertThat(done.rows()).isEqualTo(ROWS);
      assertThat(done.ranges().get("line").greatest()).contains(ROWS - 1L);
      assertThat(done.ranges().get("status").nulls()).isEqualTo(60_000);
      assertThat(done.ranges().get("is_attended").greatest()).contains(true);
    }
    return path;
  }

  private void fill(RowBatch batch, int index, Object[] row) {
    for (int column = 0; column < row.length; column++) {
      switch (table.columns().get(column).type()) {
        case STRING, BOOLEAN -> batch.values(column)[index] = row[column];
        case DOUBLE ->
            batch.decimals(column)[index] =
                row[column] == null ? RowBatch.NO_DECIMAL : (Double) row[column];
        default ->
            batch.wholeNumbers(column)[index] =
                row[column] == null ? RowBatch.NO_NUMBER : ((Number) row[column]).longValue();
      }
    }
  }

  private Path written(List<Object[]> rows) throws Exception {
    Path path = folder.resolve("a.parquet");
    var hints = List.of("line", "submission_id", "access_date", "status");
    try (var file = TableParquetFile.create(table, path, hints)) {
      var random = new Random(1);
      for (int index = 0; index < ROWS; index++) {
        var row = row(index, random);
        rows.add(row);
        file.write(row);
      }
      var done = file.finish();
      assertThat(done.rows()).isEqualTo(ROWS);
      assertThat(done.ranges().get("line").greatest()).contains(ROWS - 1L);
      assertThat(done.ranges().get("status").nulls()).isEqualTo(60_000);
      assertThat(done.ranges()).doesNotContainKey("user_hash");
    }
    return path;
  }

  @Test
  void isReadBackTheSame() throws Exception {
    var rows = new ArrayList<Object[]>();
    assertHolds(written(rows), rows);
  }

  @Test
  void isReadBackTheSameOfBatches() throws Exception {
    var rows = new ArrayList<Object[]>();
    assertHolds(writtenInBatches(rows), rows);
  }

  private void assertHolds(Path path, List<Object[]> rows) throws Exception {
    try (var reader =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(path.toUri()))
            .withConf(new Configuration())
            .build()) {
      for (var row : rows) {
        Group read = reader.read();
        for (int column = 0; column < row.length; column++) {
          String expected = row[column] == null ? null : row[column].toString();
          String found =
              read.getFieldRepetitionCount(column) == 0 ? null : read.getValueToString(column, 0);
          if (expected == null ? found != null : !expected.equals(found)) {
            assertThat(found).as("column %d of row %s", column, row[1]).isEqualTo(expected);
          }
        }
      }
      assertThat(reader.read()).isNull();
    }
  }

  /** Pages of one text, of many, and a list of texts that is begun anew. */
  @Test
  void readsBackNumberedTexts() throws Exception {
    Path path = folder.resolve("numbered.parquet");
    var expected = new ArrayList<String>();
    var row = new Object[table.columns().size()];
    var random = new Random(2);
    var texts = new NumberedTexts();
    texts.add("first");
    try (var file = TableParquetFile.create(table, path, List.of())) {
      for (int index = 0; index < ROWS; index++) {
        if (index == ROWS / 2) {
          texts = new NumberedTexts();
          texts.add("other");
        }
        if (index > ParquetColumn.PAGE_ROWS && index % 100 == 0) {
          texts.add("t" + index);
        }
        boolean isNobody = index > 70_000 && index % 3 == 0;
        row[column("user_hash")] = isNobody ? null : texts.at(random.nextInt(texts.size()));
        expected.add(isNobody ? null : texts.toString());
        file.write(row);
      }
      file.finish();
    }
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT user_hash FROM '%s' ORDER BY file_row_number".formatted(path))) {
      var found = new ArrayList<String>();
      while (result.next()) {
        found.add(result.getString(1));
      }
      assertThat(found).isEqualTo(expected);
    }
  }

  /**
   * Readers skip what statistics, dictionaries and page indexes rule out; that must be no row
   * sought.
   */
  @Test
  void isFoundByItsValues() throws Exception {
    var rows = new ArrayList<Object[]>();
    var path = written(rows);
    long agents = rows.stream().filter(row -> "AGT4".equals(row[column("agent_id")])).count();
    var filter = FilterApi.eq(FilterApi.binaryColumn("agent_id"), Binary.fromString("AGT4"));
    try (var reader =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(path.toUri()))
            .withFilter(FilterCompat.get(filter))
            .build()) {
      long found = 0;
      while (reader.read() != null) {
        found++;
      }
      assertThat(found).isEqualTo(agents);
    }
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                "SELECT count(*) FILTER (agent_id = 'AGT4'), (SELECT count(*) FROM '%1$s' WHERE line = 77777), (SELECT sum(status) FROM '%1$s') FROM '%1$s'"
                    .formatted(path))) {
      result.next();
      assertThat(result.getLong(1)).isEqualTo(agents);
      assertThat(result.getLong(2)).isEqualTo(1);
      assertThat(result.getLong(3))
          .isEqualTo(
              rows.stream()
                  .filter(row -> row[column("status")] != null)
                  .mapToLong(row -> (Long) row[column("status")])
                  .sum());
    }
  }
}
