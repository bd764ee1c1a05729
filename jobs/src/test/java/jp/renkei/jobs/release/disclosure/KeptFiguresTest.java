package jp.renkei.jobs.release.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.rules.DisclosureRules;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;

class KeptFiguresTest {
  private static final LocalDate FIRST_OF_V2 = LocalDate.of(2025, 4, 1);
  private static final KeptFigures KEPT =
      new KeptFigures(KpiCatalog.builtIn(), DisclosureRules.builtIn());

  @Test
  void anOlderVersionIsOutdatedFromTheFirstPeriodOfTheNewerOn() {
    assertThat(KEPT.isOutdated("two_side_match_rate", 1, FIRST_OF_V2)).isTrue();
    assertThat(KEPT.isOutdated("two_side_match_rate", 1, FIRST_OF_V2.minusDays(1))).isFalse();
  }

  @Test
  void theNewestVersionIsNever() {
    assertThat(KEPT.isOutdated("two_side_match_rate", 2, FIRST_OF_V2)).isFalse();
    assertThat(KEPT.isOutdated("contract_rate", 1, FIRST_OF_V2)).isFalse();
  }

  @Test
  void slicesByKindOfCompanyAreButForTheResponseRate() {
    assertThat(KEPT.isKeptSlice("api_adoption_rate", "size_band")).isTrue();
    assertThat(KEPT.isKeptSlice("api_adoption_rate", "association")).isTrue();
    assertThat(KEPT.isKeptSlice("response_rate", "association")).isFalse();
    assertThat(KEPT.isKeptSlice("scraping_share", "segment")).isFalse();
    assertThat(KEPT.isKeptSlice("scraping_share", "")).isFalse();
  }

  @Test
  void onlyFiguresAreGivenByCondition() {
    assertThat(KEPT.given(TableCatalog.builtIn().table(TableName.of("gold.kpi_value")))).hasSize(2);
    assertThat(KEPT.given(TableCatalog.builtIn().table(TableName.of("gold.kpi_supplement"))))
        .contains("figure <> 'signed_cells_match_rate'");
    assertThat(KEPT.given(TableCatalog.builtIn().table(TableName.of("gold.kpi_definition"))))
        .isEmpty();
  }
}
