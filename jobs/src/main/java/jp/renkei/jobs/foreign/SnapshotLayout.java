package jp.renkei.jobs.foreign;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.DefinitionException.InJapanese;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * One form in which a register answers.
 *
 * @param idScheme what the ids are called; another scheme than in the snapshot before is a
 *     re-keying
 * @param brands where the brands stand
 * @param brandId the first of these that a brand has is its id
 * @param earlierBrandId other ids that a brand had before
 */
record SnapshotLayout(
    String idScheme,
    FieldPath brands,
    List<FieldPath> brandId,
    List<FieldPath> earlierBrandId,
    FieldPath brandName,
    Optional<FieldPath> entityId,
    Optional<FieldPath> entityName) {

  static SnapshotLayout of(YamlNode node) {
    node.allowOnly(
        "id_scheme",
        "brands",
        "brand_id",
        "earlier_brand_id",
        "brand_name",
        "entity_id",
        "entity_name");
    var brands = new FieldPath(node.text("brands"));
    if (!brands.isToEntries()) {
      throw new DefinitionException(
          "%s: 'brands': found '%s', expected a path that ends in *, such as data.*"
              .formatted(node.place(), brands.text()),
          new InJapanese("brands：" + brands.text(), "* で終わる場所（例 data.*）"));
    }
    var brandId = paths(node, "brand_id");
    if (brandId.isEmpty()) {
      throw new DefinitionException(
          node.place() + ": 'brand_id' is missing.", new InJapanese("brand_id なし", "1つ以上の項目名"));
    }
    return new SnapshotLayout(
        node.text("id_scheme"),
        brands,
        brandId,
        paths(node, "earlier_brand_id"),
        path(node.text("brand_name"), node.place()),
        node.optionalText("entity_id").map(text -> path(text, node.place())),
        node.optionalText("entity_name").map(text -> path(text, node.place())));
  }

  private static List<FieldPath> paths(YamlNode node, String key) {
    return node.texts(key).stream().map(text -> path(text, node.place())).toList();
  }

  private static FieldPath path(String text, String place) {
    if (text.contains("*") || Stream.of(text.split("\\.", -1)).anyMatch(String::isBlank)) {
      throw new DefinitionException(
          "%s: found '%s', expected the name of a field, such as brandName or entity.id"
              .formatted(place, text),
          new InJapanese("項目の場所：" + text, "項目名（例 brandName、entity.id）"));
    }
    return new FieldPath(text);
  }
}
