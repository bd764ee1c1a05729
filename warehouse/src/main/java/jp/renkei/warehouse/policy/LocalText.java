package jp.renkei.warehouse.policy;

import jp.renkei.warehouse.definition.YamlNode;

/** One text in Japanese and in English. */
public record LocalText(String ja, String en) {
  public LocalText {
    if (ja.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("Cannot use a text without both languages: " + ja + en);
    }
  }

  static LocalText of(YamlNode parent, String key) {
    YamlNode node = parent.node(key).allowOnly("ja", "en");
    return new LocalText(node.text("ja"), node.text("en"));
  }
}
