package jp.renkei.jobs.gateway.classify;

import java.util.List;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * The ordered rules; the first that holds decides.
 *
 * @param version rises with every change of meaning
 */
public record AccessRules(int version, List<AccessRule> rules) {

  public AccessRules {
    rules = List.copyOf(rules);
    if (rules.isEmpty() || !rules.get(rules.size() - 1).conditions().isEmpty()) {
      throw new DefinitionException(
          "access-classification.yaml: the last rule has conditions, expected one with 'when: {}', so that every access is decided.");
    }
    if (rules.stream().map(AccessRule::id).distinct().count() != rules.size()) {
      throw new DefinitionException("access-classification.yaml: two rules have one id.");
    }
  }

  public static AccessRules parse(String file, String text) {
    var node = YamlNode.parse(file, text).allowOnly("version", "rules");
    return new AccessRules(
        node.integer("version"), node.nodes("rules").stream().map(AccessRule::parse).toList());
  }

  /** The rule that decides an access. */
  public AccessRule decide(AccessFacts facts) {
    for (int index = 0; index < rules.size(); index++) {
      if (rules.get(index).holds(facts)) {
        return rules.get(index);
      }
    }
    throw new IllegalStateException("The last rule holds always.");
  }
}
