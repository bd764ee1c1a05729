package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiDefinition;

/**
 * History by today's issuers: an issuer's own rows and those of its predecessors are one. Only
 * issuers that have a predecessor have such a history beside that by the issuers of the period.
 */
final class TodaysIssuers implements IssuerView {
  private final KpiFrame frame;
  private final Map<String, String> todays = new HashMap<>();
  private final Map<String, SortedSet<String>> families = new HashMap<>();
  private final Map<String, YearMonth> endedIn = new HashMap<>();

  private TodaysIssuers(KpiFrame frame) {
    this.frame = frame;
  }

  static TodaysIssuers read(SqlEngine engine, KpiFrame frame) {
    var issuers = new TodaysIssuers(frame);
    for (var row :
        engine.select(
            "select issuer_id, issuer_today_id, effective_on from gold.issuer_today"
                + " where issuer_today_id is not null")) {
      var issuer = (String) row.get("issuer_id");
      var today = (String) row.get("issuer_today_id");
      issuers.todays.put(issuer, today);
      issuers.todays.put(today, today);
      issuers.families.computeIfAbsent(today, absent -> new TreeSet<>(Set.of(today))).add(issuer);
      issuers.endedIn.put(issuer, YearMonth.from((LocalDate) row.get("effective_on")));
    }
    return issuers;
  }

  @Override
  public String code() {
    return "NOW";
  }

  /** The whole industry and an agent are the same whoever an issuer is today. */
  @Override
  public List<EntityLevel> levels(KpiDefinition kpi) {
    return kpi.levels().stream()
        .filter(level -> level == EntityLevel.ISSUER || level == EntityLevel.PAIR)
        .toList();
  }

  @Override
  public Optional<String> owner(String issuerId) {
    return Optional.ofNullable(todays.get(issuerId));
  }

  @Override
  public Set<String> members(String issuerId) {
    return families.get(issuerId);
  }

  @Override
  public boolean holds(
      KpiDefinition kpi, Period period, EntityLevel level, String issuerId, String agentId) {
    return period.type() == Period.Type.POINT
        ? frame.holds(kpi, period, level, issuerId, agentId)
        : isThereThroughout(kpi, todays.get(issuerId), period);
  }

  /**
   * Whether there are the logs of a whole period: in each month those of one issuer at least, and
   * of nobody a gap. A predecessor need not be there from the month of the succession on, nor a
   * successor before it where it began only then.
   */
  private boolean isThereThroughout(KpiDefinition kpi, String today, Period period) {
    return period.months().stream()
        .allMatch(
            month ->
                families.get(today).stream().anyMatch(one -> frame.isThere(kpi, one, month))
                    && families.get(today).stream()
                        .filter(one -> isExpected(kpi, today, one, month))
                        .allMatch(one -> frame.isThere(kpi, one, month)));
  }

  private boolean isExpected(KpiDefinition kpi, String today, String issuer, YearMonth month) {
    var first =
        frame.months(kpi).stream()
            .filter(one -> frame.isThere(kpi, issuer, one))
            .min(Comparator.naturalOrder());
    var firstSuccession =
        families.get(today).stream()
            .filter(one -> !one.equals(issuer) && endedIn.containsKey(one))
            .map(endedIn::get)
            .min(Comparator.naturalOrder());
    if (first.isEmpty() || (endedIn.containsKey(issuer) && !month.isBefore(endedIn.get(issuer)))) {
      return false;
    }
    boolean beganBySuccession =
        firstSuccession.map(succession -> !first.get().isBefore(succession)).orElse(false);
    return !beganBySuccession || !month.isBefore(first.get());
  }

  @Override
  public Set<Cell> cells(KpiDefinition kpi, Set<Period> periods) {
    return frame.cells(kpi, periods).stream()
        .filter(cell -> levels(kpi).contains(cell.level()) && todays.containsKey(cell.issuerId()))
        .map(cell -> of(cell, todays.get(cell.issuerId())))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Where one of the issuers that were there was silent, so is what became of them. */
  @Override
  public boolean hasAnswered(KpiDefinition kpi, Cell cell) {
    if (cell.period().type() != Period.Type.POINT) {
      return cell.level() != EntityLevel.ISSUER
          || isThereThroughout(kpi, cell.issuerId(), cell.period());
    }
    return families.get(cell.issuerId()).stream()
        .map(issuer -> of(cell, issuer))
        .filter(one -> frame.holdsIssuer(kpi, one))
        .allMatch(one -> frame.hasAnswered(kpi, one));
  }

  private static Cell of(Cell cell, String issuerId) {
    return new Cell(
        cell.period(), cell.level(), issuerId, cell.agentId(), cell.slice(), cell.sliceValue());
  }
}
