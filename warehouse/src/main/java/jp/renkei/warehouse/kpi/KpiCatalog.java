package jp.renkei.warehouse.kpi;

import java.util.List;
import jp.renkei.warehouse.definition.Definitions;

/** All KPIs, in the order of their file names. */
public final class KpiCatalog {
  private final List<KpiDefinition> kpis;

  private KpiCatalog(List<KpiDefinition> kpis) {
    this.kpis = kpis;
  }

  /** The KPIs that ship with the product. */
  public static KpiCatalog builtIn() {
    return new KpiCatalog(
        Definitions.read("definitions/kpis", ".sql").entrySet().stream()
            .map(file -> KpiDefinition.parse(file.getKey(), file.getValue()))
            .toList());
  }

  public List<KpiDefinition> all() {
    return kpis;
  }

  public KpiDefinition kpi(String id) {
    return kpis.stream()
        .filter(kpi -> kpi.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot find KPI '" + id + "': there is no definitions/kpis/" + id + ".sql."));
  }
}
