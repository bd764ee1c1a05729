package jp.renkei.jobs.run;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import jp.renkei.jobs.CodeVersion;
import jp.renkei.jobs.Sha256;
import jp.renkei.jobs.delta.DataFile;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.delta.FileChange;
import jp.renkei.jobs.delta.SparkSchema;
import jp.renkei.jobs.delta.TableFiles;
import jp.renkei.jobs.delta.TableOverwrite;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One execution of a step: hands out what the step declared to read, takes what it writes. */
public final class StepRun {
  private final Step step;
  private final Tables tables;
  private final RunContext context;
  private final RunMemory memory;
  private final String inputs;
  private final RunMemory.Origin origin;
  private final BiConsumer<TableName, Boolean> onWritten;

  StepRun(
      Step step,
      Tables tables,
      RunContext context,
      RunMemory memory,
      String inputs,
      RunMemory.Origin origin,
      BiConsumer<TableName, Boolean> onWritten) {
    this.step = step;
    this.tables = tables;
    this.context = context;
    this.memory = memory;
    this.inputs = inputs;
    this.origin = origin;
    this.onWritten = onWritten;
  }

  public RunContext context() {
    return context;
  }

  public SparkSession spark() {
    return tables.spark();
  }

  public Dataset<Row> read(TableName table) {
    requireDeclared(table);
    return tables.read(table);
  }

  private void requireDeclared(TableName table) {
    if (!step.reads().contains(table)) {
      throw new IllegalStateException(
          "Cannot read " + table + ": step '" + step.name() + "' does not declare it.");
    }
  }

  /** Makes a table's content from a small result. */
  public void write(TableName table, Dataset<Row> result) {
    write(table, Tables.rows(TableCatalog.builtIn().table(table), result));
  }

  /** Makes rows a table's content; leaves the table as it is when it holds just these. */
  public void write(TableName name, List<List<Object>> rows) {
    requireWritten(name);
    var table = TableCatalog.builtIn().table(name);
    var sorted = RowOrder.sorted(table, rows);
    String content = RowOrder.hash(table, sorted);
    long version = tables.version(name).orElse(-1);
    boolean isUnchanged = holds(name, content);
    if (!isUnchanged) {
      version = TableOverwrite.write(context.warehouse().table(name), table, sorted);
      tables.written(name);
    }
    remember(name, version, content, !isUnchanged);
  }

  /**
   * Makes a result of any size a table's content, written by Spark's tasks; leaves the table as it
   * is when it was made of just this by the same code.
   *
   * @param sources what the result is made of, as a text that changes when it does
   */
  public void writeLarge(TableName name, Dataset<Row> result, String sources) {
    requireWritten(name);
    String content = "of " + Sha256.of(CodeVersion.code() + CodeVersion.definitions() + sources);
    boolean isUnchanged = holds(name, content);
    if (!isUnchanged) {
      overwrite(name, result);
    }
    remember(name, tables.version(name).orElseThrow(), content, !isUnchanged);
  }

  /** The newest version of a table that the step declared to read; -1 while there is none. */
  public long version(TableName table) {
    requireDeclared(table);
    return tables.version(table).orElse(-1);
  }

  /**
   * Which data files of a source came and went since a table was made from it. Empty when that is
   * not known, or was done by other code, or a file that went cannot be read any more: then the
   * table must be made from all there is.
   */
  public Optional<FileChange> changeOf(TableName source, TableName table) {
    requireDeclared(source);
    requireWritten(table);
    return memory
        .of(table)
        .filter(entry -> entry.version() == tables.version(table).orElse(-1))
        .filter(entry -> entry.origin().by().equals(origin.by()))
        .map(entry -> entry.origin().versions().get(source.toString()))
        .map(version -> FileChange.between(tables.at(source, version), latest(source)))
        .filter(change -> change.removed().stream().allMatch(DataFile::isThere));
  }

  /** A given version's rows of a table that the step declared to read. */
  public Dataset<Row> readAt(TableName table, long version) {
    requireDeclared(table);
    return rows(table, tables.at(table, version).dataFiles());
  }

  private DeltaSnapshot latest(TableName table) {
    return tables.at(table, tables.version(table).orElseThrow());
  }

  /** The newest version's data files of a table that the step reads or writes. */
  public List<DataFile> files(TableName table) {
    return tables.version(table).isPresent() ? latest(table).dataFiles() : List.of();
  }

  /** The rows of some data files of a table. */
  public Dataset<Row> rows(TableName table, List<DataFile> files) {
    return tables.rows(table, files.stream().map(DataFile::path).toList());
  }

  /** SQL in which the name of one table that the step reads stands for other rows. */
  public Dataset<Row> sqlOver(String sql, TableName table, Dataset<Row> rows) {
    Tables.named(sql).forEach(this::requireDeclared);
    return tables.sqlOver(sql, table, rows);
  }

  /**
   * Takes data files out of a table and puts rows in, in one commit, as files of one month each.
   */
  public void replaceFiles(TableName name, Dataset<Row> rows, List<DataFile> removed) {
    requireWritten(name);
    Path folder = context.warehouse().table(name);
    var table = TableCatalog.builtIn().table(name);
    var added = MonthFiles.write(table, folder, rows);
    boolean isChanged = !added.isEmpty() || !removed.isEmpty() || tables.version(name).isEmpty();
    if (isChanged) {
      TableFiles.replace(folder, table, added, removed);
      tables.written(name);
    }
    remember(name, tables.version(name).orElseThrow(), "", isChanged);
  }

  /** Notes that a table holds already what the step would make. */
  public void unchanged(TableName name) {
    requireWritten(name);
    String content = memory.of(name).map(RunMemory.Entry::content).orElse("");
    remember(name, tables.version(name).orElseThrow(), content, false);
  }

  private boolean holds(TableName name, String content) {
    var before = memory.of(name);
    return before.isPresent()
        && before.get().version() == tables.version(name).orElse(-1)
        && before.get().content().equals(content);
  }

  private void remember(TableName name, long version, String content, boolean isChanged) {
    memory.put(name, new RunMemory.Entry(version, inputs, content, origin));
    onWritten.accept(name, isChanged);
  }

  private void overwrite(TableName name, Dataset<Row> result) {
    var table = TableCatalog.builtIn().table(name);
    var columns =
        Arrays.stream(SparkSchema.of(table).fields())
            .map(field -> col(field.name()).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    result
        .select(columns)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("overwrite")
        .option("delta.deletedFileRetentionDuration", "interval 36500 days")
        .option("delta.logRetentionDuration", "interval 36500 days")
        .save(context.warehouse().table(name).toString());
    tables.written(name);
  }

  /** Notes that a table was brought up to date by means of its own. */
  public void upToDate(TableName table) {
    requireWritten(table);
    tables.written(table);
  }

  private void requireWritten(TableName table) {
    if (!step.writes().contains(table)) {
      throw new IllegalStateException(
          "Cannot write " + table + ": step '" + step.name() + "' does not declare it.");
    }
  }

  /**
   * SQL over the tables that the step declared to read.
   *
   * @throws IllegalStateException when it names another table
   */
  public Dataset<Row> sql(String sql, Map<String, Object> parameters) {
    Tables.named(sql).forEach(this::requireDeclared);
    return tables.sql(sql, parameters);
  }

  /** Runs SELECTs over the tables that the step declared to read. */
  public SqlEngine engine() {
    return sql -> {
      Tables.named(sql).forEach(this::requireDeclared);
      return tables.select(sql);
    };
  }
}
