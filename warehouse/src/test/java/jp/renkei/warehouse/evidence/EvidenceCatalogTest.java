package jp.renkei.warehouse.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jp.renkei.warehouse.kpi.KpiBasis;
import jp.renkei.warehouse.kpi.KpiCatalog;
import org.junit.jupiter.api.Test;

/** What stands behind the KPIs follows from the tables and columns that their SELECTs name. */
class EvidenceCatalogTest {
  private static final EvidenceCatalog CATALOG = EvidenceCatalog.builtIn();
  private static final KpiCatalog KPIS = KpiCatalog.builtIn();

  @Test
  void namesASourceOfEveryKpi() {
    for (var kpi : KPIS.all()) {
      assertThat(CATALOG.sources(kpi))
          .as(kpi.id())
          .isNotEmpty()
          .isNotEqualTo(Set.of(EvidenceSource.REGISTERS));
      kpi.ofSummaries()
          .ifPresent(
              summaries ->
                  assertThat(CATALOG.sources(summaries)).contains(EvidenceSource.SUMMARIES));
    }
  }

  @Test
  void namesTheQuestionsOfEveryKpiOfASurvey() {
    for (var kpi : KPIS.all()) {
      if (kpi.basis() == KpiBasis.SURVEY && CATALOG.sources(kpi).contains(EvidenceSource.ANSWERS)) {
        assertThat(CATALOG.questions(kpi)).as(kpi.id()).isNotEmpty();
      }
    }
    assertThat(CATALOG.questions(KPIS.kpi("contract_rate"))).containsExactly("A9_01", "B3_01");
    assertThat(CATALOG.questions(KPIS.kpi("policy_disclosure_rate")))
        .containsExactly("A3_01", "A3_03");
    assertThat(CATALOG.questions(KPIS.kpi("dev_standard_conformance")))
        .contains("A2_01", "A6_01", "A6_04");
    assertThat(CATALOG.isWitnessedByLogs(KPIS.kpi("witnessed_connection_rate"))).isTrue();
    assertThat(CATALOG.isWitnessedByLogs(KPIS.kpi("contract_rate"))).isFalse();
  }

  @Test
  void hasRowsOnlyOfKpisThatThereAre() {
    assertThat(KPIS.all().stream().map(one -> one.id())).containsAll(CATALOG.explained());
  }
}
