package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiPeriod;

/**
 * Adds the rows of one KPI's SELECT up to every period, level and slice that the KPI is given by.
 */
final class KpiRollUp {
  private final KpiDefinition kpi;
  private final KpiFrame frame;
  private final LocalDate asOf;
  private final SortedMap<Cell, Tally> cells = new TreeMap<>();
  private final Map<Period, Map<String, Set<String>>> sliceValues = new HashMap<>();

  private KpiRollUp(KpiDefinition kpi, KpiFrame frame, LocalDate asOf) {
    this.kpi = kpi;
    this.frame = frame;
    this.asOf = asOf;
  }

  /** All cells of the KPI, the empty ones of its frame included. */
  static SortedMap<Cell, Tally> of(
      KpiDefinition kpi, KpiFrame frame, LocalDate asOf, List<Map<String, Object>> rows) {
    var rollUp = new KpiRollUp(kpi, frame, asOf);
    var columns = new HashSet<String>();
    rows.forEach(row -> columns.addAll(row.keySet()));
    for (var row : rows) {
      rollUp.add(new CountRow(row), columns);
    }
    rollUp.addEmptyCells();
    return rollUp.cells;
  }

  private void add(CountRow row, Set<String> columns) {
    for (var period : periodsOf(row)) {
      if (!kpi.kind().addsUp()) {
        var level = EntityLevel.valueOf(row.text("entity_level"));
        var cell = new Cell(period, level, row.text("issuer_id"), row.text("agent_id"), "", "");
        tally(cell).take(row, columns);
        continue;
      }
      for (var level : kpi.levels()) {
        addToLevel(period, level, row, columns);
      }
    }
  }

  private void addToLevel(Period period, EntityLevel level, CountRow row, Set<String> columns) {
    boolean byIssuer = level == EntityLevel.ISSUER || level == EntityLevel.PAIR;
    boolean byAgent = level == EntityLevel.AGENT || level == EntityLevel.PAIR;
    if ((byIssuer && !row.has("issuer_id")) || (byAgent && !row.has("agent_id"))) {
      return;
    }
    String issuer = byIssuer ? row.text("issuer_id") : "";
    String agent = byAgent ? row.text("agent_id") : "";
    if (!frame.holds(kpi, period, level, issuer, agent)) {
      return;
    }
    if (!kpi.slicesOnly()) {
      tally(new Cell(period, level, issuer, agent, "", "")).add(row, columns);
    }
    for (var slice : kpi.slices()) {
      if (!row.has(slice)) {
        continue;
      }
      tally(new Cell(period, level, issuer, agent, slice, row.text(slice))).add(row, columns);
      sliceValues
          .computeIfAbsent(period, absent -> new HashMap<>())
          .computeIfAbsent(slice, absent -> new TreeSet<>())
          .add(row.text(slice));
    }
  }

  private Tally tally(Cell cell) {
    return cells.computeIfAbsent(cell, absent -> new Tally());
  }

  private List<Period> periodsOf(CountRow row) {
    return switch (kpi.period()) {
      case ROUND -> {
        var round = frame.rounds().get(row.text("round_id"));
        yield round == null
            ? List.of()
            : List.of(Period.ofRound(row.text("round_id"), round.referenceDate()));
      }
      case MONTH -> monthAndWhatItCompletes(YearMonth.from(row.date("month")));
      case AS_OF -> List.of(Period.asOf(asOf));
    };
  }

  /** The month, and its quarter and fiscal year where there are logs of all their months. */
  private List<Period> monthAndWhatItCompletes(YearMonth month) {
    var periods = new ArrayList<Period>();
    periods.add(Period.ofMonth(month));
    if (!kpi.monthsOnly()) {
      for (var longer : List.of(Period.ofQuarter(month), Period.ofFiscalYear(month))) {
        if (frame.months(kpi).containsAll(longer.months())) {
          periods.add(longer);
        }
      }
    }
    return periods;
  }

  private void addEmptyCells() {
    for (var cell : frame.cells(kpi, allPeriods())) {
      if (!kpi.slicesOnly()) {
        tally(cell);
      }
      sliceValues
          .getOrDefault(cell.period(), Map.of())
          .forEach(
              (slice, values) ->
                  values.forEach(
                      value ->
                          tally(
                              new Cell(
                                  cell.period(),
                                  cell.level(),
                                  cell.issuerId(),
                                  cell.agentId(),
                                  slice,
                                  value))));
    }
  }

  private Set<Period> allPeriods() {
    var periods = new TreeSet<Period>();
    if (kpi.period() == KpiPeriod.ROUND) {
      frame.rounds().forEach((id, round) -> periods.add(Period.ofRound(id, round.referenceDate())));
    } else if (kpi.period() == KpiPeriod.MONTH) {
      frame.months(kpi).forEach(month -> periods.addAll(monthAndWhatItCompletes(month)));
    } else {
      periods.add(Period.asOf(asOf));
    }
    return periods;
  }
}
