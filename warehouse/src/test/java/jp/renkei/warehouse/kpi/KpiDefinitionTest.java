package jp.renkei.warehouse.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import jp.renkei.warehouse.definition.DefinitionException;
import jp.renkei.warehouse.rules.RuleVersions;
import org.junit.jupiter.api.Test;

/** What a KPI's file may say. */
class KpiDefinitionTest {
  private static final String TRIAL =
      """
      /* ---
      kpi_id: trial_rate
      definition_version: 1
      kind: ratio
      title: {ja: 試行率, en: Trial rate}
      definition: {ja: 試行の割合, en: Share of trials}
      formula: 試行 / 全体
      unit: ratio
      better: up
      stage: OUTPUT
      basis: SURVEY
      period: ROUND
      levels: [ALL, ISSUER]
      answers: [A2_01]
      reads: [gold.adoption]
      source: 調査票
      --- */
      select round_id, issuer_id, 1 as numerator, 1 as denominator from gold.adoption
      """;

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> KpiDefinition.parse("trial_rate.sql", text))
        .isInstanceOf(DefinitionException.class)
        .hasMessage(message);
  }

  @Test
  void readsHeaderAndSelect() {
    var kpi = KpiDefinition.parse("trial_rate.sql", TRIAL);
    assertThat(kpi.id()).isEqualTo("trial_rate");
    assertThat(kpi.version()).isEqualTo(1);
    assertThat(kpi.validFrom()).isEmpty();
    assertThat(kpi.levels()).isEqualTo(List.of(EntityLevel.ALL, EntityLevel.ISSUER));
    assertThat(kpi.slices()).isEmpty();
    assertThat(kpi.rules()).isEmpty();
    assertThat(kpi.sql()).startsWith("select round_id").endsWith("from gold.adoption");
  }

  @Test
  void readsTheFiguresBesideIt() {
    var kpi = KpiDefinition.parse("trial_rate.sql", withSupplements("errors", "retries"));
    assertThat(kpi.supplements())
        .containsExactly(
            new KpiSupplement("errors", "items", "誤り", "Errors", "誤りの数", "Number of errors"),
            new KpiSupplement("retries", "items", "誤り", "Errors", "誤りの数", "Number of errors"));
  }

  @Test
  void refusesAFigureThatStandsTwice() {
    refuses(
        withSupplements("errors", "errors"),
        "trial_rate.sql: 'supplements': figure 'errors' stands twice.");
  }

  private static String withSupplements(String... figures) {
    var supplements = new StringBuilder("source: 調査票\nsupplements:\n");
    for (String figure : figures) {
      supplements
          .append("  - {figure: ")
          .append(figure)
          .append(", unit: items, title: {ja: 誤り, en: Errors},")
          .append(" definition: {ja: 誤りの数, en: Number of errors}}\n");
    }
    return TRIAL.replace("source: 調査票\n", supplements);
  }

  @Test
  void givesEveryFigureBesideAKpiACodeOfItsOwn() {
    assertThat(KpiCatalog.builtIn().all().stream().flatMap(kpi -> kpi.supplements().stream()))
        .extracting(KpiSupplement::figure)
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesATextWithoutAHeader() {
    refuses(
        "select 1",
        "trial_rate.sql: expected a header between '/* ---' and '--- */', then one SELECT.");
  }

  @Test
  void refusesAnUndeclaredRead() {
    refuses(
        TRIAL.replace("from gold.adoption", "from gold.adoption join silver.answer"),
        "trial_rate.sql: 'reads' says [gold.adoption], but the SELECT reads [gold.adoption,"
            + " silver.answer].");
  }

  @Test
  void refusesAReadDeclaredForNothing() {
    refuses(
        TRIAL.replace("reads: [gold.adoption]", "reads: [gold.adoption, silver.answer]"),
        "trial_rate.sql: 'reads' says [gold.adoption, silver.answer], but the SELECT reads"
            + " [gold.adoption].");
  }

  @Test
  void refusesAnUnknownLevel() {
    refuses(
        TRIAL.replace("[ALL, ISSUER]", "[ALL, ISSUERS]"),
        "trial_rate.sql: 'levels': found 'ISSUERS', expected some of [ALL, ISSUER, AGENT, PAIR].");
  }

  @Test
  void refusesAnUnknownKindAndKey() {
    refuses(
        TRIAL.replace("kind: ratio", "kind: share"),
        "trial_rate.sql: 'kind': found 'share', expected one of [RATIO, COUNT, MEAN, DISTINCT,"
            + " MEDIAN, QUANTILE].");
    assertThatThrownBy(
            () -> KpiDefinition.parse("trial_rate.sql", TRIAL.replace("formula:", "formular:")))
        .hasMessageStartingWith("trial_rate.sql: unknown key 'formular', did you mean 'formula'?");
  }

  @Test
  void refusesAFileOfAnotherName() {
    assertThatThrownBy(() -> KpiDefinition.parse("other.sql", TRIAL))
        .hasMessage(
            "other.sql: holds kpi_id 'trial_rate', definition_version 1, expected trial_rate.sql.");
  }

  @Test
  void readsALaterVersionFromAFileOfItsOwn() {
    var kpi = KpiDefinition.parse("trial_rate.v2.sql", second());
    assertThat(kpi.version()).isEqualTo(2);
    assertThat(kpi.validFrom()).contains(LocalDate.of(2025, 4, 1));
    assertThatThrownBy(() -> KpiDefinition.parse("trial_rate.sql", second()))
        .hasMessage(
            "trial_rate.sql: holds kpi_id 'trial_rate', definition_version 2, expected"
                + " trial_rate.v2.sql.");
  }

  @Test
  void refusesALaterVersionThatDoesNotSaySinceWhen() {
    assertThatThrownBy(
            () ->
                KpiDefinition.parse(
                    "trial_rate.v2.sql", second().replace("valid_from: 2025-04-01\n", "")))
        .hasMessage("trial_rate.v2.sql: a later definition_version needs 'valid_from'.");
  }

  @Test
  void givesTheNewestVersionAndEachOfThem() {
    var first = KpiDefinition.parse("trial_rate.sql", TRIAL);
    var second = KpiDefinition.parse("trial_rate.v2.sql", second());
    var catalog = new KpiCatalog(List.of(second, first));
    assertThat(catalog.kpi("trial_rate")).isEqualTo(second);
    assertThat(catalog.find("trial_rate", 1)).contains(first);
    assertThat(catalog.find("trial_rate", 3)).isEmpty();
    assertThat(catalog.all()).containsExactly(first, second);
  }

  @Test
  void refusesAVersionWithoutTheOneBeforeIt() {
    var second = KpiDefinition.parse("trial_rate.v2.sql", second());
    assertThatThrownBy(() -> new KpiCatalog(List.of(second)))
        .hasMessage(
            "KPI 'trial_rate': found the definition versions [2], expected 1 to 1, a file each.");
  }

  private static String second() {
    return TRIAL.replace(
        "definition_version: 1\n", "definition_version: 2\nvalid_from: 2025-04-01\n");
  }

  @Test
  void refusesSlicesOnlyWithoutSlices() {
    refuses(
        TRIAL.replace("levels: [ALL, ISSUER]", "levels: [ALL]\nslices_only: true"),
        "trial_rate.sql: slices_only needs slices.");
  }

  @Test
  void refusesAQuantileThatDoesNotSayWhich() {
    String needed = "trial_rate.sql: 'quantile_percent' and kind 'quantile' need each other.";
    refuses(TRIAL.replace("kind: ratio", "kind: quantile"), needed);
    refuses(TRIAL.replace("kind: ratio", "kind: ratio\nquantile_percent: 50"), needed);
  }

  @Test
  void namesRulesThatExistInEveryKpi() {
    assertThat(KpiCatalog.builtIn().all())
        .allSatisfy(
            kpi ->
                kpi.rules()
                    .ifPresent(rules -> assertThat(RuleVersions.builtIn()).containsKey(rules)));
  }

  @Test
  void namesAKpiThatIsNotThere() {
    assertThatThrownBy(() -> KpiCatalog.builtIn().kpi("trial_rate"))
        .hasMessage("Cannot find KPI 'trial_rate': there is no definitions/kpis/trial_rate.sql.");
  }
}
