package jp.renkei.jobs.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.SmallWorld;
import jp.renkei.warehouse.release.Audience;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the figures say of the sample world is true of it. */
class TrueFiguresIT {
  @TempDir Path folder;
  private final SampleTruth truth = new SampleTruth(SmallWorld.OPTIONS);
  private SmallWorld world;

  @BeforeEach
  void copy() {
    world = SmallWorld.copyTo(folder);
  }

  private List<Map<String, Object>> figures(String sql) {
    return SmallWorld.query(world.release(1), Audience.SECRETARIAT, sql);
  }

  @Test
  void scrapingIsResidualOnlyAfterTheEndThatTheIssuerMeant() {
    var ends =
        truth.issuers().stream()
            .collect(Collectors.toMap(TrueIssuer::id, TrueIssuer::scrapingStopOn));
    var rows =
        figures(
            "select issuer_id, period_end from gold.kpi_value where kpi_id = 'residual_scraping_count'"
                + " and issuer_basis = 'THEN' and value_state = 'REPORTED'");
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(ends.get((String) row.get("issuer_id")))
                    .isBefore(day(row.get("period_end"))));
  }

  @Test
  void anIssuerStatesNoAvailabilityWithoutAnApi() {
    var last = truth.lastRound();
    var live =
        truth.issuers().stream()
            .filter(issuer -> issuer.hasLiveLine(last))
            .map(TrueIssuer::id)
            .collect(Collectors.toSet());
    var rows =
        figures(
            "select issuer_id, value from gold.kpi_value where kpi_id = 'api_availability'"
                + " and value_state = 'REPORTED' and period_start = date '%s'"
                    .formatted(last.referenceDate()));
    assertThat(rows)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(live).contains((String) row.get("issuer_id")))
        .allSatisfy(row -> assertThat((Double) row.get("value")).isBetween(0.9, 1.0));
  }

  @Test
  void onlyConnectedCellsHaveARefresh() {
    for (var round : truth.rounds()) {
      var date = round.referenceDate();
      long connected =
          truth.issuersOn(date).stream()
              .flatMap(issuer -> truth.cellsOf(issuer, date).stream())
              .filter(cell -> cell.apiAccountsOn(date) > 0)
              .count();
      for (var kpi : List.of("daily_refresh_rate", "refresh_parity_rate")) {
        var rows =
            figures(
                "select denominator from gold.kpi_value where kpi_id = '%s' and entity_level = 'ALL'"
                        .formatted(kpi)
                    + " and slice is null and value_state = 'REPORTED' and period_start = date '%s'"
                        .formatted(date));
        assertThat(rows)
            .allSatisfy(row -> assertThat((Long) row.get("denominator")).isBetween(1L, connected));
      }
    }
    assertThat(
            figures(
                "select distinct kpi_id from gold.kpi_value"
                    + " where kpi_id in ('daily_refresh_rate', 'refresh_parity_rate') and value > 0"))
        .hasSize(2);
  }

  @Test
  void aHigherPercentileOfTheLatencyIsNoLower() {
    var byCell = new HashMap<String, Map<String, Double>>();
    for (var row :
        figures(
            "select kpi_id, concat_ws(' ', entity_level, issuer_id, agent_id, slice, slice_value,"
                + " period_type, period_start, basis, issuer_basis) as cell, value"
                + " from gold.kpi_value where kpi_id like 'api_latency_%' and value is not null")) {
      byCell
          .computeIfAbsent((String) row.get("cell"), absent -> new HashMap<>())
          .put((String) row.get("kpi_id"), (Double) row.get("value"));
    }
    assertThat(byCell).isNotEmpty();
    assertThat(byCell.values())
        .allSatisfy(
            values -> {
              var inOrder = new TreeSet<>(values.keySet()).stream().map(values::get).toList();
              assertThat(inOrder).isSorted();
            });
  }

  private static LocalDate day(Object value) {
    return value instanceof LocalDate date ? date : LocalDate.parse(value.toString());
  }
}
