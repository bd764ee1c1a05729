package jp.renkei.jobs.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.Refusals;
import jp.renkei.jobs.Run;

/** What a run tells the operator in the end: what was refused, what was made, what to do next. */
record RunReport(Run.Outcome outcome, Path landing, Path warehouse) {
  /** In Japanese, a line each. */
  void print(PrintWriter out) {
    if (!outcome.refusals().isEmpty()) {
      print(outcome.refusals(), out);
    }
    printLeftOut(outcome.leftOut(), out);
    new LogReport(outcome.logs(), warehouse).print(out);
    if (outcome.release().isPresent()) {
      int id = outcome.release().get().id();
      out.printf("公表版（案）%d を作成しました。時点 %s%n", id, outcome.asOf());
      out.printf(
          "次は ./renkei release show %1$d --warehouse %2$s%n"
              + "公表は ./renkei release publish %1$d --label 「第○回検討会」 --warehouse %2$s --landing %3$s%n",
          id, warehouse, landing);
    } else {
      out.printf("新しい内容はありません。時点 %s%n", outcome.asOf());
    }
  }

  private static void printLeftOut(List<String> companies, PrintWriter out) {
    if (!companies.isEmpty()) {
      out.printf(
          "★ 注意：前回の公表時（公表前なら前回の案）に登録簿にあった次の %,d 社が登録簿になく、どの値にも入っていません：%s%n"
              + "  除くつもりでなければ、登録簿の行を直して run をやり直してから公表してください。%n",
          companies.size(), String.join("、", companies));
    }
  }

  private void print(Refusals refusals, PrintWriter out) {
    boolean isNew = refusals.newCount() > 0;
    out.printf(
        "受理できなかったもの：%,d 件（%s）%n",
        refusals.count(), isNew ? "今回新たに %,d 件".formatted(refusals.newCount()) : "今回新たなものはありません");
    if (isNew && refusals.companions() > 0) {
      out.printf("  このほか、同じ回答票の別の行の誤りにより受理していない行：%,d 行%n", refusals.companions());
    }
    refusals.firstNew().forEach(refusal -> out.println("  " + refusal.japanese()));
    if (refusals.moreNew() > 0) {
      out.printf("  今回新たなもののうち、ほか %,d 件%n", refusals.moreNew());
    }
    out.printf(
        "  全件は ./renkei sql --warehouse %s \"select * from silver.rejected\" で見られます。%n", warehouse);
  }

  /** For programs. */
  Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("release", outcome.release().map(release -> (Object) release.id()).orElse(null));
    map.put("as_of", outcome.asOf().toString());
    map.put("companies_left_out", outcome.leftOut());
    List<Map<String, Object>> refusals =
        outcome.refusals().first().stream()
            .map(
                refusal -> {
                  var entry = new LinkedHashMap<String, Object>();
                  entry.put("path", refusal.path());
                  entry.put("place", refusal.place());
                  entry.put("reason", refusal.reason());
                  entry.put("found", refusal.found());
                  entry.put("expected", refusal.expected());
                  entry.put("remedy", refusal.remedy());
                  entry.put("rows", refusal.rows());
                  entry.put("new", refusal.isNew());
                  return (Map<String, Object>) entry;
                })
            .toList();
    map.put("refused", refusals);
    map.put("count", outcome.refusals().count());
    map.put("new", outcome.refusals().newCount());
    map.put("more", outcome.refusals().more());
    map.put("rows_of_refused_units", outcome.refusals().companions());
    map.put("log_findings", LogReport.asMaps(outcome.logs().findings()));
    map.put("moved_figures", LogReport.asMaps(outcome.logs().moves()));
    return map;
  }
}
