package jp.renkei.warehouse.policy;

import jp.renkei.warehouse.definition.YamlNode;

/**
 * One item of the message catalogue (電文仕様標準), for example {@code used_on} 利用日.
 *
 * @param apiType the type of API that carries it, a code of {@code api-types.yaml}
 */
public record MessageItem(
    String code, String apiType, LocalText label, String source, Grade grade) {

  static MessageItem of(YamlNode node) {
    node.allowOnly("code", "api_type", "label", "source", "grade");
    return new MessageItem(
        node.text("code"),
        node.text("api_type"),
        LocalText.of(node, "label"),
        node.text("source"),
        node.code("grade", Grade.class));
  }
}
