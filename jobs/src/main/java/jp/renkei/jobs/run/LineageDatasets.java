package jp.renkei.jobs.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Function;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;

/** What steps read and write, as OpenLineage names it: tables, landing, definitions, releases. */
public final class LineageDatasets {
  private final LineageFacets facets;

  LineageDatasets(LineageFacets facets) {
    this.facets = facets;
  }

  /** What a step reads, at the versions that it finds. */
  List<Map<String, Object>> inputs(Step step, Function<TableName, OptionalLong> version) {
    var inputs = new ArrayList<Map<String, Object>>();
    new TreeSet<>(step.origins()).forEach(origin -> inputs.add(named(origin.title())));
    inputs.addAll(tables(step.reads(), version, false));
    return inputs;
  }

  /** What a step wrote, at the versions that it left, with columns and grain. */
  List<Map<String, Object>> outputs(Step step, Function<TableName, OptionalLong> version) {
    return tables(step.writes(), version, true);
  }

  /** Tables at their versions. */
  public List<Map<String, Object>> tables(
      Iterable<TableName> names, Function<TableName, OptionalLong> version, boolean isDescribed) {
    var tables = new TreeSet<TableName>();
    names.forEach(tables::add);
    return tables.stream().map(name -> table(name, version.apply(name), isDescribed)).toList();
  }

  /** Something without a version, such as a release. */
  public Map<String, Object> named(String name) {
    return Map.of("namespace", LineageFacets.NAMESPACE, "name", name);
  }

  private Map<String, Object> table(TableName name, OptionalLong version, boolean isDescribed) {
    var about = new LinkedHashMap<String, Object>();
    if (version.isPresent()) {
      about.put(
          "version",
          facets.facet(
              "1-0-1",
              "DatasetVersionDatasetFacet",
              Map.of("datasetVersion", Long.toString(version.getAsLong()))));
    }
    if (isDescribed) {
      var definition = TableCatalog.builtIn().table(name);
      about.put(
          "documentation",
          facets.facet(
              "1-0-1", "DocumentationDatasetFacet", Map.of("description", definition.grain())));
      about.put(
          "schema",
          facets.facet(
              "1-1-1",
              "SchemaDatasetFacet",
              Map.of(
                  "fields",
                  definition.columns().stream()
                      .map(
                          column ->
                              Map.of(
                                  "name",
                                  column.name(),
                                  "type",
                                  column.type().name().toLowerCase(Locale.ROOT),
                                  "description",
                                  column.meaning()))
                      .toList())));
    }
    return Map.of("namespace", LineageFacets.NAMESPACE, "name", name.toString(), "facets", about);
  }
}
