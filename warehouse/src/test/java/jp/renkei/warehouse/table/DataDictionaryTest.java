package jp.renkei.warehouse.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import jp.renkei.warehouse.Golden;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
  @Test
  void isTheOneInTheDocuments() throws IOException {
    Golden.assertKept("tables.md", DataDictionary.of(TableCatalog.builtIn().all()));
  }

  @Test
  void tellsEveryColumnWithItsUnitAndSensitivity() {
    var table =
        TableDefinition.parse(
            "gold/visit.yaml",
            """
            table: gold.visit
            ja: 来訪
            grain: One row per day.
            audiences: [public]
            companies: [issuer_id]
            key: [visit_on]
            columns:
              - {name: visit_on, type: date, ja: 日, meaning: "Day | Japan"}
              - {name: issuer_id, type: string, ja: カード会社ID, meaning: "Issuer", sensitivity: confidential}
              - {name: took_ms, type: double, ja: 時間, meaning: "How long", unit: ms, volatile: true}
            """);
    assertThat(DataDictionary.of(List.of(table)))
        .contains(
            "## gold.visit 来訪\n\nOne row per day.\n\n- Key: `visit_on`\n- Audiences: `public`\n")
        .contains("- Companies: `issuer_id`\n")
        .contains("| `visit_on` | date |  | 日 | Day \\| Japan |  |\n")
        .contains("| `issuer_id` | string |  | カード会社ID | Issuer | confidential |\n")
        .contains("| `took_ms` | double | ms | 時間 | How long | outside the hash |\n");
  }

  @Test
  void linksEveryTableToItsHeading() {
    var text = DataDictionary.of(TableCatalog.builtIn().all());
    for (var table : TableCatalog.builtIn().all()) {
      assertThat(text).contains("\n## " + table.name() + " " + table.label() + "\n");
    }
    assertThat(text).contains("[`gold.kpi_value`](#goldkpi_value-kpi値)");
  }
}
