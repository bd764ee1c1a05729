package jp.renkei.jobs.gold.kpi;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.renkei.jobs.GivenRows;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.check.DuckDbTablesOfVersions;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiSlice;
import jp.renkei.warehouse.rules.RuleVersions;
import jp.renkei.warehouse.table.DuckDbTables;
import jp.renkei.warehouse.table.TableCatalog;
import org.duckdb.DuckDBConnection;

/** Given rows of silver and gold, and what a KPI makes of them in DuckDB. */
final class GivenKpi {
  private static final LocalDate AS_OF = LocalDate.of(2026, 3, 31);

  private final KpiDefinition kpi;
  private final LocalDate asOf;
  private final PublishedFigures published;
  private final List<GivenRows> given;

  private GivenKpi(
      KpiDefinition kpi, LocalDate asOf, PublishedFigures published, List<GivenRows> given) {
    this.kpi = kpi;
    this.asOf = asOf;
    this.published = published;
    this.given = given;
  }

  /** A KPI by its newest definition over empty tables, as of 2026-03-31. */
  static GivenKpi of(String kpiId) {
    return of(KpiCatalog.builtIn().kpi(kpiId));
  }

  /** The same by one version of its definition. */
  static GivenKpi of(String kpiId, int version) {
    return of(KpiCatalog.builtIn().find(kpiId, version).orElseThrow());
  }

  private static GivenKpi of(KpiDefinition kpi) {
    return new GivenKpi(kpi, AS_OF, PublishedFigures.none(), List.of());
  }

  /** The same with round R1 (reference date 2026-03-31, due 2026-04-30, 14 days of grace). */
  GivenKpi round(String issuersOfFrame, String agentsOfFrame) {
    var members = new StringBuilder("side | respondent_id | is_in_frame\n");
    words(issuersOfFrame).forEach(issuer -> members.append("ISSUER|" + issuer + "|true\n"));
    words(agentsOfFrame).forEach(agent -> members.append("AGENT|" + agent + "|true\n"));
    return rows(
            "silver.survey_round",
            """
            round_id | reference_date | due_date | grace_days
            R1 | 2026-03-31 | 2026-04-30 | 14
            """)
        .rows("gold.response_status", members.toString());
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
  }

  GivenKpi rows(String table, String text) {
    var more = new ArrayList<>(given);
    more.add(GivenRows.of(table, text));
    return new GivenKpi(kpi, asOf, published, more);
  }

  GivenKpi asOf(String date) {
    return new GivenKpi(kpi, LocalDate.parse(date), published, given);
  }

  GivenKpi published(List<KpiValue> figures) {
    var byKey = figures.stream().collect(Collectors.toMap(KpiValue::key, figure -> figure));
    return new GivenKpi(kpi, asOf, new PublishedFigures(byKey), given);
  }

  /** Columns of the KPI's SELECT, a line per row. */
  List<String> counts(String columns) {
    try (var tables = open()) {
      return GivenRows.lines(tables.select(kpi.sql()), columns);
    }
  }

  /** Columns of gold.kpi_value, a line per row; rows of slices of the industry only by name. */
  List<String> values(String columns) {
    var names = TableCatalog.builtIn().table("gold.kpi_value").columnNames();
    var rows = new ArrayList<Map<String, Object>>();
    for (var value : figures()) {
      if (!columns.contains("slice") && isOfIndustry(value.key().slice())) {
        continue;
      }
      var row = new HashMap<String, Object>();
      for (int index = 0; index < names.size(); index++) {
        row.put(names.get(index), value.row().get(index));
      }
      rows.add(row);
    }
    return GivenRows.lines(rows, columns);
  }

  private static boolean isOfIndustry(String slice) {
    return !slice.isEmpty() && !KpiSlice.isGivenAt(slice, EntityLevel.ISSUER);
  }

  List<KpiValue> figures() {
    try (var tables = open()) {
      return new KpiEvaluation(List.of(kpi), RuleVersions.builtIn(), asOf, published)
          .evaluate(tables);
    }
  }

  private DuckDbTablesOfVersions open() {
    var tables =
        DuckDbTablesOfVersions.open(new WarehouseFolder(Path.of("no-warehouse")), new TreeMap<>());
    try (var statement = tables.connection().createStatement()) {
      for (var table : TableCatalog.builtIn().all()) {
        statement.execute(DuckDbTables.create(table));
      }
      for (var rows : given) {
        append(tables.connection().unwrap(DuckDBConnection.class), rows);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return tables;
  }

  private static void append(DuckDBConnection connection, GivenRows given) throws SQLException {
    String marks = String.join(", ", java.util.Collections.nCopies(columns(given), "?"));
    try (var insert =
        connection.prepareStatement(
            "insert into " + given.table().name() + " values (" + marks + ")")) {
      for (var row : given.rows()) {
        for (int index = 0; index < row.size(); index++) {
          insert.setObject(index + 1, row.get(index));
        }
        insert.execute();
      }
    }
  }

  private static int columns(GivenRows given) {
    return given.table().columns().size();
  }
}
