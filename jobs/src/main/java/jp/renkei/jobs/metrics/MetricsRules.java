package jp.renkei.jobs.metrics;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import jp.renkei.surveys.BilingualText;
import jp.renkei.surveys.Problem.Severity;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * {@code definitions/rules/cdr-metrics.yaml}: the shape of a file and what must hold between its
 * figures.
 *
 * @param zone where a day begins
 */
record MetricsRules(MetricsShape.ObjectOf shape, ZoneId zone, Map<Rule, Wording> between) {
  private static final String FILE = "cdr-metrics.yaml";
  private static final MetricsRules BUILT_IN =
      parse(Definitions.read("definitions/rules", FILE).get(FILE));

  /** What must hold; {@link FigureChecks} tests it. */
  enum Rule {
    ABANDONMENTS_BY_STAGE,
    ERROR_CODES_COMPLETE,
    SERVER_ERRORS_AGREE,
    ERRORS_WITHIN_CALLS,
    PEAK_NOT_BELOW_AVERAGE,
    AVERAGE_TPS_ADDS_UP,
    PEAK_TPS_OF_PARTS,
    PERFORMANCE_WITHIN_HOURS,
    RESPONSE_IN_SECONDS,
    REQUEST_DAY_IN_JAPAN,
    DAYS_GIVEN
  }

  /**
   * How a rule speaks.
   *
   * @param says the sentence of the standard it rests on
   */
  record Wording(Severity severity, BilingualText expected, String says) {}

  MetricsRules {
    for (var rule : Rule.values()) {
      if (!between.containsKey(rule)) {
        throw new DefinitionException(FILE + ": 'between' has no rule " + rule + ".");
      }
    }
  }

  /** The shape of what stands below {@code data}. */
  MetricsShape.ObjectOf dataShape() {
    return (MetricsShape.ObjectOf) shape.members().get("data").shape();
  }

  static MetricsRules builtIn() {
    return BUILT_IN;
  }

  static MetricsRules parse(String text) {
    var node =
        YamlNode.parse(FILE, text)
            .allowOnly("rules", "version", "time_zone", "groups", "shape", "between");
    var between = new EnumMap<Rule, Wording>(Rule.class);
    for (var one : node.nodes("between")) {
      one.allowOnly("id", "severity", "ja", "en", "says");
      between.put(
          one.code("id", Rule.class),
          new Wording(
              one.code("severity", Severity.class),
              new BilingualText(one.text("en"), one.text("ja")),
              one.text("says")));
    }
    return new MetricsRules(MetricsShape.parse(node), ZoneId.of(node.text("time_zone")), between);
  }
}
