package jp.renkei.jobs.release.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import jp.renkei.jobs.release.disclosure.Figure.Shape;
import jp.renkei.jobs.release.disclosure.Figure.Statistic;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/** The rows of gold.kpi_supplement, but for those of the classification rules. */
final class SupplementFigures implements FigureSource {
  static final TableName KPI_SUPPLEMENT = TableName.of("gold.kpi_supplement");

  private static final List<String> COLUMNS = List.of("numerator", "denominator");
  private static final Set<String> MEDIANS = Set.of("median_slip_days");

  /** Whether a figure is one of the classification rules'. */
  static boolean isOfRules(String figure) {
    return figure.startsWith("rule_") || figure.startsWith("unknown_share_");
  }

  @Override
  public List<FigureGroup> groups(SqlEngine tables, Consent consent, DisclosureRules rules) {
    var parts = new HashMap<String, List<Map<String, Object>>>();
    for (var part : tables.select(DisclosureSql.read("supplement_part"))) {
      parts.computeIfAbsent(text(part, "figure"), absent -> new ArrayList<>()).add(part);
    }
    var ofFigure = new LinkedHashMap<String, List<Map<String, Object>>>();
    for (var row : tables.select("select * from gold.kpi_supplement order by all")) {
      if (!isOfRules(text(row, "figure"))) {
        String name = text(row, "kpi_id") + " " + row.get("definition_version");
        ofFigure
            .computeIfAbsent(name + " " + text(row, "figure"), absent -> new ArrayList<>())
            .add(row);
      }
    }
    var kept = new KeptFigures(KpiCatalog.builtIn(), rules);
    var groups = new ArrayList<FigureGroup>();
    ofFigure.forEach(
        (name, rows) ->
            groups.add(
                group(
                    name,
                    rows,
                    parts.getOrDefault(text(rows.get(0), "figure"), List.of()),
                    consent,
                    kept,
                    rules)));
    return groups;
  }

  private static FigureGroup group(
      String name,
      List<Map<String, Object>> rows,
      List<Map<String, Object>> parts,
      Consent consent,
      KeptFigures kept,
      DisclosureRules rules) {
    String kpi = text(rows.get(0), "kpi_id");
    boolean isOfSingleAnswers =
        KpiCatalog.builtIn().all().stream()
            .filter(definition -> definition.id().equals(kpi))
            .anyMatch(definition -> FigureSource.isOfSingleAnswers(definition, rules));
    var atoms = new Atoms<Map<String, Object>>();
    for (var part : parts) {
      var contributors = new HashSet<String>();
      if (Boolean.TRUE.equals(part.get("is_issuer_behind")) && part.containsKey("issuer_id")) {
        contributors.add(text(part, "issuer_id"));
      }
      if (Boolean.TRUE.equals(part.get("is_agent_behind")) && part.containsKey("agent_id")) {
        contributors.add(text(part, "agent_id"));
      }
      var amounts =
          COLUMNS.stream()
              .map(column -> OptionalLong.of(FigureSource.count(part, column).orElse(0)))
              .toList();
      var about = FigureSource.named(part);
      atoms.add(
          part,
          new Atom(about, contributors, amounts, isOfSingleAnswers && !consent.isWithheld(about)));
    }
    var figures = new ArrayList<Figure>();
    for (var row : rows) {
      figures.add(figure(row, atoms, parts, consent, kept));
    }
    return new FigureGroup(name, COLUMNS, rules.isSum(kpi), atoms.all(), figures);
  }

  private static Figure figure(
      Map<String, Object> row,
      Atoms<Map<String, Object>> atoms,
      List<Map<String, Object>> parts,
      Consent consent,
      KeptFigures kept) {
    var table = TableCatalog.builtIn().table(KPI_SUPPLEMENT);
    String key = RowKey.of(table, row);
    var named = FigureSource.named(row);
    boolean isEmpty = row.get("value") == null && row.get("numerator") == null;
    var within =
        isEmpty
            ? List.<Map<String, Object>>of()
            : parts.stream().filter(part -> isWithin(part, row)).toList();
    return new Figure(
        KPI_SUPPLEMENT,
        key,
        List.of(key),
        new Shape(
            MEDIANS.contains(text(row, "figure")) ? Statistic.MEDIAN : Statistic.COUNT,
            text(row, "entity_level"),
            text(row, "slice"),
            text(row, "period_type"),
            ""),
        named,
        consent.isWithheld(named)
            || kept.isKeptSupplement(text(row, "figure"))
            || kept.isOutdated(
                text(row, "kpi_id"),
                (Long) row.get("definition_version"),
                (LocalDate) row.get("period_start")),
        atoms.places(within),
        "",
        topic(row),
        OptionalLong.empty());
  }

  /** What the row has in common with the KPI value that it stands beside. */
  static String topic(Map<String, Object> row) {
    return KpiFigures.topic(
        text(row, "kpi_id"),
        text(row, "definition_version"),
        text(row, "entity_level"),
        text(row, "issuer_id"),
        text(row, "agent_id"),
        text(row, "slice"),
        text(row, "slice_value"),
        text(row, "period_type"),
        text(row, "period_start"));
  }

  private static boolean isWithin(Map<String, Object> part, Map<String, Object> row) {
    return Objects.equals(part.get("round_id"), row.get("round_id"))
        && isOf(part, "issuer_id", row)
        && isOf(part, "agent_id", row)
        && (row.get("slice_value") == null
            || row.get("slice_value").equals(part.get("measure_id")));
  }

  private static boolean isOf(Map<String, Object> part, String column, Map<String, Object> row) {
    return row.get(column) == null || row.get(column).equals(part.get(column));
  }

  static String text(Map<String, Object> row, String column) {
    return row.containsKey(column) ? row.get(column).toString() : "";
  }
}
