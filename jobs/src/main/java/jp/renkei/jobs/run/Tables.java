package jp.renkei.jobs.run;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.delta.SparkSchema;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The warehouse's tables in Spark. Kernel tells which files a table's newest version has, Spark
 * reads just those, which spares a Spark job per table and run.
 */
public final class Tables implements SqlEngine {
  private static final Pattern NAME = Pattern.compile("\\b(bronze|silver|gold)\\.([a-z_]+)\\b");

  /** Those that grow with the logs. */
  private static final Set<TableName> LARGE =
      Set.of(TableName.of("silver.access"), TableName.of("silver.api_user_hour"));

  private final SparkSession spark;
  private final WarehouseFolder warehouse;
  private final Map<TableName, Long> versions = new ConcurrentHashMap<>();
  private final Map<TableName, Long> viewed = new HashMap<>();
  private final Map<String, DeltaSnapshot> snapshots = new ConcurrentHashMap<>();

  public Tables(SparkSession spark, WarehouseFolder warehouse) {
    this.spark = spark;
    this.warehouse = warehouse;
  }

  public SparkSession spark() {
    return spark;
  }

  /** The newest version; empty while the table does not exist. */
  public OptionalLong version(TableName table) {
    Long known = versions.get(table);
    if (known == null) {
      var latest = DeltaSnapshot.latestVersion(warehouse.table(table));
      if (latest.isEmpty()) {
        return OptionalLong.empty();
      }
      known = latest.get();
      versions.put(table, known);
    }
    return OptionalLong.of(known);
  }

  /** Says that a table was written, so that the next read takes its new version. */
  public void written(TableName table) {
    versions.remove(table);
  }

  /** The newest version's rows; none while the table does not exist. */
  public Dataset<Row> read(TableName name) {
    var newest = version(name);
    return rows(
        SparkSchema.of(TableCatalog.builtIn().table(name)),
        newest.stream().mapToObj(version -> at(name, version)).findFirst());
  }

  /**
   * Runs SQL in which tables stand by their names, such as {@code gold.adoption}, and parameters
   * (whole numbers and dates) as {@code :name}. They are put in as literals: Spark 4.2 binds none
   * inside a CTE.
   */
  public Dataset<Row> sql(String sql, Map<String, Object> parameters) {
    return sql(withLiterals(sql, parameters), table -> false);
  }

  /** Runs SQL in which the name of one table stands for given rows. */
  Dataset<Row> sqlOver(String sql, TableName given, Dataset<Row> rows) {
    rows.createOrReplaceTempView("given_" + given.table());
    return sql(sql, given::equals);
  }

  private Dataset<Row> sql(String sql, Predicate<TableName> isGiven) {
    prepare(named(sql).stream().anyMatch(LARGE::contains));
    var text = new StringBuilder();
    var matcher = NAME.matcher(sql);
    while (matcher.find()) {
      var table = TableName.of(matcher.group());
      if (isGiven.test(table)) {
        matcher.appendReplacement(text, "given_$2");
      } else {
        view(table);
        matcher.appendReplacement(text, "$1_$2");
      }
    }
    matcher.appendTail(text);
    return spark.sql(text.toString());
  }

  /**
   * Compiling a query to bytecode, and parting its work by what it turns out to be, take longer
   * than running it over a table of answers; they pay for the tables that grow with the logs.
   */
  private void prepare(boolean isLarge) {
    spark.conf().set("spark.sql.codegen.wholeStage", Boolean.toString(isLarge));
    spark.conf().set("spark.sql.codegen.factoryMode", isLarge ? "FALLBACK" : "NO_CODEGEN");
    spark.conf().set("spark.sql.adaptive.enabled", Boolean.toString(isLarge));
  }

  /** The tables that a SELECT names. */
  static SortedSet<TableName> named(String sql) {
    var names = new TreeSet<TableName>();
    var matcher = NAME.matcher(sql);
    while (matcher.find()) {
      names.add(TableName.of(matcher.group()));
    }
    return names;
  }

  private static String withLiterals(String sql, Map<String, Object> parameters) {
    String text = sql;
    for (var parameter : parameters.entrySet()) {
      String literal =
          parameter.getValue() instanceof LocalDate date
              ? "date '" + date + "'"
              : Long.toString(((Number) parameter.getValue()).longValue());
      text = text.replace(":" + parameter.getKey(), literal);
    }
    return text;
  }

  @Override
  public List<Map<String, Object>> select(String sql) {
    var result = sql(sql, Map.of());
    var names = result.columns();
    return result.collectAsList().stream().map(row -> asMap(names, row)).toList();
  }

  private static Map<String, Object> asMap(String[] names, Row row) {
    var map = new HashMap<String, Object>();
    for (int index = 0; index < names.length; index++) {
      Object value = row.get(index);
      if (value != null) {
        boolean isWhole = value instanceof Integer || value instanceof Short;
        map.put(names[index], isWhole ? (Object) ((Number) value).longValue() : value);
      }
    }
    return map;
  }

  /**
   * Lets SQL see a table's given version by a name of its own; without a version it has no rows.
   */
  public void view(TableName table, OptionalLong version, String name) {
    var schema = SparkSchema.of(TableCatalog.builtIn().table(table));
    rows(schema, version.stream().mapToObj(number -> at(table, number)).findFirst())
        .createOrReplaceTempView(name);
  }

  /** A given version, which never changes, so that its log is read once. */
  DeltaSnapshot at(TableName table, long version) {
    return snapshots.computeIfAbsent(
        table + "@" + version, key -> DeltaSnapshot.at(warehouse.table(table), version));
  }

  private Dataset<Row> rows(StructType schema, Optional<DeltaSnapshot> snapshot) {
    return rows(schema, snapshot.map(DeltaSnapshot::files).orElseGet(List::of));
  }

  private Dataset<Row> rows(StructType schema, List<String> files) {
    return files.isEmpty()
        ? spark.createDataFrame(List.<Row>of(), schema)
        : spark.read().schema(schema).parquet(files.toArray(String[]::new));
  }

  /** The rows of some data files of a table. */
  Dataset<Row> rows(TableName table, List<String> files) {
    return rows(SparkSchema.of(TableCatalog.builtIn().table(table)), files);
  }

  private synchronized void view(TableName table) {
    long version = version(table).orElse(-1);
    Long shown = viewed.get(table);
    if (shown == null || shown != version) {
      read(table).createOrReplaceTempView(table.layer() + "_" + table.table());
      viewed.put(table, version);
    }
  }

  /** A result's rows as values in the order of a table's columns, taken by name. */
  public static List<List<Object>> rows(TableDefinition table, Dataset<Row> result) {
    var names = table.columnNames();
    var indexes = new int[names.size()];
    var given = Arrays.asList(result.columns());
    for (int index = 0; index < indexes.length; index++) {
      indexes[index] = given.indexOf(names.get(index));
      if (indexes[index] < 0) {
        throw new IllegalStateException(
            "Cannot write "
                + table.name()
                + ": the result has no column "
                + names.get(index)
                + ".");
      }
    }
    return result.collectAsList().stream()
        .map(
            row -> {
              var values = new Object[indexes.length];
              for (int index = 0; index < indexes.length; index++) {
                values[index] = row.get(indexes[index]);
              }
              return Arrays.asList(values);
            })
        .toList();
  }
}
