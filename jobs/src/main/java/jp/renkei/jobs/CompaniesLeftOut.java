package jp.renkei.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.renkei.jobs.run.Tables;
import jp.renkei.warehouse.release.Release;
import jp.renkei.warehouse.table.TableName;

/**
 * Companies of a release's registers that the registers of this run no longer hold, whether their
 * row was refused, mistyped or removed: they are in no figure any more.
 */
final class CompaniesLeftOut {
  private static final Map<String, String> ID_BY_TABLE = new LinkedHashMap<>();

  static {
    ID_BY_TABLE.put("silver.issuer", "issuer_id");
    ID_BY_TABLE.put("silver.agent", "agent_id");
  }

  private CompaniesLeftOut() {}

  /** Id and name of each, issuers first. */
  static List<String> since(Release release, Tables tables) {
    var companies = new ArrayList<String>();
    ID_BY_TABLE.forEach((table, id) -> companies.addAll(of(release, tables, table, id).toList()));
    return companies;
  }

  private static Stream<String> of(Release release, Tables tables, String table, String id) {
    var name = TableName.of(table);
    var before = Run.versionIn(release, name);
    if (before.isEmpty() || before.equals(tables.version(name))) {
      return Stream.empty();
    }
    String view = name.table() + "_before";
    tables.view(name, before, view);
    return tables
        .select(
            """
            select %1$s as id, max(name_ja) as name
            from   %2$s
            where  %1$s not in (select %1$s from %3$s)
            group  by %1$s
            order  by %1$s"""
                .formatted(id, view, table))
        .stream()
        .map(row -> row.get("id") + "（" + row.get("name") + "）");
  }
}
