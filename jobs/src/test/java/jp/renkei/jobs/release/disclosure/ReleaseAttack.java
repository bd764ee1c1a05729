package jp.renkei.jobs.release.disclosure;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.renkei.jobs.release.disclosure.AdditiveRows.Row;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiKind;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.release.ReleaseReader;
import jp.renkei.warehouse.rules.DisclosureRules;
import org.jooq.Record;

/** The attacker's try at a release: who holds the files of all audiences but the secretariat. */
public final class ReleaseAttack {
  private static final String KPI_VALUE = "gold.kpi_value";
  private static final Set<String> LOGS = Set.of(" GATEWAY_LOG ", " ISSUER_SUMMARY ");
  private static final Map<String, String> TABLES =
      Map.of(
          KPI_VALUE,
          "concat_ws(' ', kpi_id, definition_version, basis, issuer_basis)",
          "gold.kpi_supplement",
          "concat_ws(' ', kpi_id, definition_version, figure)");
  private static final Set<String> STATISTICS =
      KpiCatalog.builtIn().all().stream()
          .filter(kpi -> kpi.kind() == KpiKind.MEDIAN || kpi.kind() == KpiKind.QUANTILE)
          .map(KpiDefinition::id)
          .collect(Collectors.toSet());
  private static final DisclosureRules RULES = DisclosureRules.builtIn();
  private static final String SHOWN = "value_state <> 'SUPPRESSED'";
  private static final String KEY =
      "concat_ws('|', entity_level, coalesce(issuer_id, ''), coalesce(agent_id, ''),"
          + " coalesce(slice, ''), coalesce(slice_value, ''), period_type, period_start)";

  /**
   * What came of it.
   *
   * @param targets rows that readers do not have
   * @param findings those that they know too closely
   */
  public record Outcome(long targets, List<String> findings, Duration took) {}

  private ReleaseAttack() {}

  /**
   * Attacks a release.
   *
   * @param earlier releases that readers hold as well; what has changed since is of no use
   */
  public static Outcome on(Release release, List<Release> earlier) {
    return attack(release, earlier, Map.of(), Optional.empty(), SHOWN);
  }

  /**
   * A respondent's try: it holds its own file beside those of the audiences. What it counts itself,
   * its pairs by its own log or answers, it does not have to find.
   */
  public static Outcome by(String respondentId, Release release) {
    try (var reader = release.openRespondent(respondentId).orElseThrow()) {
      return by(respondentId, release, reader, SHOWN);
    }
  }

  /** The try of a respondent whose file had every row that names it, as the secretariat has it. */
  public static Outcome byWhoSeesAllOfItself(String respondentId, Release release) {
    try (var reader = release.open(Audience.SECRETARIAT)) {
      return by(
          respondentId,
          release,
          reader,
          "'%s' in (coalesce(issuer_id, ''), coalesce(agent_id, ''))".formatted(respondentId));
    }
  }

  private static Outcome by(
      String respondentId, Release release, ReleaseReader own, String isShown) {
    Map<String, Set<String>> known = new HashMap<>();
    add(known, own, KPI_VALUE, TABLES.get(KPI_VALUE), isShown);
    return attack(release, List.of(), known, Optional.of(respondentId), SHOWN);
  }

  /** Attacks it as it would be if rows went for want of consent alone. */
  public static Outcome onUnsuppressed(Release release) {
    return attack(release, List.of(), Map.of(), Optional.empty(), "true");
  }

  private static Outcome attack(
      Release release,
      List<Release> earlier,
      Map<String, Set<String>> known,
      Optional<String> respondentId,
      String isShown) {
    long start = System.nanoTime();
    var attacker = new Attacker(RULES.attackerIntervalPercent());
    var findings = new ArrayList<String>();
    long targets = 0;
    for (var table : TABLES.entrySet()) {
      var shown = shown(release, table.getKey(), table.getValue(), isShown);
      if (table.getKey().equals(KPI_VALUE)) {
        known.forEach(
            (figure, keys) ->
                shown.computeIfAbsent(figure, absent -> new HashSet<>()).addAll(keys));
      }
      var figures = rows(release, table.getKey(), table.getValue());
      for (var before : earlier) {
        var then = rows(before, table.getKey(), table.getValue());
        shown(before, table.getKey(), table.getValue(), isShown)
            .forEach(
                (figure, keys) -> {
                  var unchanged = new HashSet<>(figures.getOrDefault(figure, List.of()));
                  unchanged.retainAll(then.getOrDefault(figure, List.of()));
                  unchanged.stream()
                      .map(Row::key)
                      .filter(keys::contains)
                      .forEach(shown.computeIfAbsent(figure, absent -> new HashSet<>())::add);
                });
      }
      if (table.getKey().equals(KPI_VALUE) && respondentId.isEmpty()) {
        findings.addAll(
            new SubtractionAttack(figures, shown, RULES.attackerIntervalPercent()).findings());
      }
      // Statistics do not add up; how much they are made of is attacked where it is counted.
      figures.keySet().removeIf(figure -> STATISTICS.contains(figure.split(" ")[0]));
      for (var figure : figures.entrySet()) {
        var published = shown.getOrDefault(figure.getKey(), Set.of());
        targets += figure.getValue().stream().filter(row -> !published.contains(row.key())).count();
        attacker.attack(figure.getValue(), published).stream()
            .filter(one -> respondentId.filter(id -> counts(id, figure.getKey(), one)).isEmpty())
            .forEach(finding -> findings.add(figure.getKey() + ": " + finding));
      }
    }
    return new Outcome(targets, findings, Duration.ofNanos(System.nanoTime() - start));
  }

  /** Whether a pair's figure is made of what the respondent itself handed in. */
  private static boolean counts(String respondentId, String figure, Attacker.Finding finding) {
    var row = finding.row();
    if (!row.level().equals("PAIR")) {
      return false;
    }
    boolean isOfLogs = LOGS.stream().anyMatch(figure::contains);
    boolean isOfAgentsAnswers =
        KpiCatalog.builtIn().kpi(figure.split(" ")[0]).answers().stream()
            .allMatch(question -> question.startsWith("B"));
    return isOfLogs
        ? row.issuer().equals(respondentId)
        : isOfAgentsAnswers && row.agent().equals(respondentId);
  }

  /** Keys of the rows that some audience has, by figure. */
  private static Map<String, Set<String>> shown(
      Release release, String table, String figure, String isShown) {
    var shown = new HashMap<String, Set<String>>();
    Arrays.stream(Audience.values())
        .filter(Audience::isUnderDisclosureControl)
        .forEach(
            audience -> {
              try (var reader = release.open(audience)) {
                add(shown, reader, table, figure, isShown);
              }
            });
    return shown;
  }

  private static void add(
      Map<String, Set<String>> shown,
      ReleaseReader reader,
      String table,
      String figure,
      String isShown) {
    reader
        .read(
            queries ->
                queries.fetch(
                    "select %s as figure, %s as key from %s where %s"
                        .formatted(figure, KEY, table, isShown)))
        .forEach(
            row ->
                shown
                    .computeIfAbsent(row.get("figure", String.class), absent -> new HashSet<>())
                    .add(row.get("key", String.class)));
  }

  /**
   * All rows, as the secretariat has them, by figure. Of the slices that nobody else has, the
   * companies in them are what matters, and those have rows of their own.
   */
  private static Map<String, List<Row>> rows(Release release, String table, String figure) {
    var rows = new LinkedHashMap<String, List<Row>>();
    try (var reader = release.open(Audience.SECRETARIAT)) {
      reader
          .read(
              queries ->
                  queries.fetch(
                      "select *, %s as figure_key, %s as row_key from %s order by all"
                          .formatted(figure, KEY, table)))
          .forEach(
              row -> {
                if (!isOfKeptSlice(table, row)) {
                  rows.computeIfAbsent(
                          row.get("figure_key", String.class), absent -> new ArrayList<>())
                      .add(row(row));
                }
              });
    }
    return rows;
  }

  private static boolean isOfKeptSlice(String table, Record row) {
    var kept = RULES.keptSlices();
    return table.equals(KPI_VALUE)
        && kept.slices().contains(text(row, "slice"))
        && !kept.butOf().contains(text(row, "kpi_id"));
  }

  private static Row row(Record row) {
    var amounts = new HashMap<String, Long>();
    for (String column : List.of("numerator", "denominator")) {
      if (row.get(column) != null) {
        amounts.put(column, row.get(column, Long.class));
      }
    }
    return new Row(
        row.get("row_key", String.class),
        text(row, "entity_level"),
        text(row, "issuer_id"),
        text(row, "agent_id"),
        text(row, "slice"),
        text(row, "slice_value"),
        text(row, "period_type"),
        row.get("period_start", LocalDate.class),
        row.get("period_end", LocalDate.class),
        amounts);
  }

  private static String text(Record row, String column) {
    return row.get(column) == null ? "" : row.get(column, String.class);
  }
}
