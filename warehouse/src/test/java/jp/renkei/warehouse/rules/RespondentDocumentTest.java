package jp.renkei.warehouse.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import jp.renkei.warehouse.Golden;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiCatalog;
import org.junit.jupiter.api.Test;

class RespondentDocumentTest {
  private static final String TEXT =
      RespondentDocument.of(RespondentRules.builtIn(), KpiCatalog.builtIn().all());

  @Test
  void isTheOneInTheDocuments() throws IOException {
    Golden.assertKept("respondent-files.md", TEXT);
  }

  @Test
  void hasALineForEveryKpiAndLevelOfCompanies() {
    for (var kpi : KpiCatalog.builtIn().all()) {
      for (var level : kpi.levels()) {
        if (level != EntityLevel.ALL) {
          assertThat(TEXT).contains("| `%s` | %s |".formatted(kpi.id(), level));
        }
      }
      assertThat(TEXT).contains("`" + kpi.id() + "`");
    }
    assertThat(TEXT)
        .contains("| `credential_custody_count` | AGENT | SURVEY: B6_01 | **in full** |")
        .contains(
            "| `contract_rate` | ISSUER | SURVEY: A9_01, B3_01 | as public |",
            "| `residual_scraping_count` | ISSUER | GATEWAY_LOG, ISSUER_SUMMARY: A11_03 | **in full** |");
  }
}
