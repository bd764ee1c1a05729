package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.jobs.Pipeline;
import jp.renkei.jobs.check.Verification;
import jp.renkei.jobs.delta.DeltaSnapshot;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures beside KPIs: one row per cell of the KPI, made by Spark and checked by DuckDB. */
class KpiSupplementIT {
  private static final String CELL = "figure | entity_level | issuer_id | agent_id";
  private static final String COUNTS = " | numerator | denominator | value";

  @TempDir Path folder;

  /** A warehouse as of 2026-06-01 in which every table that a KPI reads is there and empty. */
  private GivenWarehouse warehouse() {
    var given = new GivenWarehouse(folder).asOf("2026-06-01");
    Pipeline.steps().stream()
        .filter(step -> step.name().equals("gold.kpi_value"))
        .flatMap(step -> step.reads().stream())
        .forEach(table -> given.rows(table.toString(), firstColumn(table)));
    given.rows("gold.rule_mix", "month");
    return given;
  }

  private static String firstColumn(TableName table) {
    return TableCatalog.builtIn().table(table).columnNames().get(0);
  }

  /** Round R1 of 2026-03-31 with issuers I1, I2, I3 and agents A1, A2 in its frame. */
  private GivenWarehouse round() {
    return warehouse()
        .rows(
            "silver.survey_round",
            "reference_date | due_date | grace_days\n2026-03-31 | 2026-04-30 | 14")
        .rows(
            "gold.response_status",
            """
            side | respondent_id | is_in_frame
            ISSUER | I1 | true
            ISSUER | I2 | true
            ISSUER | I3 | true
            AGENT | A1 | true
            AGENT | A2 | true
            """);
  }

  /** Runs the KPIs and what stands beside them, and checks that DuckDB comes to the same. */
  private GivenSupplements made(GivenWarehouse given) {
    given.run(
        step ->
            step.name().equals("policy")
                || step.name().equals("gold.kpi_value")
                || step.name().equals("gold.kpi_supplement"));
    var versions = new TreeMap<TableName, Long>();
    for (var table : TableCatalog.builtIn().all()) {
      DeltaSnapshot.latestVersion(given.folder().table(table.name()))
          .ifPresent(version -> versions.put(table.name(), version));
    }
    var asked =
        Verification.rebuilt().stream()
            .filter(table -> table.table().equals("kpi_supplement"))
            .toList();
    assertThat(
            Verification.of(
                given.folder(),
                versions,
                LocalDate.of(2026, 6, 1),
                Optional.empty(),
                Collections.emptySortedMap(),
                asked))
        .isEmpty();
    return columns -> given.make("gold.kpi_supplement", columns);
  }

  /** Columns of gold.kpi_supplement, a line per row. */
  @FunctionalInterface
  private interface GivenSupplements {
    Iterable<String> lines(String columns);
  }

  @Test
  void givesTheMatchRateOfCellsThatASideCallsSigned() {
    var made =
        made(
            round()
                .rows(
                    "gold.linkage_cell",
                    """
                    issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | reconciliation
                    I1 | A1 | INDIVIDUAL | SIGNED | SIGNED | MATCH
                    I1 | A1 | CORPORATE | SIGNED | SIGNED | CONFLICT
                    I1 | A2 | INDIVIDUAL | NEGOTIATING | SIGNED | CONFLICT
                    I2 | A2 | INDIVIDUAL | REQUESTED | REQUESTED | MATCH
                    I2 | A1 | INDIVIDUAL | SIGNED | - | ISSUER_ONLY
                    """));
    assertThat(made.lines("kpi_id | " + CELL + COUNTS))
        .filteredOn(line -> line.startsWith("two_side_match_rate"))
        .containsExactly(
            "two_side_match_rate | signed_cells_match_rate | AGENT | - | A1 | 1 | 2 | 0.5",
            "two_side_match_rate | signed_cells_match_rate | AGENT | - | A2 | 0 | 1 | 0.0",
            "two_side_match_rate | signed_cells_match_rate | ALL | - | - | 1 | 3 | 0.3333333333333333",
            "two_side_match_rate | signed_cells_match_rate | ISSUER | I1 | - | 1 | 3 | 0.3333333333333333",
            "two_side_match_rate | signed_cells_match_rate | ISSUER | I2 | - | - | - | -",
            "two_side_match_rate | signed_cells_match_rate | ISSUER | I3 | - | - | - | -");
  }

  @Test
  void addsUpAccountsThatUseBothWhereTheAgentSaysSo() {
    var made =
        made(
            round()
                .rows(
                    "gold.linkage_cell",
                    """
                    issuer_id | agent_id | segment | agent_contract_status | agent_accounts | scraping_accounts | accounts_using_both
                    I1 | A1 | INDIVIDUAL | SIGNED | 100 | 50 | 30
                    I1 | A1 | CORPORATE | SIGNED | 10 | 5 | 0
                    I1 | A2 | INDIVIDUAL | SIGNED | 10 | 5 | 4
                    I2 | A1 | INDIVIDUAL | SIGNED | 10 | 5 | -
                    I2 | A2 | INDIVIDUAL | NONE | 0 | 9 | 0
                    """));
    assertThat(made.lines(CELL + " | slice" + COUNTS + " | round_id | period_type | period_end"))
        .filteredOn(line -> line.startsWith("accounts_using_both"))
        .containsExactly(
            "accounts_using_both | AGENT | - | A1 | - | 30 | - | 30.0 | R1 | POINT | 2026-03-31",
            "accounts_using_both | AGENT | - | A2 | - | 4 | - | 4.0 | R1 | POINT | 2026-03-31",
            "accounts_using_both | ALL | - | - | - | 34 | - | 34.0 | R1 | POINT | 2026-03-31",
            "accounts_using_both | ISSUER | I1 | - | - | 34 | - | 34.0 | R1 | POINT | 2026-03-31",
            "accounts_using_both | ISSUER | I2 | - | - | 0 | - | 0.0 | R1 | POINT | 2026-03-31",
            "accounts_using_both | ISSUER | I3 | - | - | - | - | - | R1 | POINT | 2026-03-31",
            "accounts_using_both | PAIR | I1 | A1 | - | 30 | - | 30.0 | R1 | POINT | 2026-03-31",
            "accounts_using_both | PAIR | I1 | A2 | - | 4 | - | 4.0 | R1 | POINT | 2026-03-31",
            "accounts_using_both | PAIR | I2 | A1 | - | - | - | - | R1 | POINT | 2026-03-31",
            "accounts_using_both | PAIR | I2 | A2 | - | 0 | - | 0.0 | R1 | POINT | 2026-03-31");
  }

  @Test
  void countsOpenRequestsByAgeOnTheReferenceDate() {
    var made =
        made(
            round()
                .rows(
                    "gold.linkage_cell",
                    """
                    issuer_id | agent_id | segment | issuer_contract_status | agent_contract_status | requested_on
                    I1 | A1 | INDIVIDUAL | REQUESTED | - | 2026-03-31
                    I1 | A1 | CORPORATE | NEGOTIATING | NONE | 2026-01-01
                    I1 | A2 | INDIVIDUAL | REQUESTED | - | 2025-12-31
                    I1 | A2 | CORPORATE | REQUESTED | - | 2025-10-02
                    I2 | A1 | INDIVIDUAL | REQUESTED | - | 2025-10-01
                    I2 | A1 | CORPORATE | REQUESTED | - | -
                    I2 | A2 | INDIVIDUAL | REQUESTED | - | 2026-04-01
                    I2 | A2 | CORPORATE | SIGNED | - | 2024-01-01
                    I3 | A1 | INDIVIDUAL | DECLINED | - | 2024-01-01
                    I3 | A2 | INDIVIDUAL | - | REQUESTED | -
                    """));
    assertThat(made.lines(CELL + COUNTS))
        .filteredOn(line -> line.startsWith("open_"))
        .containsExactly(
            "open_requests | ALL | - | - | 7 | - | 7.0",
            "open_requests_90_to_180_days | ALL | - | - | 2 | - | 2.0",
            "open_requests_over_180_days | ALL | - | - | 1 | - | 1.0",
            "open_requests_under_90_days | ALL | - | - | 2 | - | 2.0",
            "open_requests_without_date | ALL | - | - | 2 | - | 2.0");
  }

  @Test
  void leavesOpenRequestsEmptyWhereNoIssuerStatedAnything() {
    var made =
        made(
            round()
                .rows(
                    "gold.linkage_cell",
                    """
                    issuer_id | agent_id | segment | agent_contract_status
                    I1 | A1 | INDIVIDUAL | REQUESTED
                    """));
    assertThat(made.lines(CELL + COUNTS))
        .filteredOn(line -> line.startsWith("open_requests |"))
        .containsExactly("open_requests | ALL | - | - | - | - | -");
  }

  @Test
  void givesMedianSlipAndCountsOfMilestonesByMeasureAndIssuer() {
    var made =
        made(
            warehouse()
                .rows(
                    "gold.milestone",
                    """
                    milestone_id | measure_id | issuer_id | baseline_end | forecast_end | actual_end | status | slip_days | is_due
                    M1 | P1 | I1 | 2026-01-31 | - | 2026-02-10 | DONE | 10 | true
                    M2 | P1 | I1 | 2026-03-01 | - | 2026-02-09 | DONE | -20 | true
                    M3 | P1 | - | 2026-05-22 | - | - | DELAYED | 10 | true
                    M4 | P1 | I2 | 2026-05-31 | 2026-06-30 | - | DELAYED | 30 | true
                    M5 | P2 | I2 | 2026-12-31 | - | - | IN_PROGRESS | - | false
                    M6 | P2 | I2 | 2026-12-31 | - | 2026-01-01 | CANCELLED | - | false
                    """));
    assertThat(made.lines("figure | issuer_id | slice_value" + COUNTS))
        .containsExactly(
            "cancelled | - | - | 1 | - | 1.0",
            "cancelled | - | P1 | 0 | - | 0.0",
            "cancelled | - | P2 | 1 | - | 1.0",
            "cancelled | I1 | - | 0 | - | 0.0",
            "cancelled | I1 | P1 | 0 | - | 0.0",
            "cancelled | I2 | - | 1 | - | 1.0",
            "cancelled | I2 | P1 | 0 | - | 0.0",
            "cancelled | I2 | P2 | 1 | - | 1.0",
            "early | - | - | 1 | - | 1.0",
            "early | - | P1 | 1 | - | 1.0",
            "early | - | P2 | 0 | - | 0.0",
            "early | I1 | - | 1 | - | 1.0",
            "early | I1 | P1 | 1 | - | 1.0",
            "early | I2 | - | 0 | - | 0.0",
            "early | I2 | P1 | 0 | - | 0.0",
            "early | I2 | P2 | 0 | - | 0.0",
            "median_slip_days | - | - | - | 4 | 10.0",
            "median_slip_days | - | P1 | - | 4 | 10.0",
            "median_slip_days | - | P2 | - | 0 | -",
            "median_slip_days | I1 | - | - | 2 | 5.0",
            "median_slip_days | I1 | P1 | - | 2 | 5.0",
            "median_slip_days | I2 | - | - | 1 | 30.0",
            "median_slip_days | I2 | P1 | - | 1 | 30.0",
            "median_slip_days | I2 | P2 | - | 0 | -",
            "open | - | - | 3 | - | 3.0",
            "open | - | P1 | 2 | - | 2.0",
            "open | - | P2 | 1 | - | 1.0",
            "open | I1 | - | 0 | - | 0.0",
            "open | I1 | P1 | 0 | - | 0.0",
            "open | I2 | - | 2 | - | 2.0",
            "open | I2 | P1 | 1 | - | 1.0",
            "open | I2 | P2 | 1 | - | 1.0");
  }
}
