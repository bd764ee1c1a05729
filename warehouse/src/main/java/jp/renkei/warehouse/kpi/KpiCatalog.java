package jp.renkei.warehouse.kpi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.definition.Definitions;

/** All KPIs, in the order of their ids, and of a KPI the earliest version first. */
public final class KpiCatalog {
  private final List<KpiDefinition> kpis;

  KpiCatalog(List<KpiDefinition> kpis) {
    this.kpis =
        kpis.stream()
            .sorted(
                Comparator.comparing(KpiDefinition::id).thenComparingInt(KpiDefinition::version))
            .toList();
    this.kpis.forEach(kpi -> requireGaplessVersions(versions(kpi.id())));
  }

  private static void requireGaplessVersions(List<KpiDefinition> ofOneKpi) {
    var versions = ofOneKpi.stream().map(KpiDefinition::version).toList();
    if (!versions.equals(IntStream.rangeClosed(1, versions.size()).boxed().toList())) {
      throw new DefinitionException(
          "KPI '%s': found the definition versions %s, expected 1 to %d, a file each."
              .formatted(ofOneKpi.get(0).id(), versions, versions.size()));
    }
  }

  /** The KPIs that ship with the product. */
  public static KpiCatalog builtIn() {
    return new KpiCatalog(
        Definitions.read("definitions/kpis", ".sql").entrySet().stream()
            .map(file -> KpiDefinition.parse(file.getKey(), file.getValue()))
            .toList());
  }

  /** Every version of every KPI. */
  public List<KpiDefinition> all() {
    return kpis;
  }

  /** Every version of a KPI, the newest last; none of one that is not there. */
  public List<KpiDefinition> versions(String id) {
    return kpis.stream().filter(kpi -> kpi.id().equals(id)).toList();
  }

  /** One version of a KPI. */
  public Optional<KpiDefinition> find(String id, long version) {
    return versions(id).stream().filter(kpi -> kpi.version() == version).findFirst();
  }

  /** The newest version of a KPI. */
  public KpiDefinition kpi(String id) {
    return versions(id).stream()
        .reduce((earlier, later) -> later)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find KPI '" + id + "': there is no definitions/kpis/" + id + ".sql."));
  }
}
