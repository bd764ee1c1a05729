package jp.renkei.warehouse.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import jp.renkei.warehouse.Golden;
import org.junit.jupiter.api.Test;

class KpiDocumentTest {
  @Test
  void isTheOneInTheDocuments() throws IOException {
    Golden.assertKept("kpis.md", KpiDocument.of(KpiCatalog.builtIn().all(), KpiExamples.builtIn()));
  }

  @Test
  void tellsDefinitionFormulaLevelsAndWhatIsRead() {
    var kpi =
        KpiDefinition.parse(
            "visit_share.v3.sql",
            """
            /* ---
            kpi_id: visit_share
            definition_version: 3
            valid_from: 2026-04-01
            kind: ratio
            title: {ja: 来訪率, en: Visit share}
            definition: {ja: 来訪した日の割合, en: Share of days with a visit}
            formula: 来訪日 / 全日
            unit: ratio
            better: up
            stage: OUTPUT
            basis: GATEWAY_LOG
            period: MONTH
            months_only: true
            levels: [ALL, ISSUER]
            reads: [gold.access_daily]
            source: ログ
            supplements:
              - {figure: visit_days, unit: days, title: {ja: 来訪日, en: Visit days}, definition: {ja: 来訪した日の数, en: Days with a visit}}
            --- */
            select month from gold.access_daily
            """);
    assertThat(KpiDocument.of(List.of(kpi), KpiExamples.none()))
        .contains(
            "**来訪率** (Visit share), version 3, for periods from 2026-04-01\n\n来訪した日の割合  \nShare of days with a visit\n")
        .contains("| [`visit_share v3`](#visit_share-v3) |", "\n## visit_share v3\n")
        .contains("SQL: `warehouse/definitions/kpis/visit_share.v3.sql`")
        .contains("| 算式 | 来訪日 / 全日 |\n")
        .contains("| Levels | ALL, ISSUER |\n| Slices | - |\n| Period | month only |\n")
        .contains("| Reads | `gold.access_daily` |\n")
        .contains("| `visit_days` | 来訪日 | Visit days | days | 来訪した日の数 | Days with a visit |\n");
  }
}
