package jp.renkei.jobs.release;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import jp.renkei.jobs.SmallWorld;
import jp.renkei.jobs.SparkForTests;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.warehouse.table.TableName;
import org.apache.spark.sql.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wrong number from one engine, in any table that is recomputed, stops the release. */
class FalsifiedFiguresIT {
  @TempDir private Path folder;

  @Test
  void aWrongKpiValueStopsTheRelease() {
    falsify(
        "gold.kpi_value",
        "numerator",
        col("kpi_id").equalTo("contract_rate").and(col("entity_level").equalTo("ALL")));
    assertThatThrownBy(this::build)
        .isInstanceOf(FiguresDifferException.class)
        .hasMessageContaining("Cannot make a release")
        .hasMessageContaining("gold.kpi_value")
        .hasMessageContaining("contract_rate");
  }

  @Test
  void aWrongFigureBesideAKpiStopsTheRelease() {
    falsify(
        "gold.kpi_supplement",
        "numerator",
        col("figure").equalTo("accounts_using_both").and(col("entity_level").equalTo("ALL")));
    assertThatThrownBy(this::build)
        .isInstanceOf(FiguresDifferException.class)
        .hasMessageContaining("gold.kpi_supplement")
        .hasMessageContaining("accounts_using_both");
  }

  @Test
  void aWrongCellStopsTheRelease() {
    falsify(
        "gold.linkage_cell",
        "agent_accounts",
        col("agent_id").equalTo("AGT001").and(col("issuer_id").equalTo("ISS001")));
    assertThatThrownBy(this::build)
        .isInstanceOf(FiguresDifferException.class)
        .hasMessageContaining("gold.linkage_cell")
        .hasMessageContaining("ISS001");
  }

  @Test
  void aWrongDailyCountStopsTheRelease() {
    falsify(
        "gold.access_daily",
        "bytes_out",
        col("issuer_id").equalTo("ISS001").and(col("access_method").equalTo("API")));
    assertThatThrownBy(this::build)
        .isInstanceOf(FiguresDifferException.class)
        .hasMessageContaining("gold.access_daily");
  }

  @Test
  void aWrongAdoptionStopsTheRelease() {
    String table = warehouseAfterRun().table(TableName.of("gold.adoption")).toString();
    var rows = SparkForTests.session().read().format("delta").load(table);
    rows.withColumn(
            "adoption_status",
            when(col("issuer_id").equalTo("ISS001"), lit("DISCONTINUED"))
                .otherwise(col("adoption_status")))
        .write()
        .format("delta")
        .mode("overwrite")
        .save(table);
    assertThatThrownBy(this::build)
        .isInstanceOf(FiguresDifferException.class)
        .hasMessageContaining("gold.adoption");
  }

  private WarehouseFolder warehouseAfterRun() {
    return new WarehouseFolder(SmallWorld.copyTo(folder).warehouse());
  }

  private void falsify(String name, String column, Column where) {
    String table = warehouseAfterRun().table(TableName.of(name)).toString();
    var rows = SparkForTests.session().read().format("delta").load(table);
    assertThat(rows.where(where.and(col(column).isNotNull())).count()).isPositive();
    rows.withColumn(column, when(where, col(column).plus(1)).otherwise(col(column)))
        .write()
        .format("delta")
        .mode("overwrite")
        .save(table);
  }

  private void build() {
    var world = new SmallWorld(folder);
    int before = world.releases().size();
    try {
      new ReleaseBuilding(
              new WarehouseFolder(world.warehouse()),
              Clock.systemUTC(),
              message -> {},
              KeptDecisions.none())
          .build(world.release(1).manifest().asOf());
    } finally {
      assertThat(world.releases()).hasSize(before);
    }
  }
}
