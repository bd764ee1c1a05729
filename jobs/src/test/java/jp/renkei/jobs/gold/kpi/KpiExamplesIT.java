package jp.renkei.jobs.gold.kpi;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.renkei.jobs.GivenWarehouse;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiExamples;
import jp.renkei.warehouse.rules.RuleVersions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/kpis.md works out by hand is what Spark makes of the same rows. */
class KpiExamplesIT {
  @TempDir Path folder;

  static List<KpiDefinition> kpis() {
    return KpiCatalog.builtIn().all();
  }

  @ParameterizedTest
  @MethodSource("kpis")
  void comesToTheValuesByHand(KpiDefinition kpi) {
    var example = KpiExamples.builtIn().of(kpi).orElseThrow();
    var warehouse = new GivenWarehouse(folder);
    ExampleValues.tables(example).forEach(warehouse::rows);
    var evaluation =
        new KpiEvaluation(
            List.of(kpi),
            RuleVersions.builtIn(),
            example.asOf().orElse(LocalDate.of(2026, 3, 31)),
            PublishedFigures.none());
    ExampleValues.assertStandIn(evaluation.evaluate(warehouse.run(step -> false)), kpi, example);
  }
}
