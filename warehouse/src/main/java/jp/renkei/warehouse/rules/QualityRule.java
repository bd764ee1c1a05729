package jp.renkei.warehouse.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One rule of data quality: what its findings are called, how grave they are, what their number
 * counts ({@code rules/quality.yaml}).
 *
 * @param message what is wrong and what is done about it; gold.data_quality tells more where a
 *     single finding has more to tell
 * @param rows what the number of a finding counts
 */
public record QualityRule(String id, Severity severity, Text title, Text message, Text rows) {
  /** How grave a finding is, the gravest first. */
  public enum Severity {
    /** Keeps a release from being published until it is resolved or waived. */
    ERROR,
    /** Somebody should look. */
    WARNING,
    /** Tells only. */
    NOTICE
  }

  /** A text in both languages. */
  public record Text(String ja, String en) {
    private static Text of(YamlNode parent, String key) {
      var node = parent.node(key).allowOnly("ja", "en");
      return new Text(node.text("ja"), node.text("en"));
    }

    public String in(boolean isJapanese) {
      return isJapanese ? ja : en;
    }
  }

  /** All rules, in the order of the file. */
  public static List<QualityRule> builtIn() {
    String file = "quality.yaml";
    var rules =
        YamlNode.parse(file, Definitions.read("definitions/rules", file).get(file))
            .nodes("findings")
            .stream()
            .map(QualityRule::parse)
            .toList();
    var ids = rules.stream().map(QualityRule::id).collect(Collectors.toSet());
    if (ids.size() < rules.size()) {
      throw new DefinitionException(file + ": 'findings' names an id twice.");
    }
    return rules;
  }

  private static QualityRule parse(YamlNode node) {
    node.allowOnly("id", "severity", "title", "message", "rows");
    return new QualityRule(
        node.text("id"),
        node.code("severity", Severity.class),
        Text.of(node, "title"),
        Text.of(node, "message"),
        Text.of(node, "rows"));
  }

  /** The rule of a finding; empty for one that this program does not know. */
  public static Optional<QualityRule> of(String id) {
    return builtIn().stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
