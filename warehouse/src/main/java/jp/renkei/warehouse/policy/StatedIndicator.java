package jp.renkei.warehouse.policy;

import java.math.BigDecimal;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One figure by one definition, kept to show that definitions change: the same word has two values.
 *
 * @param value a ratio, 0..1
 */
public record StatedIndicator(
    String indicatorId,
    LocalText name,
    BigDecimal value,
    StatedDate period,
    String source,
    Grade grade) {

  static StatedIndicator of(YamlNode node) {
    node.allowOnly("indicator_id", "name", "value", "period", "source", "grade");
    return new StatedIndicator(
        node.text("indicator_id"),
        LocalText.of(node, "name"),
        node.decimal("value"),
        StatedDate.of(node.node("period")),
        node.text("source"),
        node.code("grade", Grade.class));
  }
}
