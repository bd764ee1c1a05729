package jp.renkei.warehouse.rules;

import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * When two sides' statements about one cell are taken to agree.
 *
 * @param relativePercent accounts agree when they differ by at most this share of the larger one
 * @param absoluteAccounts or by at most this many accounts
 */
public record ReconciliationRules(int version, int relativePercent, int absoluteAccounts) {

  public ReconciliationRules {
    if (relativePercent < 0 || relativePercent > 100 || absoluteAccounts < 0) {
      throw new IllegalArgumentException(
          "Cannot use reconciliation rules: tolerances %d %% and %d are out of range."
              .formatted(relativePercent, absoluteAccounts));
    }
  }

  public static ReconciliationRules builtIn() {
    String file = "reconciliation.yaml";
    var node =
        YamlNode.parse(file, Definitions.read("definitions/rules", file).get(file))
            .allowOnly("rules", "version", "relative_percent", "absolute_accounts");
    return new ReconciliationRules(
        node.integer("version"),
        node.integer("relative_percent"),
        node.integer("absolute_accounts"));
  }
}
