package jp.renkei.reports.chart;

import static jp.renkei.warehouse.jooq.gold.Tables.KPI_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import jp.renkei.reports.KpiRow;
import jp.renkei.reports.SmallRelease;
import jp.renkei.reports.chart.ChartSpec.Role;
import jp.renkei.reports.chart.ChartSpec.Series;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.release.Release;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartsTest {
  @TempDir Path warehouse;

  @Test
  void drawsATrendWithItsBounds() {
    var chart = chart(SmallRelease.in(warehouse), "api_adoption_rate");
    assertThat(chart.categories()).containsExactly("2026年3月31日", "2026年9月30日");
    assertThat(chart.series())
        .containsExactly(
            new Series("値", ChartSpecs.values(1 / 3.0, 2 / 3.0)),
            new Series("下限", Role.BOUND, ChartSpecs.values(0.25, 0.5)),
            new Series("上限", Role.BOUND, ChartSpecs.values(0.5, 0.75)));
  }

  @Test
  void leavesAGapWhereNothingWasEligible() {
    var chart = chart(SmallRelease.in(warehouse), "contract_rate");
    assertThat(chart.series().get(0).values()).isEqualTo(ChartSpecs.values(null, 4 / 6.0));
  }

  @Test
  void drawsMonthsForAKpiThatBelongsToMonths() {
    var chart = chart(SmallRelease.in(warehouse), "api_success_rate");
    assertThat(chart.categories()).containsExactly("2026年8月", "2026年9月");
  }

  @Test
  void showsEachPeriodByTheNewestDefinitionAndNeverJoinsTwoIntoOneLine() {
    var release =
        SmallRelease.in(
            warehouse,
            queries -> {
              var row = KpiRow.point(queries, "api_adoption_rate", LocalDate.of(2026, 9, 30));
              row.setDefinitionVersion(2L);
              row.setValue(0.9);
              queries.insertInto(KPI_VALUE).set(row).execute();
            });
    assertThat(chart(release, "api_adoption_rate").series())
        .containsExactly(
            new Series("調査票・定義第1版", ChartSpecs.values(1 / 3.0, null)),
            new Series("調査票・定義第2版", ChartSpecs.values(null, 0.9)));
  }

  @Test
  void ranksIssuersByScrapingShareAsFarAsTheAudienceMaySeeThem() {
    var release = SmallRelease.in(warehouse);
    assertThat(chart(release, Charts.SCRAPING_SHARE_BY_ISSUER).categories())
        .containsExactly("架空みなとカード株式会社", "架空あおぞらカード株式会社");
  }

  @Test
  void stacksAccountsByAccessMethod() {
    var chart = chart(SmallRelease.in(warehouse), Charts.ACCOUNTS_BY_ACCESS_METHOD);
    assertThat(chart.series())
        .containsExactly(
            new Series("API連携", ChartSpecs.values(12_000.0, 31_400.0)),
            new Series("スクレイピング", ChartSpecs.values(40_000.0, 30_000.0)));
  }

  @Test
  void marksTheChartsOfTheSecretariat() {
    var release = SmallRelease.in(warehouse);
    try (var reader = release.open(Audience.SECRETARIAT)) {
      assertThat(Charts.of(release, reader).find("contract_rate").orElseThrow().sourceLine())
          .contains("【事務局限り】");
    }
    assertThat(chart(release, "contract_rate").sourceLine()).doesNotContain("事務局限り");
  }

  @Test
  void hasNoChartWithoutAnyValue() {
    var release = SmallRelease.in(warehouse);
    try (var reader = release.open(Audience.PUBLIC)) {
      var charts = Charts.of(release, reader);
      assertThat(charts.find("days_to_connect")).isEmpty();
      assertThat(charts.find("no_such_kpi")).isEmpty();
      assertThat(charts.all()).hasSize(7);
    }
  }

  private static ChartSpec chart(Release release, String id) {
    try (var reader = release.open(Audience.PUBLIC)) {
      return Charts.of(release, reader).find(id).orElseThrow();
    }
  }
}
