package jp.renkei.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.renkei.jobs.gateway.AccessRegisters;
import jp.renkei.jobs.gateway.GatewayFileResult;
import jp.renkei.jobs.gateway.GatewayIngest;
import jp.renkei.jobs.gateway.IngestStages;
import jp.renkei.jobs.gateway.PseudonymKey;
import jp.renkei.jobs.gateway.classify.ClientAlias;
import jp.renkei.jobs.gateway.classify.Validity;
import jp.renkei.jobs.landing.LandedFile;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The ingest and what it is set beside, over the same files. Each writes below a folder of its own.
 */
public final class IngestSides {
  private static final StructType SCHEMA =
      new StructType()
          .add("event_time", DataTypes.TimestampType)
          .add("client_id", DataTypes.StringType)
          .add("method", DataTypes.StringType)
          .add("path", DataTypes.StringType)
          .add("status", DataTypes.LongType)
          .add("latency_ms", DataTypes.DoubleType)
          .add("bytes_out", DataTypes.LongType)
          .add("user", DataTypes.StringType)
          .add("request_id", DataTypes.StringType)
          .add("client_ip", DataTypes.StringType)
          .add("user_agent", DataTypes.StringType);

  private final SparkSession spark;
  private final List<LandedFile> landed;

  /**
   * Over a landing folder.
   *
   * @param landed its files, hashed already, as for every step of a run
   */
  public IngestSides(SparkSession spark, List<LandedFile> landed) {
    this.spark = spark;
    this.landed = List.copyOf(landed);
  }

  /** Everything that a run does with logs: checked, masked, classified, without duplicates. */
  public long renkei(Path warehouse) {
    return GatewayIngest.ingest(spark, warehouse, landed, registers(), key(), result -> {}).stream()
        .mapToLong(GatewayFileResult::accepted)
        .sum();
  }

  /** The same for the first log, stage by stage. */
  public IngestStages stages(Path warehouse) {
    return new IngestStages(warehouse, landed, registers(), key());
  }

  private static PseudonymKey key() {
    return PseudonymKey.ofHexadecimal("bench", "00112233445566778899aabbccddeeff");
  }

  private static AccessRegisters registers() {
    var aliases = new ArrayList<ClientAlias>();
    for (int agent = 0; agent < 200; agent++) {
      aliases.add(
          new ClientAlias(
              "ISS001",
              "client-" + (1_000 + agent),
              "AGT%03d".formatted(agent),
              new Validity(Integer.MIN_VALUE, Integer.MAX_VALUE)));
    }
    return new AccessRegisters(Set.of("ISS001"), aliases, List.of());
  }

  /** DuckDB's reader with declared types, into zstd Parquet: it checks nothing. */
  public long duckDb(Path folder) throws SQLException, IOException {
    java.nio.file.Files.createDirectories(folder);
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute("SET TimeZone='Asia/Tokyo'");
      statement.execute("SET preserve_insertion_order=false");
      statement.execute(
          """
          COPY (SELECT * FROM read_json([%s], format='newline_delimited', columns={
            event_time: 'TIMESTAMPTZ', client_id: 'VARCHAR', method: 'VARCHAR', path: 'VARCHAR', status: 'BIGINT',
            latency_ms: 'DOUBLE', bytes_out: 'BIGINT', "user": 'VARCHAR', request_id: 'VARCHAR', client_ip: 'VARCHAR',
            user_agent: 'VARCHAR'}))
          TO '%s' (FORMAT parquet, COMPRESSION zstd)"""
              .formatted(
                  String.join(",", paths().stream().map(path -> "'" + path + "'").toList()),
                  folder.resolve("all.parquet")));
      try (var count =
          statement.executeQuery("SELECT count(*) FROM '" + folder.resolve("all.parquet") + "'")) {
        count.next();
        return count.getLong(1);
      }
    }
  }

  /** Spark's reader with declared types into Delta: it checks nothing. */
  public long sparkJson(Path folder) {
    spark
        .read()
        .schema(SCHEMA)
        .json(paths().toArray(String[]::new))
        .write()
        .format("delta")
        .save(folder.toString());
    return spark.read().format("delta").load(folder.toString()).count();
  }

  /** Lines as text, from_json, good ones and rejected ones each into a Delta table. */
  public long sparkChecked(Path folder) {
    var parsed =
        spark
            .read()
            .text(paths().toArray(String[]::new))
            .withColumn("file", functions.input_file_name())
            .withColumn(
                "json",
                functions.from_json(
                    functions.col("value"),
                    SCHEMA.add("_corrupt_record", DataTypes.StringType),
                    java.util.Map.of("mode", "PERMISSIVE")));
    var isGood =
        functions
            .col("json._corrupt_record")
            .isNull()
            .and(functions.col("json.event_time").isNotNull());
    parsed
        .where(isGood)
        .select("file", "json.*")
        .drop("_corrupt_record")
        .write()
        .format("delta")
        .save(folder.resolve("good").toString());
    parsed
        .where(functions.not(isGood))
        .select("file", "value")
        .write()
        .format("delta")
        .save(folder.resolve("rejected").toString());
    return spark.read().format("delta").load(folder.resolve("good").toString()).count();
  }

  private List<String> paths() {
    return landed.stream()
        .map(file -> file.file().toString())
        .filter(path -> path.endsWith(".jsonl"))
        .toList();
  }
}
