package jp.renkei.jobs.gold.kpi;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiBasis;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.table.DuckDbTables;

/**
 * Whom there should be a value about, whether or not there is one: the rounds with their frames,
 * the months with their logs, and who answered which question.
 */
final class KpiFrame implements IssuerView {
  /**
   * A survey round's dates; {@code finalAfter} is the last day on which its figures move freely.
   */
  record Round(LocalDate referenceDate, LocalDate finalAfter) {}

  private record Pair(String issuerId, String agentId) {}

  private final SortedMap<String, Round> rounds = new TreeMap<>();
  private final Map<String, SortedSet<String>> issuers = new HashMap<>();
  private final Map<String, SortedSet<String>> agents = new HashMap<>();
  private final Map<String, Set<Pair>> pairs = new HashMap<>();
  private final Map<KpiBasis, NavigableMap<YearMonth, Set<String>>> months =
      new EnumMap<>(KpiBasis.class);
  private final Set<List<String>> answered = new HashSet<>();
  private final CompanySlices companySlices;
  private final LocalDate asOf;

  private KpiFrame(CompanySlices companySlices, LocalDate asOf) {
    this.companySlices = companySlices;
    this.asOf = asOf;
  }

  /**
   * Reads.
   *
   * @param asOf months that begin after it are none: a line of them comes of a wrong clock
   */
  static KpiFrame read(SqlEngine engine, List<KpiDefinition> kpis, LocalDate asOf) {
    var frame = new KpiFrame(CompanySlices.read(engine), asOf);
    for (var row :
        engine.select(
            "select round_id, reference_date, due_date, grace_days from silver.survey_round")) {
      var due = (LocalDate) row.get("due_date");
      long grace = ((Number) row.get("grace_days")).longValue();
      frame.rounds.put(
          (String) row.get("round_id"),
          new Round((LocalDate) row.get("reference_date"), due.plusDays(grace)));
    }
    for (var row :
        engine.select(
            "select round_id, side, respondent_id from gold.response_status where is_in_frame")) {
      var members = "ISSUER".equals(row.get("side")) ? frame.issuers : frame.agents;
      members
          .computeIfAbsent((String) row.get("round_id"), round -> new TreeSet<>())
          .add((String) row.get("respondent_id"));
    }
    for (var row :
        engine.select("select distinct round_id, issuer_id, agent_id from gold.linkage_cell")) {
      frame
          .pairs
          .computeIfAbsent((String) row.get("round_id"), round -> new HashSet<>())
          .add(new Pair((String) row.get("issuer_id"), (String) row.get("agent_id")));
    }
    frame.readMonths(engine, KpiBasis.GATEWAY_LOG, "gold.access_daily");
    frame.readMonths(engine, KpiBasis.ISSUER_SUMMARY, "silver.summary_access_daily");
    frame.readMonths(engine, KpiBasis.CDR_METRICS, "gold.cdr_month");
    frame.readAnswered(engine, kpis);
    return frame;
  }

  private void readMonths(SqlEngine engine, KpiBasis basis, String table) {
    var ofBasis = months.computeIfAbsent(basis, absent -> new TreeMap<>());
    for (var row : engine.select("select distinct month, issuer_id from " + table)) {
      ofBasis
          .computeIfAbsent(YearMonth.from((LocalDate) row.get("month")), month -> new TreeSet<>())
          .add((String) row.get("issuer_id"));
    }
  }

  private void readAnswered(SqlEngine engine, List<KpiDefinition> kpis) {
    String questions =
        kpis.stream()
            .flatMap(kpi -> kpi.answers().stream())
            .distinct()
            .sorted()
            .map(DuckDbTables::literal)
            .collect(Collectors.joining(", "));
    if (questions.isEmpty()) {
      return;
    }
    for (var row :
        engine.select(
            "select distinct round_id, question_id, respondent_id, counterparty_id"
                + " from silver.answer where value_state in ('REPORTED', 'NOT_APPLICABLE')"
                + " and question_id in ("
                + questions
                + ")")) {
      var round = (String) row.get("round_id");
      var question = (String) row.get("question_id");
      var respondent = (String) row.get("respondent_id");
      var counterparty = (String) row.get("counterparty_id");
      answered.add(List.of(round, question, respondent));
      if (counterparty != null) {
        answered.add(List.of(round, question, counterparty));
        answered.add(List.of(round, question, respondent, counterparty));
      }
    }
  }

  CompanySlices companySlices() {
    return companySlices;
  }

  SortedMap<String, Round> rounds() {
    return Collections.unmodifiableSortedMap(rounds);
  }

  /** The months of which there is anything that the KPI rests on, but for those of wrong clocks. */
  Set<YearMonth> months(KpiDefinition kpi) {
    return monthsOf(kpi).headMap(YearMonth.from(asOf), true).keySet();
  }

  private NavigableMap<YearMonth, Set<String>> monthsOf(KpiDefinition kpi) {
    return months.getOrDefault(kpi.basis(), Collections.emptyNavigableMap());
  }

  @Override
  public String code() {
    return "THEN";
  }

  @Override
  public List<EntityLevel> levels(KpiDefinition kpi) {
    return kpi.levels();
  }

  @Override
  public Optional<String> owner(String issuerId) {
    return Optional.of(issuerId);
  }

  @Override
  public Set<String> members(String issuerId) {
    return Set.of(issuerId);
  }

  /**
   * A company has a row of its own in a round when it is of the frame, in a quarter or a year when
   * there are its logs, or stated figures, of all the months.
   */
  @Override
  public boolean holds(
      KpiDefinition kpi, Period period, EntityLevel level, String issuerId, String agentId) {
    if (!period.roundId().isEmpty()) {
      return switch (level) {
        case ISSUER -> issuersOf(kpi, period).contains(issuerId);
        case AGENT -> agentsOf(period).contains(agentId);
        case ALL, PAIR -> true;
      };
    }
    return issuerId.isEmpty()
        || period.type() == Period.Type.POINT
        || isThereThroughout(kpi, issuerId, period);
  }

  private boolean isThereThroughout(KpiDefinition kpi, String issuerId, Period period) {
    return period.months().stream().allMatch(month -> isThere(kpi, issuerId, month));
  }

  /** Whether there are an issuer's logs, or stated figures, of a month. */
  boolean isThere(KpiDefinition kpi, String issuerId, YearMonth month) {
    return monthsOf(kpi).getOrDefault(month, Set.of()).contains(issuerId);
  }

  @Override
  public Set<Cell> cells(KpiDefinition kpi, Set<Period> periods) {
    var cells = new HashSet<Cell>();
    for (var period : periods) {
      for (var level : kpi.levels()) {
        switch (level) {
          case ALL -> cells.add(new Cell(period, level, "", "", "", ""));
          case ISSUER ->
              issuersOf(kpi, period)
                  .forEach(issuer -> cells.add(new Cell(period, level, issuer, "", "", "")));
          case AGENT ->
              agentsOf(period)
                  .forEach(agent -> cells.add(new Cell(period, level, "", agent, "", "")));
          case PAIR ->
              pairs
                  .getOrDefault(period.roundId(), Set.of())
                  .forEach(
                      pair ->
                          cells.add(
                              new Cell(period, level, pair.issuerId(), pair.agentId(), "", "")));
        }
      }
    }
    return cells;
  }

  /** Whether there is such a cell of an issuer or a pair. */
  boolean holdsIssuer(KpiDefinition kpi, Cell cell) {
    return cell.level() == EntityLevel.PAIR
        ? pairs
            .getOrDefault(cell.period().roundId(), Set.of())
            .contains(new Pair(cell.issuerId(), cell.agentId()))
        : issuersOf(kpi, cell.period()).contains(cell.issuerId());
  }

  private Set<String> issuersOf(KpiDefinition kpi, Period period) {
    if (!period.roundId().isEmpty()) {
      return issuers.getOrDefault(period.roundId(), Collections.emptySortedSet());
    }
    if (period.type() == Period.Type.POINT) {
      return Set.of();
    }
    return monthsOf(kpi).values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private Set<String> agentsOf(Period period) {
    return agents.getOrDefault(period.roundId(), Collections.emptySortedSet());
  }

  @Override
  public boolean hasAnswered(KpiDefinition kpi, Cell cell) {
    return switch (kpi.period()) {
      case AS_OF -> true;
      case MONTH ->
          cell.level() != EntityLevel.ISSUER
              || isThereThroughout(kpi, cell.issuerId(), cell.period());
      case ROUND -> hasAnsweredInRound(kpi, cell);
    };
  }

  private boolean hasAnsweredInRound(KpiDefinition kpi, Cell cell) {
    String round = cell.period().roundId();
    return switch (cell.level()) {
      case ALL -> kpi.answers().isEmpty() || isAnsweredByAnyone(kpi, round);
      case ISSUER -> isAnswered(kpi, round, cell.issuerId());
      case AGENT -> isAnswered(kpi, round, cell.agentId());
      case PAIR ->
          isAnswered(kpi, round, cell.issuerId(), cell.agentId())
              || isAnswered(kpi, round, cell.agentId(), cell.issuerId());
    };
  }

  private boolean isAnswered(KpiDefinition kpi, String roundId, String... companies) {
    return kpi.answers().stream()
        .anyMatch(
            question -> {
              var key = new ArrayList<>(List.of(roundId, question));
              key.addAll(List.of(companies));
              return answered.contains(key);
            });
  }

  private boolean isAnsweredByAnyone(KpiDefinition kpi, String roundId) {
    return answered.stream()
        .anyMatch(one -> one.get(0).equals(roundId) && kpi.answers().contains(one.get(1)));
  }
}
