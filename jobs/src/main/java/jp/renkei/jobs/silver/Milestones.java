package jp.renkei.jobs.silver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The statements about each milestone in the order in which they were made. */
final class Milestones {
  private Milestones() {}

  static List<List<Object>> revisions(RegisterSteps.Reading reading) {
    var table = RegisterFile.ROADMAP.table();
    var byMilestone = new TreeMap<String, List<RegisterRows.Row>>();
    for (var row : reading.rows().getOrDefault(table.name().toString(), List.of())) {
      byMilestone.computeIfAbsent(row.text("milestone_id"), absent -> new ArrayList<>()).add(row);
    }
    var rows = new ArrayList<List<Object>>();
    for (var statements : byMilestone.values()) {
      statements.sort(
          Comparator.comparing((RegisterRows.Row row) -> row.date("stated_on").orElseThrow())
              .thenComparing(row -> row.text("submission_id"))
              .thenComparing(RegisterRows.Row::line));
      long revision = 1;
      var seen = new HashSet<Map<String, Object>>();
      for (var statement : statements) {
        if (!seen.add(said(statement))) {
          continue;
        }
        var values = new ArrayList<Object>();
        for (var column : table.columnNames()) {
          values.add(
              column.equals("revision") ? (Object) revision : statement.values().get(column));
        }
        rows.add(values);
        revision++;
      }
    }
    return rows;
  }

  /** A statement without its place: a later edition of a file repeats what the earlier one said. */
  private static Map<String, Object> said(RegisterRows.Row statement) {
    var said = new HashMap<>(statement.values());
    said.keySet().removeAll(Set.of("submission_id", "line"));
    return said;
  }
}
