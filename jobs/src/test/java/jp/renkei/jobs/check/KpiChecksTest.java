package jp.renkei.jobs.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.rules.DataQualityRules;
import jp.renkei.warehouse.rules.ReconciliationRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every KPI has SQL of the check's own, and that owes nothing to the KPI's. */
class KpiChecksTest {
  private static final Pattern GOLD = Pattern.compile("\\bgold\\.[a-z_]+\\b");

  /** The figures, lists of codes, and the days of issuers' summaries, which only gold completes. */
  private static final List<String> ALLOWED =
      List.of(
          "gold.kpi_value", "gold.question_option", "gold.size_band", "gold.summary_log_coverage");

  static List<KpiDefinition> kpis() {
    return KpiCatalog.builtIn().all();
  }

  @ParameterizedTest
  @MethodSource("kpis")
  void hasACheck(KpiDefinition kpi) {
    assertThat(KpiChecks.sql(kpi)).startsWith("-- KPI " + kpi.id() + " ").contains(kpi.id() + "'");
  }

  @ParameterizedTest
  @MethodSource("kpis")
  void startsWhereThatKpiDoesNot(KpiDefinition kpi) {
    assertThat(GOLD.matcher(KpiChecks.sql(kpi)).results().map(found -> found.group()).distinct())
        .isSubsetOf(ALLOWED);
  }

  /** What a check says in figures of its own must be what the rules say. */
  @Test
  void repeatsTheTolerancesOfTheRules() {
    var rules = ReconciliationRules.builtIn();
    assertThat(KpiChecks.sql(KpiCatalog.builtIn().kpi("two_side_match_rate")))
        .contains(
            "%d * abs(i_known - a_known) <= greatest"
                .formatted(100 / Math.toIntExact(rules.relativePercent())),
            "abs(i_known - a_known) <= %d,".formatted(rules.absoluteAccounts()));
    assertThat(KpiChecks.sql(KpiCatalog.builtIn().kpi("log_coverage_rate")))
        .contains("> %d)::int".formatted(DataQualityRules.builtIn().clockJumpDays() + 1));
  }
}
