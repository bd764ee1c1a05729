package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiExample;
import jp.renkei.warehouse.table.TableCatalog;

/** The values of a worked example beside those that an evaluation gave. */
final class ExampleValues {
  private static final List<String> FIGURES =
      List.of("numerator", "denominator", "value", "value_low", "value_high");
  private static final List<String> KEYS =
      List.of("entity_level", "issuer_id", "agent_id", "slice", "slice_value");

  private ExampleValues() {}

  /** The example's tables, its survey round among them. */
  static Map<String, String> tables(KpiExample example) {
    var tables = new HashMap<String, String>();
    example.inputs().forEach(input -> tables.put(input.table().toString(), input.rows().text()));
    if (!example.issuers().isEmpty() || !example.agents().isEmpty()) {
      addFrame(tables, example);
    }
    if (tables.containsKey("gold.response_status")) {
      tables.put(
          "silver.survey_round",
          "reference_date | due_date | grace_days\n2026-03-31 | 2026-04-30 | 14");
    }
    return tables;
  }

  private static void addFrame(Map<String, String> tables, KpiExample example) {
    var members = new StringBuilder("side | respondent_id | is_in_frame");
    example.issuers().forEach(issuer -> members.append("\nISSUER|" + issuer + "|true"));
    example.agents().forEach(agent -> members.append("\nAGENT|" + agent + "|true"));
    assertThat(tables.put("gold.response_status", members.toString())).isNull();
  }

  /** Asserts that every expected row is there once, with its figures. */
  static void assertStandIn(List<KpiValue> values, KpiDefinition kpi, KpiExample example) {
    var names = TableCatalog.builtIn().table("gold.kpi_value").columnNames();
    var made =
        values.stream()
            .filter(value -> value.key().basis().equals(kpi.basis().name()))
            .map(value -> row(names, value.row()))
            .toList();
    var columns = example.expected().columns();
    for (var line : example.expected().cells()) {
      var wanted = row(columns, List.copyOf(line));
      var found = made.stream().filter(row -> isAbout(row, wanted)).toList();
      assertThat(found).as("rows about %s", wanted).hasSize(1);
      for (var figure : FIGURES) {
        if (columns.contains(figure)) {
          assertThat(rounded(found.get(0).get(figure), (String) wanted.get(figure)))
              .as("%s of %s", figure, wanted)
              .isEqualTo(wanted.get(figure));
        }
      }
    }
    assertThat(made.stream().filter(row -> row.get("value") != null)).isNotEmpty();
  }

  private static Map<String, Object> row(List<String> columns, List<Object> cells) {
    var row = new HashMap<String, Object>();
    for (int index = 0; index < columns.size(); index++) {
      row.put(columns.get(index), cells.get(index));
    }
    return row;
  }

  /** A key that the example does not name is empty; a period that it does not name is any. */
  private static boolean isAbout(Map<String, Object> row, Map<String, Object> wanted) {
    return KEYS.stream().allMatch(key -> text(row.get(key)).equals(wanted.getOrDefault(key, "-")))
        && List.of("period_type", "period_start").stream()
            .allMatch(
                key -> !wanted.containsKey(key) || text(row.get(key)).equals(wanted.get(key)));
  }

  private static String text(Object value) {
    return value == null ? "-" : value.toString();
  }

  private static String rounded(Object figure, String byHand) {
    if (figure == null || byHand.equals("-")) {
      return text(figure);
    }
    int places = new BigDecimal(byHand).scale();
    return new BigDecimal(figure.toString()).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }
}
