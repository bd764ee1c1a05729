package jp.renkei.warehouse.kpi;

import java.util.HashSet;
import java.util.List;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.YamlNode;

/**
 * A figure that stands beside a KPI's value, in each of its cells, and is no KPI of its own.
 *
 * @param figure its code, unique among all KPIs
 * @param unit of the value, as for KPIs
 */
public record KpiSupplement(
    String figure,
    String unit,
    String titleJa,
    String titleEn,
    String definitionJa,
    String definitionEn) {

  static List<KpiSupplement> all(YamlNode header) {
    var supplements = header.nodes("supplements").stream().map(KpiSupplement::of).toList();
    var figures = new HashSet<String>();
    for (var supplement : supplements) {
      if (!figures.add(supplement.figure)) {
        throw new DefinitionException(
            "%s: 'supplements': figure '%s' stands twice."
                .formatted(header.place(), supplement.figure));
      }
    }
    return supplements;
  }

  private static KpiSupplement of(YamlNode node) {
    node.allowOnly("figure", "unit", "title", "definition");
    var title = node.node("title").allowOnly("ja", "en");
    var meaning = node.node("definition").allowOnly("ja", "en");
    return new KpiSupplement(
        node.text("figure"),
        node.text("unit"),
        title.text("ja"),
        title.text("en"),
        meaning.text("ja"),
        meaning.text("en"));
  }
}
