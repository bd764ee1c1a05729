package jp.renkei.jobs.command;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import jp.renkei.jobs.SmallWorld;
import jp.renkei.jobs.SparkForTests;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.ReleaseState;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseCommandIT {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listsShowsVerifiesAndPublishes() {
    var world = SmallWorld.copyTo(folder);
    assertThat(execute(world, "list")).isZero();
    assertThat(out.toString()).contains("1  DRAFT").contains("2026-05-20");
    assertThat(execute(world, "show", "1", "--json")).isZero();
    assertThat(out.toString()).contains(world.release(1).manifest().contentHash());
    assertThat(execute(world, "verify", "1")).isZero();
    assertThat(out.toString()).contains("一致を確認しました");
    assertThat(
            execute(
                world,
                "publish",
                "1",
                "--label",
                "第2回検討会",
                "--landing",
                world.landing().toString()))
        .isZero();
    assertThat(execute(world, "list", "--json")).isZero();
    assertThat(out.toString()).contains("\"PUBLISHED\"").contains("第2回検討会");
  }

  @Test
  void refusesReleasesThatAreNotThere() {
    var world = SmallWorld.copyTo(folder);
    assertThat(execute(world, "show", "7")).isEqualTo(2);
    assertThat(err.toString()).contains("Cannot find release 7").contains("renkei release list");
    assertThat(execute(world, "publish", "1")).isEqualTo(64);
    assertThat(execute(world, "verify", "first")).isEqualTo(64);
    assertThat(err.toString()).contains("公表版 7 は").contains("にありません");
    assertThat(execute(world)).isEqualTo(64);
    assertThat(execute(world, "withdraw", "1")).isEqualTo(64);
    assertThat(execute(world, "recall", "1")).isEqualTo(64);
    assertThat(err.toString())
        .contains("「recall」という操作はありません")
        .contains("One of list, show, diff, review, publish, withdraw, verify");
    assertThat(execute(world, "publish", "1", "--label", "第1回", "--edition", "final?"))
        .isEqualTo(64);
    assertThat(err.toString()).contains("found 'final?', expected 速報 or 確報");
    assertThat(execute(world, "publish", "1", "--label", "第1回", "--embargo", "tomorrow"))
        .isEqualTo(64);
    assertThat(err.toString())
        .contains("found 'tomorrow', expected a time such as 2026-12-01T10:00");
  }

  @Test
  void verifyNamesAFileWhoseContentWasChanged() throws IOException, SQLException {
    var world = SmallWorld.copyTo(folder);
    Path file = world.release(1).file(Audience.PUBLIC);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("r--r--r--"));
    assertThat(file.toFile().setWritable(true)).isTrue();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("update gold.kpi_value set value = 0.99 where kpi_id = 'contract_rate'");
    }
    assertThat(execute(world, "verify", "1")).isEqualTo(2);
    assertThat(err.toString())
        .contains("its files are not what was released")
        .contains("公表版として作られたときの内容ではありません")
        .contains("public.duckdb")
        .doesNotContain("secretariat.duckdb")
        .contains("backup");
  }

  @Test
  void verifyNamesADamagedOrMissingFileWithoutOpeningIt() throws IOException {
    var world = SmallWorld.copyTo(folder);
    Path file = world.release(1).file(Audience.PUBLIC);
    assertThat(file.toFile().setWritable(true)).isTrue();
    try (var bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
      bytes.write(ByteBuffer.wrap(new byte[] {0x55}), 5_000);
    }
    Files.delete(world.release(1).file(Audience.SECRETARIAT));
    assertThat(execute(world, "verify", "1")).isEqualTo(2);
    assertThat(err.toString())
        .contains("public.duckdb", "secretariat.duckdb", "backup")
        .doesNotContain("fault of Renkei");
  }

  /** Releases of before the files' bytes were kept are told by their tables. */
  @Test
  void verifyNamesTheTableOfAReleaseWithoutFileHashes() throws IOException, SQLException {
    var world = SmallWorld.copyTo(folder);
    Path manifest = world.release(1).folder().resolve("manifest.yaml");
    Files.writeString(
        manifest, Files.readString(manifest).replaceAll("(?m)^  files:\\R(    .*\\R)+", ""));
    assertThat(execute(world, "verify", "1")).isZero();
    Path file = world.release(1).file(Audience.PUBLIC);
    assertThat(file.toFile().setWritable(true)).isTrue();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("update gold.kpi_value set value = 0.99 where kpi_id = 'contract_rate'");
    }
    assertThat(execute(world, "verify", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("public.duckdb: gold.kpi_value");
  }

  @Test
  void verifyAsksForTheDefinitionsThatTheReleaseWasMadeWith() throws IOException {
    var world = SmallWorld.copyTo(folder);
    Path manifest = world.release(1).folder().resolve("manifest.yaml");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceAll("definitions_hash: \\S+", "definitions_hash: 0123456789abcdef"));
    assertThat(execute(world, "verify", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("made with definitions 0123456789abcdef");
  }

  @Test
  void verifyNamesTheRowsThatDiffer() throws IOException {
    var world = SmallWorld.copyTo(folder);
    var table = TableName.of("gold.kpi_value");
    String path = new WarehouseFolder(world.warehouse()).table(table).toString();
    SparkForTests.session()
        .read()
        .format("delta")
        .load(path)
        .withColumn(
            "denominator",
            when(col("kpi_id").equalTo("response_rate"), col("denominator").plus(1))
                .otherwise(col("denominator")))
        .write()
        .format("delta")
        .mode("overwrite")
        .save(path);
    Path manifest = world.release(1).folder().resolve("manifest.yaml");
    long version = world.release(1).manifest().tableVersions().get(table.toString());
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replaceAll("gold\\.kpi_value: " + version, "gold.kpi_value: " + (version + 1)));
    assertThat(execute(world, "verify", "1")).isEqualTo(1);
    assertThat(err.toString())
        .contains("Cannot confirm release 1")
        .contains("gold.kpi_value")
        .contains("response_rate");
    assertThat(publish(world, "佐藤")).isEqualTo(1);
    assertThat(err.toString()).contains("Cannot publish release 1");
    assertThat(world.release(1).life().state()).isEqualTo(ReleaseState.DRAFT);
    assertThat(world.landing().resolve("decisions")).doesNotExist();
  }

  @Test
  void publishesNothingButWhatWasReleased() throws IOException, SQLException {
    var world = SmallWorld.copyTo(folder);
    Path file = world.release(1).file(Audience.PUBLIC);
    assertThat(file.toFile().setWritable(true)).isTrue();
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("update gold.kpi_value set value = 0.99 where kpi_id = 'contract_rate'");
    }
    assertThat(publish(world, "佐藤")).isEqualTo(2);
    assertThat(err.toString())
        .contains("公表版 1 は公表できません")
        .contains("its files are not what was released")
        .contains("public.duckdb");
    assertThat(world.release(1).life().state()).isEqualTo(ReleaseState.DRAFT);
  }

  @Test
  void goesThroughTheLifeOfARelease() throws IOException {
    var world = SmallWorld.copyTo(folder);
    String landing = world.landing().toString();
    Files.writeString(folder.resolve("warehouse.release-rules.yaml"), "two_person_rule: true\n");
    assertThat(publish(world, "佐藤")).isEqualTo(2);
    assertThat(err.toString()).contains("by the two-person rule");
    assertThat(execute(world, "review", "1", "--by", "佐藤", "--landing", landing)).isZero();
    assertThat(publish(world, "佐藤")).isEqualTo(2);
    assertThat(publish(world, "鈴木")).isZero();
    assertThat(execute(world, "list")).isZero();
    assertThat(out.toString()).contains("1  PUBLISHED").contains("第2回検討会  速報  解禁 2099-12-01 10:00");
    assertThat(
            execute(
                world,
                "withdraw",
                "1",
                "--reason",
                "誤り",
                "--by",
                "鈴木",
                "--landing",
                landing,
                "--json"))
        .isZero();
    assertThat(out.toString()).contains("\"WITHDRAWN\"").contains("-withdraw-1.yaml");
    assertThat(execute(world, "show", "1", "--json")).isZero();
    assertThat(out.toString())
        .contains("\"decision\" : \"REVIEW\"")
        .contains("\"embargo_until\" : \"2099-12-01T01:00:00Z\"")
        .contains("\"reason\" : \"誤り\"");
  }

  private int publish(SmallWorld world, String by) {
    return execute(
        world,
        "publish",
        "1",
        "--label",
        "第2回検討会",
        "--edition",
        "速報",
        "--embargo",
        "2099-12-01 10:00",
        "--by",
        by,
        "--landing",
        world.landing().toString());
  }

  private int execute(SmallWorld world, String... arguments) {
    var line = new ArrayList<String>();
    line.add("release");
    line.addAll(List.of(arguments));
    line.add("--warehouse");
    line.add(world.warehouse().toString());
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(line.toArray(String[]::new));
  }
}
