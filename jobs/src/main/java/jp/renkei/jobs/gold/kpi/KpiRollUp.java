package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiKind;
import jp.renkei.warehouse.kpi.KpiMergers;
import jp.renkei.warehouse.kpi.KpiPeriod;
import jp.renkei.warehouse.kpi.KpiSlice;

/**
 * Adds the rows of one KPI's SELECT up to every period, level and slice that the KPI is given by,
 * by the issuers of the period or by today's.
 */
final class KpiRollUp {
  private final KpiDefinition kpi;
  private final KpiFrame frame;
  private final IssuerView issuers;
  private final LocalDate asOf;
  private final Set<String> columns;
  private final SortedMap<Cell, Tally> cells = new TreeMap<>();
  private final Map<PairOfCell, CountedRow> pairs = new HashMap<>();
  private final Map<Period, Map<String, Set<String>>> sliceValues = new HashMap<>();

  /** A pair that counts once in a cell, however many issuers became its issuer. */
  private record PairOfCell(Cell cell, String issuerId, String agentId) {}

  private KpiRollUp(
      KpiDefinition kpi, KpiFrame frame, IssuerView issuers, LocalDate asOf, Set<String> columns) {
    this.kpi = kpi;
    this.frame = frame;
    this.issuers = issuers;
    this.asOf = asOf;
    this.columns = columns;
  }

  /**
   * All cells of the KPI, the empty ones of its frame included.
   *
   * @param issuers by which issuers; {@code frame} itself for those of the period
   */
  static SortedMap<Cell, Tally> of(
      KpiDefinition kpi, KpiFrame frame, IssuerView issuers, LocalDate asOf, CountedRows rows) {
    var rollUp = new KpiRollUp(kpi, frame, issuers, asOf, rows.columns());
    rows.rows().forEach(rollUp::add);
    rollUp.pairs.forEach(
        (pair, counted) -> {
          rollUp.tally(pair.cell()).addCounts(counted.counts(), rows.columns());
          rollUp.tally(pair.cell()).keep(counted.part());
        });
    rollUp.addEmptyCells();
    return rollUp.cells;
  }

  private void add(CountedRow counted) {
    var row = counted.counts();
    var owner = issuers.owner(row.text("issuer_id"));
    if (owner.isEmpty()) {
      return;
    }
    for (var period : periodsOf(row)) {
      if (!kpi.kind().addsUp()) {
        take(period, owner.get(), counted);
        continue;
      }
      for (var level : issuers.levels(kpi)) {
        addToLevel(period, level, owner.get(), counted);
      }
    }
  }

  /** A row that the SELECT made for just one cell, of the whole or of one slice. */
  private void take(Period period, String owner, CountedRow counted) {
    var row = counted.counts();
    var level = EntityLevel.valueOf(row.text("entity_level"));
    if (!issuers.levels(kpi).contains(level)) {
      return;
    }
    var slice = kpi.slices().stream().filter(row::has).findFirst();
    var cell =
        new Cell(
            period,
            level,
            owner,
            row.text("agent_id"),
            slice.orElse(""),
            slice.map(row::text).orElse(""));
    tally(cell).take(row, columns);
    slice.ifPresent(name -> note(period, name, row.text(name)));
    if (kpi.kind() == KpiKind.DISTINCT && level == EntityLevel.ISSUER) {
      tally(cell).keep(counted.part());
      takeIntoWhole(period, counted);
    }
  }

  /** What is distinct within an issuer adds up over issuers, so that it does over some of them. */
  private void takeIntoWhole(Period period, CountedRow counted) {
    var row = counted.counts();
    if (!issuers.levels(kpi).contains(EntityLevel.ALL)) {
      return;
    }
    // The whole has a row of its own, which counts the same parts.
    tally(new Cell(period, EntityLevel.ALL, "", "", "", "")).keep(counted.part());
    for (var slice : kpi.slices()) {
      frame
          .companySlices()
          .of(row, slice)
          .ifPresent(
              value -> {
                var tally = tally(new Cell(period, EntityLevel.ALL, "", "", slice, value));
                tally.take(row, columns);
                tally.keep(counted.part());
                note(period, slice, value);
              });
    }
  }

  private void addToLevel(Period period, EntityLevel level, String owner, CountedRow counted) {
    var row = counted.counts();
    boolean byIssuer = level == EntityLevel.ISSUER || level == EntityLevel.PAIR;
    boolean byAgent = level == EntityLevel.AGENT || level == EntityLevel.PAIR;
    if ((byIssuer && !row.has("issuer_id")) || (byAgent && !row.has("agent_id"))) {
      return;
    }
    String agent = byAgent ? row.text("agent_id") : "";
    if (!issuers.holds(kpi, period, level, byIssuer ? row.text("issuer_id") : "", agent)) {
      return;
    }
    String issuer = byIssuer ? owner : "";
    if (!kpi.slicesOnly()) {
      add(new Cell(period, level, issuer, agent, "", ""), owner, counted);
    }
    for (var slice : kpi.slices()) {
      var value = frame.companySlices().of(row, slice);
      if (value.isPresent() && KpiSlice.isGivenAt(slice, level)) {
        add(new Cell(period, level, issuer, agent, slice, value.get()), owner, counted);
        note(period, slice, value.get());
      }
    }
  }

  private void note(Period period, String slice, String value) {
    sliceValues
        .computeIfAbsent(period, absent -> new HashMap<>())
        .computeIfAbsent(slice, absent -> new TreeSet<>())
        .add(value);
  }

  private void add(Cell cell, String owner, CountedRow counted) {
    var row = counted.counts();
    var tally = tally(cell);
    tally.addRespondents(row);
    if (kpi.mergers() == KpiMergers.PAIRS) {
      pairs.merge(new PairOfCell(cell, owner, row.text("agent_id")), counted, CountedRow::larger);
    } else {
      tally.addCounts(row, columns);
      tally.keep(counted.part());
    }
  }

  private Tally tally(Cell cell) {
    return cells.computeIfAbsent(cell, absent -> new Tally());
  }

  private List<Period> periodsOf(CountRow row) {
    return allPeriodsOf(row).stream().filter(this::isOfVersion).toList();
  }

  /** Whether the period is of the time that the version of the definition is for. */
  private boolean isOfVersion(Period period) {
    return kpi.validFrom().map(first -> !period.start().isBefore(first)).orElse(true);
  }

  private List<Period> allPeriodsOf(CountRow row) {
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
    if (month.atDay(1).isAfter(asOf)) {
      return periods;
    }
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
    for (var cell : issuers.cells(kpi, allPeriods())) {
      if (!kpi.slicesOnly()) {
        tally(cell);
      }
      sliceValues
          .getOrDefault(cell.period(), Map.of())
          .forEach((slice, values) -> addEmptyCells(cell, slice, values));
    }
  }

  private void addEmptyCells(Cell whole, String slice, Set<String> values) {
    if (!KpiSlice.isGivenAt(slice, whole.level())) {
      return;
    }
    for (var value : values) {
      tally(
          new Cell(whole.period(), whole.level(), whole.issuerId(), whole.agentId(), slice, value));
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
    periods.removeIf(period -> !isOfVersion(period));
    return periods;
  }
}
