package jp.renkei.warehouse.policy;

import java.math.BigDecimal;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * The size of one population as one source states it. Not the register of a survey round, which
 * arrives through landing.
 *
 * @param size in {@code unit}
 * @param members what is known of who belongs to it
 */
public record PopulationFrame(
    String populationId,
    LocalText name,
    BigDecimal size,
    Unit unit,
    StatedDate asOf,
    LocalText members,
    String source,
    Grade grade) {

  /** What is counted. */
  public enum Unit {
    COMPANIES,
    CARDS
  }

  static PopulationFrame of(YamlNode node) {
    node.allowOnly("population_id", "name", "size", "unit", "as_of", "members", "source", "grade");
    return new PopulationFrame(
        node.text("population_id"),
        LocalText.of(node, "name"),
        node.decimal("size"),
        node.code("unit", Unit.class),
        StatedDate.of(node.node("as_of")),
        LocalText.of(node, "members"),
        node.text("source"),
        node.code("grade", Grade.class));
  }
}
