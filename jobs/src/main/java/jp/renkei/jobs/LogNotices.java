package jp.renkei.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.renkei.jobs.run.Tables;

/**
 * What a run tells about the gateway logs beside what it refused.
 *
 * @param findings rows of gold.log_finding, in the order of feed and day
 * @param moves rows of gold.figure_move about the release that was the newest before the run, whole
 *     and by entity, slices left out
 */
public record LogNotices(List<Map<String, Object>> findings, List<Map<String, Object>> moves) {
  public LogNotices {
    findings = List.copyOf(findings);
    moves = List.copyOf(moves);
  }

  /** None. */
  public static LogNotices none() {
    return new LogNotices(List.of(), List.of());
  }

  static LogNotices read(Tables tables, Optional<Integer> newestBefore) {
    var findings =
        tables.select(
            "select * from gold.log_finding"
                + " order by issuer_id, feed_id, access_date, finding_id, path");
    var moves =
        newestBefore.isEmpty()
            ? List.<Map<String, Object>>of()
            : tables.select(
                """
                select * from gold.figure_move
                where  since_release = %d and slice is null
                order  by kpi_id, period_start, period_type, entity_level, issuer_id, agent_id"""
                    .formatted(newestBefore.get()));
    return new LogNotices(findings, moves);
  }
}
