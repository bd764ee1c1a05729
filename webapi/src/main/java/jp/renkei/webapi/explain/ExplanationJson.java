package jp.renkei.webapi.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.renkei.reports.chart.Json;
import jp.renkei.reports.explain.EvidenceTable;
import jp.renkei.reports.explain.Explanation;

/**
 * An explanation for programs; the headings of its tables are in the language that was asked for.
 */
final class ExplanationJson {
  private ExplanationJson() {}

  static String of(int release, Explanation explanation) {
    var figure = explanation.figure();
    var root = new LinkedHashMap<String, Object>();
    root.put("release", release);
    root.putAll(explanation.choice().parameters());
    root.put(
        "value",
        orNull(figure.value().isPresent(), () -> BigDecimal.valueOf(figure.value().getAsDouble())));
    root.put(
        "value_low",
        orNull(figure.low().isPresent(), () -> BigDecimal.valueOf(figure.low().getAsDouble())));
    root.put(
        "value_high",
        orNull(figure.high().isPresent(), () -> BigDecimal.valueOf(figure.high().getAsDouble())));
    root.put(
        "numerator", orNull(figure.numerator().isPresent(), () -> figure.numerator().getAsLong()));
    root.put(
        "denominator",
        orNull(figure.denominator().isPresent(), () -> figure.denominator().getAsLong()));
    root.put("value_state", figure.valueState());
    root.put("status", figure.status());
    root.put("formula", explanation.definition().formula());
    root.put("sentences", explanation.sentences());
    root.put(
        "checks",
        explanation.checks().stream()
            .map(check -> Map.<String, Object>of("text", check.text(), "holds", check.holds()))
            .toList());
    root.put("evidence", explanation.evidence().stream().map(ExplanationJson::table).toList());
    return Json.of(root);
  }

  private static Map<String, Object> table(EvidenceTable table) {
    var rows = new ArrayList<Map<String, Object>>();
    for (List<String> row : table.rows()) {
      var cells = new LinkedHashMap<String, Object>();
      for (int column = 0; column < row.size(); column++) {
        cells.put(table.columns().get(column), row.get(column));
      }
      rows.add(cells);
    }
    var map = new LinkedHashMap<String, Object>();
    map.put("id", table.id());
    map.put("title", table.title());
    map.put("rows", rows);
    return map;
  }

  private static Object orNull(boolean isThere, Supplier<Object> value) {
    return isThere ? value.get() : null;
  }
}
