package jp.renkei.jobs.gold.kpi;

import java.util.List;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiExamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/kpis.md works out by hand is what DuckDB makes of the same rows. */
class KpiExamplesTest {
  static List<KpiDefinition> kpis() {
    return KpiCatalog.builtIn().all();
  }

  @ParameterizedTest
  @MethodSource("kpis")
  void comesToTheValuesByHand(KpiDefinition kpi) {
    var example = KpiExamples.builtIn().of(kpi).orElseThrow();
    var given = GivenKpi.of(kpi.id(), kpi.version());
    for (var table : ExampleValues.tables(example).entrySet()) {
      given = given.rows(table.getKey(), table.getValue());
    }
    if (example.asOf().isPresent()) {
      given = given.asOf(example.asOf().get().toString());
    }
    ExampleValues.assertStandIn(given.figures(), kpi, example);
  }
}
