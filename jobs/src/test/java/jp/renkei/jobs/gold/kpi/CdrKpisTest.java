package jp.renkei.jobs.gold.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.renkei.warehouse.kpi.KpiBasis;
import jp.renkei.warehouse.kpi.KpiCatalog;
import org.junit.jupiter.api.Test;

/** What issuers state is a KPI of its own, by issuer, month by month. */
class CdrKpisTest {
  private static final String COLUMNS =
      "entity_level | issuer_id | period_start | numerator | denominator | value | value_state | basis";

  private static GivenKpi given(String kpiId) {
    return GivenKpi.of(kpiId)
        .rows(
            "gold.cdr_month",
            """
            issuer_id | month | days_expected | days_stated | days_timed | timed_calls | calls_within | availability_millionths | customers | recipients
            I1 | 2026-01-01 | - | 0 | 0 | - | - | 999500 | - | -
            I1 | 2026-02-01 | 28 | 21 | 20 | 1000 | 950 | - | 40 | 3
            """);
  }

  @Test
  void dividesTheCallsWithinByTheCallsTimed() {
    assertThat(given("cdr_within_threshold_rate").values(COLUMNS))
        .containsExactly(
            "ISSUER | I1 | 2026-01-01 | - | - | - | NOT_ANSWERED | CDR_METRICS",
            "ISSUER | I1 | 2026-02-01 | 950 | 1000 | 0.95 | REPORTED | CDR_METRICS");
  }

  @Test
  void givesAvailabilityAsStated() {
    assertThat(given("cdr_availability").values(COLUMNS))
        .containsExactly(
            "ISSUER | I1 | 2026-01-01 | 999500 | 1000000 | 0.9995 | REPORTED | CDR_METRICS",
            "ISSUER | I1 | 2026-02-01 | - | - | - | NOT_ANSWERED | CDR_METRICS");
  }

  @Test
  void countsCustomersAndProductsOfTheMonthsLastRequest() {
    assertThat(given("cdr_customer_count").values("period_start | value | value_state"))
        .containsExactly("2026-01-01 | - | NOT_ANSWERED", "2026-02-01 | 40.0 | REPORTED");
    assertThat(given("cdr_recipient_count").values("period_start | value"))
        .containsExactly("2026-01-01 | -", "2026-02-01 | 3.0");
  }

  @Test
  void countsTheDaysStatedOverThoseExpected() {
    assertThat(given("cdr_day_coverage_rate").values("period_start | value | value_state"))
        .containsExactly("2026-01-01 | - | NOT_APPLICABLE", "2026-02-01 | 0.75 | REPORTED");
  }

  @Test
  void isNeverAddedToAnIndustryNorToLogs() {
    var stated =
        KpiCatalog.builtIn().all().stream()
            .filter(kpi -> kpi.basis() == KpiBasis.CDR_METRICS)
            .toList();
    assertThat(stated).hasSize(5);
    assertThat(stated)
        .allSatisfy(
            kpi -> {
              assertThat(kpi.levels()).extracting(Enum::name).isEqualTo(List.of("ISSUER"));
              assertThat(kpi.reads())
                  .extracting(Object::toString)
                  .isEqualTo(List.of("gold.cdr_month"));
            });
  }

  @Test
  void givesLogKpisNoMonthsOfIssuersWithoutLogs() {
    assertThat(given("api_within_threshold_rate").values(COLUMNS)).isEmpty();
  }
}
