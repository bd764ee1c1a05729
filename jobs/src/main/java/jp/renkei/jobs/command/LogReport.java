package jp.renkei.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.LogNotices;
import jp.renkei.warehouse.release.diff.ChangeReason;

/** What a run tells the operator about the logs: findings, and figures that moved. */
record LogReport(LogNotices notices, Path warehouse) {
  private static final int SHOWN = 10;

  /** In Japanese, a line each. */
  void print(PrintWriter out) {
    if (!notices.findings().isEmpty()) {
      out.printf("ログの指摘：%,d 件%n", notices.findings().size());
      notices.findings().stream().limit(SHOWN).forEach(row -> out.println("  " + finding(row)));
      more(out, notices.findings().size(), "gold.log_finding");
    }
    if (!notices.moves().isEmpty()) {
      out.printf("過去の期間の値が動いたもの：%,d 件（前回の公表版（案）と比べて）%n", notices.moves().size());
      notices.moves().stream().limit(SHOWN).forEach(row -> out.println("  " + move(row)));
      more(out, notices.moves().size(), "gold.figure_move");
    }
  }

  private void more(PrintWriter out, int count, String table) {
    if (count > SHOWN) {
      out.printf(
          "  ほか %,d 件。全件は ./renkei sql --warehouse %s \"select * from %s\" で見られます。%n",
          count - SHOWN, warehouse, table);
    }
  }

  private static String finding(Map<String, Object> row) {
    return "gateway/%s/%s %s%s [%s]：検出「%s」、期待「%s」。%s"
        .formatted(
            row.get("issuer_id"),
            row.get("feed_id"),
            row.get("access_date"),
            row.get("path") == null ? "" : " " + row.get("path"),
            row.get("finding_id"),
            row.get("found"),
            row.get("expected"),
            row.get("remedy"));
  }

  private static String move(Map<String, Object> row) {
    String entity =
        Stream.of("issuer_id", "agent_id")
            .map(row::get)
            .filter(id -> id != null)
            .map(Object::toString)
            .collect(Collectors.joining("・"));
    return "%s %s %s（%s）：%s → %s　理由：%s"
        .formatted(
            row.get("kpi_id"),
            entity.isEmpty() ? "全体" : entity,
            row.get("period_start"),
            row.get("period_type"),
            value(row.get("old_value")),
            value(row.get("new_value")),
            Arrays.stream(row.getOrDefault("reasons", "OTHER").toString().split(" "))
                .map(reason -> ChangeReason.valueOf(reason).japanese())
                .collect(Collectors.joining("、")));
  }

  private static String value(Object value) {
    return value == null ? "値なし" : value.toString();
  }

  /** For programs: dates as text. */
  static List<Map<String, Object>> asMaps(List<Map<String, Object>> rows) {
    return rows.stream()
        .map(
            row -> {
              Map<String, Object> map = new TreeMap<>();
              row.forEach(
                  (name, value) ->
                      map.put(name, value instanceof LocalDate date ? date.toString() : value));
              return map;
            })
        .toList();
  }
}
