package jp.renkei.warehouse.kpi;

import java.util.Map;
import java.util.Optional;
import jp.renkei.warehouse.definition.Definitions;

/** The worked examples of KPIs. */
public final class KpiExamples {
  private final Map<String, String> files;

  private KpiExamples(Map<String, String> files) {
    this.files = files;
  }

  /** The examples that ship with the product. */
  public static KpiExamples builtIn() {
    return new KpiExamples(Definitions.read("definitions/kpis/examples", ".yaml"));
  }

  /** No examples. */
  static KpiExamples none() {
    return new KpiExamples(Map.of());
  }

  /** The example of this version of a KPI. */
  public Optional<KpiExample> of(KpiDefinition kpi) {
    String file = KpiDefinition.stem(kpi.id(), kpi.version()) + ".yaml";
    return Optional.ofNullable(files.get(file))
        .map(text -> KpiExample.parse(file, text))
        .filter(example -> example.version() == kpi.version());
  }
}
