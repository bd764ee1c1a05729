package jp.renkei.jobs.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each KPI's own check says of the figures of a round, right ones and planted ones. */
class KpiChecksIT {
  private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
  private static final List<String> FIGURES =
      List.of("numerator", "denominator", "value", "value_low", "value_high");

  @TempDir static Path folder;
  private static DuckDbTablesOfVersions tables;

  @BeforeAll
  static void makeFigures() throws SQLException {
    var warehouse = new GivenWarehouse(folder).asOf(AS_OF.toString());
    GivenRound.in(warehouse);
    warehouse.run(
        step ->
            step.writes().stream().anyMatch(table -> table.layer().equals("gold"))
                || step.reads().contains(TableName.of("silver.access")));
    var versions = new TreeMap<TableName, Long>();
    for (var table : TableCatalog.builtIn().all()) {
      DeltaSnapshot.latestVersion(warehouse.folder().table(table.name()))
          .ifPresent(version -> versions.put(table.name(), version));
    }
    tables = DuckDbTablesOfVersions.open(warehouse.folder(), versions);
    execute(
        "create table right_figures as select row_number() over () as n, * from gold.kpi_value");
    execute("drop view gold.kpi_value");
    execute("create view gold.kpi_value as select * exclude (n) from right_figures");
  }

  @AfterAll
  static void close() {
    tables.close();
  }

  static List<KpiDefinition> kpis() {
    return KpiCatalog.builtIn().all();
  }

  @Test
  void isContentWithWhatTheRunMade() {
    assertThat(new KpiChecks(tables, tables, Optional.empty(), AS_OF).run(kpis())).isEmpty();
  }

  /**
   * One figure at a time: of each level the first row of the whole and of a slice. Slices of
   * companies and cells are made in one place for all KPIs, and only the check of {@code
   * response_rate} knows them; {@code KpiRollUpLawsTest} holds them to the whole.
   */
  @ParameterizedTest
  @MethodSource("kpis")
  void findsAWrongFigureOfEveryLevel(KpiDefinition kpi) throws SQLException {
    var rows =
        tables.select(
            "select n, entity_level, "
                + String.join(", ", FIGURES)
                + " from right_figures where kpi_id = '"
                + kpi.id()
                + "' and definition_version = "
                + kpi.version()
                + " and issuer_basis = 'THEN' and value is not null"
                + " and (slice is null or slice not in ('size_band', 'association', 'segment')"
                + "      or kpi_id = 'response_rate')"
                + " qualify row_number() over (partition by entity_level, slice is null, basis"
                + " order by period_start) = 1");
    var missed = new ArrayList<String>();
    for (var row : rows) {
      for (var figure : FIGURES) {
        if (row.containsKey(figure) && finds(kpi, planted(row, figure)).isEmpty()) {
          missed.add(row.get("entity_level") + " " + figure);
        }
      }
      if (finds(kpi, "select * exclude (n) from right_figures where n <> " + row.get("n"))
          .isEmpty()) {
        missed.add(row.get("entity_level") + " row");
      }
    }
    assertThat(missed).isEmpty();
    assertThat(rows)
        .extracting(row -> row.get("entity_level"))
        .contains(kpi.levels().stream().map(Enum::name).toArray());
  }

  private static String planted(Map<String, Object> row, String figure) {
    return "select * exclude (n) replace (if(n = %s, %s + 1, %s) as %s) from right_figures"
        .formatted(row.get("n"), figure, figure, figure);
  }

  private static List<Difference> finds(KpiDefinition kpi, String figures) throws SQLException {
    execute("create or replace view gold.kpi_value as " + figures);
    try {
      return new KpiChecks(tables, tables, Optional.empty(), AS_OF).run(List.of(kpi));
    } finally {
      execute("create or replace view gold.kpi_value as select * exclude (n) from right_figures");
    }
  }

  /** Where only some months' logs are looked at, what is wrong in another is left to the whole. */
  @Test
  void looksAtTheMonthsWhoseLogsChanged() throws SQLException {
    var kpi = List.of(KpiCatalog.builtIn().kpi("api_success_rate"));
    var march = Optional.of(Set.of(LocalDate.of(2026, 3, 1)));
    var none = Optional.of(Set.<LocalDate>of());
    execute(
        "create or replace view gold.kpi_value as select * exclude (n)"
            + " replace (numerator + 1 as numerator) from right_figures");
    try {
      assertThat(new KpiChecks(tables, tables, march, AS_OF).run(kpi))
          .extracting(Difference::key)
          .anyMatch(key -> key.contains("MONTH 2026-03-01 GATEWAY_LOG"));
      assertThat(new KpiChecks(tables, tables, none, AS_OF).run(kpi))
          .extracting(Difference::key)
          .isNotEmpty()
          .noneMatch(key -> key.contains("GATEWAY_LOG"));
    } finally {
      execute("create or replace view gold.kpi_value as select * exclude (n) from right_figures");
    }
  }

  /** An issuer whose logs are of April has an empty figure of March, as everybody with logs has. */
  @Test
  void knowsTheIssuersWhoseLogsAreOfOtherMonths() throws SQLException {
    execute(
        "create or replace view silver.access_of_march as from silver.access"
            + " where access_date between date '2026-03-01' and date '2026-03-31'");
    SqlEngine logs =
        sql -> tables.select(sql.replaceAll("\\bsilver\\.access\\b", "silver.access_of_march"));
    var march = Optional.of(Set.of(LocalDate.of(2026, 3, 1)));
    assertThat(
            tables.select(
                "select * from gold.kpi_value where issuer_id = 'I2' and basis = 'GATEWAY_LOG'"
                    + " and period_start = date '2026-03-01' and coalesce(denominator, 0) = 0"))
        .isNotEmpty();
    assertThat(new KpiChecks(tables, logs, march, AS_OF).run(kpis())).isEmpty();
  }

  private static void execute(String sql) throws SQLException {
    try (var statement = tables.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
