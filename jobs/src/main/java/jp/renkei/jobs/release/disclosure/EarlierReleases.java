package jp.renkei.jobs.release.disclosure;

import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.renkei.jobs.run.SqlEngine;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;
import org.jooq.impl.DSL;

/** Reads what readers have from the releases that were ever open to them. */
public final class EarlierReleases {
  private static final List<String> NUMBERS =
      List.of(
          "numerator", "denominator", "value", "accesses", "declared_accesses", "front_accesses");

  private EarlierReleases() {}

  /**
   * The figures that releases show and that they suppress.
   *
   * @param opened whose files readers hold, the newest first
   * @param now the secretariat's figures of the release that is being made, to tell which are
   *     unchanged
   */
  public static EarlierRelease read(List<Release> opened, SqlEngine now) {
    if (opened.isEmpty()) {
      return EarlierRelease.none();
    }
    var shown = new HashSet<String>();
    var suppressed = new HashSet<String>();
    for (var name :
        List.of(
            KpiFigures.KPI_VALUE, SupplementFigures.KPI_SUPPLEMENT, AccessRuleFigures.RULE_MIX)) {
      var table = TableCatalog.builtIn().table(name);
      var fresh = byKey(table, now.select("select * from " + name));
      for (var release : ofDifferentContent(opened, name)) {
        var secret = rows(release, Audience.SECRETARIAT, table);
        secret.entrySet().removeIf(row -> !isSame(row.getValue(), fresh.get(row.getKey())));
        var suppressedHere = new HashSet<String>();
        for (var audience : Audience.values()) {
          if (!audience.isUnderDisclosureControl()
              || !table.audiences().contains(audience.code())) {
            continue;
          }
          var rows = rows(release, audience, table);
          rows.keySet().retainAll(secret.keySet());
          rows.forEach(
              (key, row) -> {
                boolean isSuppressed = "SUPPRESSED".equals(row.get("value_state"));
                (isSuppressed ? suppressedHere : shown).add(name + RowKey.SEPARATOR + key);
              });
        }
        suppressedHere.removeAll(shown);
        suppressed.addAll(suppressedHere);
      }
    }
    return new EarlierRelease(shown, suppressed);
  }

  /** Of releases in whose files a table is the same the newest: the others tell nothing more. */
  private static List<Release> ofDifferentContent(List<Release> opened, TableName table) {
    var seen = new HashSet<Map<String, String>>();
    return opened.stream()
        .filter(
            release -> {
              var hashes = new HashMap<>(release.manifest().tableHashes());
              hashes.keySet().removeIf(key -> !key.endsWith("/" + table));
              return hashes.isEmpty() || seen.add(hashes);
            })
        .toList();
  }

  private static boolean isSame(Map<String, Object> one, Map<String, Object> other) {
    return other != null
        && NUMBERS.stream().allMatch(column -> Objects.equals(one.get(column), other.get(column)));
  }

  private static Map<String, Map<String, Object>> byKey(
      TableDefinition table, Iterable<Map<String, Object>> rows) {
    var byKey = new HashMap<String, Map<String, Object>>();
    rows.forEach(row -> byKey.put(RowKey.of(table, row), row));
    return byKey;
  }

  /** None where the release was made before there was such a table. */
  private static Map<String, Map<String, Object>> rows(
      Release release, Audience audience, TableDefinition table) {
    try (var reader = release.open(audience)) {
      var rows =
          reader.read(
              queries ->
                  queries.fetchExists(
                          DSL.selectOne()
                              .from("information_schema.tables")
                              .where(DSL.field("table_schema").eq(table.name().layer()))
                              .and(DSL.field("table_name").eq(table.name().table())))
                      ? queries.fetch("select * from " + table.name()).intoMaps()
                      : new ArrayList<Map<String, Object>>());
      rows.forEach(row -> row.values().removeIf(Objects::isNull));
      rows.forEach(
          row ->
              row.replaceAll(
                  (column, value) -> value instanceof Date date ? date.toLocalDate() : value));
      return byKey(table, rows);
    }
  }
}
