package jp.renkei.jobs.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.delta.TableOverwrite;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiMergers;
import jp.renkei.warehouse.kpi.KpiSupplement;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark makes gold and every KPI from given silver rows; DuckDB comes to the same. */
class EnginesAgreeIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
  @TempDir Path folder;
  private GivenWarehouse warehouse;

  @BeforeEach
  void makeGold() {
    warehouse = new GivenWarehouse(folder).asOf(AS_OF.toString());
    GivenRound.in(warehouse);
    warehouse.run(
        step ->
            step.writes().stream().anyMatch(table -> table.layer().equals("gold"))
                || step.reads().contains(TableName.of("silver.access")));
  }

  private SortedMap<TableName, Long> versions() {
    var versions = new TreeMap<TableName, Long>();
    for (var table : TableCatalog.builtIn().all()) {
      DeltaSnapshot.latestVersion(warehouse.folder().table(table.name()))
          .ifPresent(version -> versions.put(table.name(), version));
    }
    return versions;
  }

  private List<Difference> differences() {
    return Verification.of(
        warehouse.folder(), versions(), AS_OF, Optional.empty(), Collections.emptySortedMap());
  }

  @Test
  void comeToTheSameFiguresForEveryKpi() {
    assertThat(differences()).isEmpty();
    var withValue = new HashSet<String>();
    try (var tables = DuckDbTablesOfVersions.open(warehouse.folder(), versions())) {
      for (var row :
          tables.select(
              "select kpi_id, definition_version from gold.kpi_value where value_state = 'REPORTED'")) {
        withValue.add(row.get("kpi_id") + " " + row.get("definition_version"));
      }
    }
    assertThat(withValue)
        .containsExactlyInAnyOrderElementsOf(
            KpiCatalog.builtIn().all().stream()
                .map(kpi -> kpi.id() + " " + kpi.version())
                .toList());
  }

  @Test
  void haveFiguresByTodaysIssuersWhereTheyAddUp() {
    var withValue = new HashSet<String>();
    try (var tables = DuckDbTablesOfVersions.open(warehouse.folder(), versions())) {
      for (var row :
          tables.select(
              "select kpi_id from gold.kpi_value where issuer_basis = 'NOW' and issuer_id = 'I1'")) {
        withValue.add((String) row.get("kpi_id"));
      }
    }
    assertThat(withValue)
        .containsExactlyInAnyOrderElementsOf(
            KpiCatalog.builtIn().all().stream()
                .filter(kpi -> kpi.levels().contains(EntityLevel.ISSUER))
                .filter(kpi -> kpi.mergers() != KpiMergers.NONE)
                .map(KpiDefinition::id)
                .distinct()
                .toList());
  }

  @Test
  void haveEveryKpiOfLogsFromSummariesToo() {
    var withValue = new HashSet<String>();
    try (var tables = DuckDbTablesOfVersions.open(warehouse.folder(), versions())) {
      for (var row :
          tables.select(
              "select kpi_id from gold.kpi_value"
                  + " where value_state = 'REPORTED' and basis = 'ISSUER_SUMMARY'")) {
        withValue.add((String) row.get("kpi_id"));
      }
    }
    assertThat(withValue)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            KpiCatalog.builtIn().all().stream()
                .filter(kpi -> kpi.ofSummaries().isPresent())
                .map(KpiDefinition::id)
                .toList());
  }

  @Test
  void comeToTheSameFiguresBesideEveryKpi() {
    var withValue = new HashSet<String>();
    try (var tables = DuckDbTablesOfVersions.open(warehouse.folder(), versions())) {
      for (var row :
          tables.select("select figure from gold.kpi_supplement where value is not null")) {
        withValue.add((String) row.get("figure"));
      }
    }
    assertThat(withValue)
        .containsExactlyInAnyOrderElementsOf(
            KpiCatalog.builtIn().all().stream()
                .flatMap(kpi -> kpi.supplements().stream())
                .map(KpiSupplement::figure)
                .toList());
  }

  @Test
  void differWhereATableWasTamperedWith() {
    var progress = GivenRows.of("gold.kpi_progress", "kpi_id | goal_kind\ncontract_rate | TARGET");
    TableOverwrite.write(
        warehouse.folder().table(TableName.of("gold.kpi_progress")),
        progress.table(),
        progress.rows());
    for (var table : Verification.rebuilt()) {
      var columns = TableCatalog.builtIn().table(table).columnNames();
      var other =
          GivenRows.of(
              table.toString(),
              columns.contains("month")
                  ? columns.get(columns.contains("issuer_id") ? columns.indexOf("issuer_id") : 0)
                      + " | month\nI1 | 2026-03-01"
                  : columns.contains("round_id") ? "round_id\nR1" : columns.get(0) + "\nI9");
      TableOverwrite.write(warehouse.folder().table(table), other.table(), other.rows());
    }
    assertThat(differences())
        .extracting(Difference::subject)
        .contains("gold.kpi_value", "gold.kpi_progress")
        .containsAll(Verification.rebuilt().stream().map(TableName::toString).toList());
  }
}
