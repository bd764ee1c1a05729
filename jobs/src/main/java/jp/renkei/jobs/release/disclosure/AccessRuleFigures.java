package jp.renkei.jobs.release.disclosure;

import static jp.renkei.jobs.release.disclosure.SupplementFigures.KPI_SUPPLEMENT;
import static jp.renkei.jobs.release.disclosure.SupplementFigures.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import jp.renkei.jobs.release.disclosure.Figure.Shape;
import jp.renkei.jobs.release.disclosure.Figure.Statistic;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/**
 * What the classification rules decided: gold.rule_mix and the shares of it beside the scraping
 * shares, of the whole industry, since there are no others outside the secretariat. Both count the
 * same accesses by issuer and rule. Every row also shows the sum of all rules, so that the sum is a
 * figure of its own, which goes only with all of its rows.
 */
final class AccessRuleFigures implements FigureSource {
  static final TableName RULE_MIX = TableName.of("gold.rule_mix");

  private static final List<String> COLUMNS = List.of("accesses", "declared_accesses");
  private static final String RULE = "rule_";

  @Override
  public List<FigureGroup> groups(SqlEngine tables, Consent consent, DisclosureRules rules) {
    var groups = new ArrayList<FigureGroup>();
    var mix = byMonth(tables, "select * from gold.rule_mix order by all", "month");
    var shares = byMonth(tables, "select * from gold.kpi_supplement order by all", "period_start");
    mix.forEach(
        (month, rows) ->
            groups.add(new OfMonth(rows, shares.getOrDefault(month, List.of())).group(month)));
    return groups;
  }

  private static Map<Object, List<Map<String, Object>>> byMonth(
      SqlEngine tables, String sql, String column) {
    var byMonth = new LinkedHashMap<Object, List<Map<String, Object>>>();
    for (var row : tables.select(sql)) {
      byMonth.computeIfAbsent(row.get(column), absent -> new ArrayList<>()).add(row);
    }
    return byMonth;
  }

  /** The figures of one month. */
  private static final class OfMonth {
    private final List<Map<String, Object>> mix;
    private final List<Map<String, Object>> shares;
    private final List<Map<String, Object>> parts;
    private final Atoms<Map<String, Object>> atoms = new Atoms<>();
    private final List<Figure> figures = new ArrayList<>();

    OfMonth(List<Map<String, Object>> mix, List<Map<String, Object>> shares) {
      this.mix = mix.stream().filter(row -> !row.containsKey("issuer_id")).toList();
      this.shares =
          shares.stream()
              .filter(row -> SupplementFigures.isOfRules(text(row, "figure")))
              .filter(row -> !row.containsKey("issuer_id"))
              .toList();
      this.parts = mix.stream().filter(row -> row.containsKey("issuer_id")).toList();
      for (var part : parts) {
        var issuer = FigureSource.named(part);
        atoms.add(
            part,
            new Atom(
                issuer,
                issuer,
                COLUMNS.stream().map(column -> FigureSource.count(part, column)).toList(),
                false));
      }
    }

    FigureGroup group(Object month) {
      addMix();
      addShares();
      return new FigureGroup("rule_mix " + month, COLUMNS, true, atoms.all(), figures);
    }

    private void addMix() {
      var table = TableCatalog.builtIn().table(RULE_MIX);
      var fronts = new LinkedHashMap<String, List<Map<String, Object>>>();
      for (var row : mix) {
        var key = RowKey.of(table, row);
        add(
            RULE_MIX,
            row,
            List.of(key),
            "rule",
            "",
            part -> isSame(part, row, "front") && isSame(part, row, "rule_id"));
        fronts.computeIfAbsent(text(row, "front"), absent -> new ArrayList<>()).add(row);
      }
      for (var rows : fronts.values()) {
        var keys = rows.stream().map(row -> RowKey.of(table, row)).toList();
        var any = rows.get(0);
        add(RULE_MIX, any, keys, "", "", part -> isSame(part, any, "front"));
      }
    }

    private void addShares() {
      var table = TableCatalog.builtIn().table(KPI_SUPPLEMENT);
      var wholes = new LinkedHashMap<String, List<Map<String, Object>>>();
      for (var row : shares) {
        String figure = text(row, "figure");
        Predicate<Map<String, Object>> isOfBoth =
            part -> Boolean.TRUE.equals(part.get("has_both_fronts"));
        Predicate<Map<String, Object>> isCounted =
            figure.startsWith(RULE)
                ? part -> text(part, "rule_id").equals(figure.substring(RULE.length()))
                : part -> text(part, "access_method").equals("UNKNOWN");
        add(
            KPI_SUPPLEMENT,
            row,
            List.of(RowKey.of(table, row)),
            figure.startsWith(RULE) ? "rule" : "unknown",
            "both fronts" + (figure.startsWith(RULE) ? "" : " " + figure),
            isOfBoth.and(isCounted));
        wholes
            .computeIfAbsent(figure.startsWith(RULE) ? RULE : figure, absent -> new ArrayList<>())
            .add(row);
      }
      wholes.forEach(
          (whole, rows) ->
              add(
                  KPI_SUPPLEMENT,
                  rows.get(0),
                  rows.stream().map(row -> RowKey.of(table, row)).toList(),
                  "",
                  "both fronts" + (whole.equals(RULE) ? "" : " " + whole),
                  part ->
                      Boolean.TRUE.equals(part.get("has_both_fronts"))
                          && (whole.equals(RULE)
                              || List.of("API", "SCRAPING", "UNKNOWN")
                                  .contains(text(part, "access_method")))));
    }

    private void add(
        TableName table,
        Map<String, Object> row,
        List<String> rows,
        String slice,
        String variant,
        Predicate<Map<String, Object>> isCounted) {
      var within = parts.stream().filter(isCounted).toList();
      figures.add(
          new Figure(
              table,
              String.join(RowKey.SEPARATOR, rows.get(0), slice, variant),
              rows,
              new Shape(Statistic.COUNT, text(row, "entity_level"), slice, "MONTH", variant),
              Set.of(),
              false,
              atoms.places(within),
              "",
              table.equals(KPI_SUPPLEMENT) ? SupplementFigures.topic(row) : "",
              OptionalLong.empty()));
    }

    private static boolean isSame(
        Map<String, Object> part, Map<String, Object> row, String column) {
      return text(part, column).equals(text(row, column));
    }
  }
}
