package jp.renkei.jobs.gold;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jp.renkei.jobs.run.StepRun;
import jp.renkei.warehouse.table.TableName;

/** Follows the register's successions of issuers to who each of them is today. */
public final class IssuersToday {
  public static final TableName TABLE = TableName.of("gold.issuer_today");

  /** What ends one issuer: its one successor, or why there is not one. */
  private record Succession(String successor, LocalDate effectiveOn, String finding) {
    boolean isCertain() {
      return finding == null;
    }
  }

  private IssuersToday() {}

  /** Writes the table. Successions of agents, and those that are not in force yet, say nothing. */
  public static void write(StepRun run) {
    run.write(TABLE, rows(run.engine().select(sql(run.context().asOf()))));
  }

  private static String sql(LocalDate asOf) {
    return """
    select old_id, min(new_id) as new_id, count(distinct new_id) as successors,
           min(effective_on) as effective_on, max(case when kind = 'SPLIT' then 1 else 0 end) as is_split
    from   silver.succession
    where  effective_on <= date '%s'
      and  old_id in (select issuer_id from silver.issuer)
    group  by old_id"""
        .formatted(asOf);
  }

  /** Rows of the table from a row per id that ended. */
  static List<List<Object>> rows(List<Map<String, Object>> ended) {
    var successions = new TreeMap<String, Succession>();
    for (var row : ended) {
      successions.put((String) row.get("old_id"), succession(row));
    }
    return successions.keySet().stream().map(id -> row(id, successions)).toList();
  }

  private static Succession succession(Map<String, Object> row) {
    String finding =
        (Long) row.get("is_split") > 0
            ? "SPLIT"
            : (Long) row.get("successors") > 1 ? "SEVERAL_SUCCESSORS" : null;
    return new Succession((String) row.get("new_id"), (LocalDate) row.get("effective_on"), finding);
  }

  private static List<Object> row(String id, SortedMap<String, Succession> successions) {
    var own = successions.get(id);
    if (!own.isCertain()) {
      return Arrays.asList(id, null, own.effectiveOn(), own.finding());
    }
    var passed = new HashSet<String>();
    String today = id;
    // As far as it is certain: of one that was split itself, the chain ends with it.
    while (successions.containsKey(today) && successions.get(today).isCertain()) {
      if (!passed.add(today)) {
        return Arrays.asList(id, null, own.effectiveOn(), "CYCLE");
      }
      today = successions.get(today).successor();
    }
    return Arrays.asList(id, today, own.effectiveOn(), null);
  }
}
