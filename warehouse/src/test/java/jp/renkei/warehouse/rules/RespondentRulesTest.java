package jp.renkei.warehouse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import jp.renkei.warehouse.definition.Definitions;
import jp.renkei.warehouse.kpi.EntityLevel;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiSlice;
import jp.renkei.warehouse.rules.RespondentRules.Given;
import org.junit.jupiter.api.Test;

class RespondentRulesTest {
  private static final List<KpiDefinition> CATALOG = KpiCatalog.builtIn().all();
  private static final RespondentRules RULES = RespondentRules.builtIn();

  /** A new KPI with rows of companies must be classified before a release can be made. */
  @Test
  void classifyEveryKpiOfTheCatalogue() {
    assertThat(RULES.problems(CATALOG)).isEmpty();
    for (var kpi : CATALOG) {
      kpi.levels().stream()
          .filter(level -> level != EntityLevel.ALL)
          .forEach(
              level ->
                  assertThat(RULES.reason(kpi.id(), level)).as("%s %s", kpi, level).isPresent());
    }
  }

  @Test
  void refuseACatalogueWithAKpiThatTheyDoNotName() {
    var lines = new ArrayList<String>();
    text().lines().filter(line -> !line.startsWith("  contract_rate: ")).forEach(lines::add);
    assertThat(RespondentRules.parse("respondent.yaml", String.join("\n", lines)).problems(CATALOG))
        .containsExactly(
            "contract_rate at ISSUER is not named", "contract_rate at AGENT is not named");
  }

  @Test
  void refuseToGiveInFullWhatRestsOnOthers() {
    assertThat(with("contract_rate: {ISSUER: both_sides", "contract_rate: {ISSUER: own_answers"))
        .singleElement()
        .asString()
        .startsWith("contract_rate at ISSUER is given in full, but");
    assertThat(with("AGENT: own_answers, PAIR: pair", "AGENT: own_answers, PAIR: own_answers"))
        .singleElement()
        .asString()
        .startsWith("linked_account_count at PAIR");
    assertThat(
            with(
                "active_user_count: {ISSUER: own_logs, AGENT: other_side",
                "active_user_count: {ISSUER: own_logs, AGENT: own_logs"))
        .singleElement()
        .asString()
        .startsWith("active_user_count at AGENT");
    assertThat(
            with(
                "milestone_slip_days: {ISSUER: roadmap",
                "milestone_slip_days: {ISSUER: own_answers"))
        .singleElement()
        .asString()
        .startsWith("milestone_slip_days at ISSUER");
  }

  /** The header alone may say less than the SELECT: both sides make gold.linkage_cell. */
  @Test
  void lookBehindTheHeaderOfAKpi() {
    var kpi = KpiCatalog.builtIn().kpi("scraping_share");
    assertThat(RULES.isOfOwnInputs(kpi, EntityLevel.AGENT)).isTrue();
    assertThat(RULES.isOfOwnInputs(kpi, EntityLevel.ISSUER)).isFalse();
    for (String column : List.of("issuer_contract_status", "contract_status", "witnessed")) {
      var sql = kpi.sql().replace("agent_contract_status", column);
      assertThat(RULES.isOfOwnInputs(withSql(kpi, sql), EntityLevel.AGENT)).as(column).isFalse();
    }
  }

  private static KpiDefinition withSql(KpiDefinition kpi, String sql) {
    return new KpiDefinition(
        kpi.id(),
        kpi.version(),
        kpi.validFrom(),
        kpi.kind(),
        kpi.quantilePercent(),
        kpi.titleJa(),
        kpi.titleEn(),
        kpi.definitionJa(),
        kpi.definitionEn(),
        kpi.formula(),
        kpi.unit(),
        kpi.better(),
        kpi.stage(),
        kpi.basis(),
        kpi.period(),
        kpi.levels(),
        kpi.slices(),
        kpi.slicesOnly(),
        kpi.monthsOnly(),
        kpi.mergers(),
        kpi.answers(),
        kpi.rules(),
        kpi.reads(),
        kpi.source(),
        kpi.supplements(),
        sql);
  }

  @Test
  void refuseNamesOfNothing() {
    assertThat(with("  contract_rate:", "  no_such_kpi: {ISSUER: roadmap}\n  contract_rate:"))
        .containsExactly("there are no rows of no_such_kpi at ISSUER");
    String file = text().replace("{ISSUER: roadmap}", "{ISSUER: whim}");
    assertThatThrownBy(() -> RespondentRules.parse("respondent.yaml", file))
        .hasMessageContaining("whim");
  }

  /** What one side does not hand in itself, in so many words. */
  @Test
  void giveNothingInFullThatBothSidesAnswer() {
    assertThat(RULES.inFull(EntityLevel.AGENT))
        .containsExactly("credential_custody_count", "linked_account_count", "scraping_share");
    assertThat(RULES.inFull(EntityLevel.PAIR)).isEmpty();
    assertThat(RULES.inFull(EntityLevel.ISSUER))
        .contains("api_success_rate", "api_availability", "standard_item_coverage")
        .doesNotContain(
            "api_connection_count",
            "contract_rate",
            "daily_refresh_rate",
            "linked_account_count",
            "milestone_slip_days",
            "refresh_parity_rate",
            "scraping_share",
            "two_side_match_rate",
            "witnessed_connection_rate");
  }

  /** An agent's figure by the issuers' size would tell what size its counterparties are. */
  @Test
  void knowEverySliceOfFiguresInFull() {
    for (var kpi : CATALOG) {
      for (var level : kpi.levels()) {
        boolean isInFull =
            RULES.reason(kpi.id(), level).filter(one -> one.given() == Given.IN_FULL).isPresent();
        if (isInFull) {
          assertThat(kpi.slices().stream().filter(slice -> KpiSlice.isGivenAt(slice, level)))
              .as("%s %s", kpi.id(), level)
              .isSubsetOf(RULES.ownSlices());
        }
      }
    }
  }

  private static List<String> with(String before, String after) {
    assertThat(text()).contains(before);
    return RespondentRules.parse("respondent.yaml", text().replace(before, after))
        .problems(CATALOG);
  }

  private static String text() {
    return Definitions.read("definitions/rules", "respondent.yaml").get("respondent.yaml");
  }
}
