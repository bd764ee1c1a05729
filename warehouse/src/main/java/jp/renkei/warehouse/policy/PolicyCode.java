package jp.renkei.warehouse.policy;

import jp.renkei.warehouse.definition.YamlNode;

/** One code with its label and what it rests on. */
public record PolicyCode(String code, LocalText label, String source, Grade grade) {

  static PolicyCode of(YamlNode node) {
    node.allowOnly("code", "label", "source", "grade");
    return new PolicyCode(
        node.text("code"),
        LocalText.of(node, "label"),
        node.text("source"),
        node.code("grade", Grade.class));
  }
}
