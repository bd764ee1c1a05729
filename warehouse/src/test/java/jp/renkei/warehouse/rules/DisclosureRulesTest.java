package jp.renkei.warehouse.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.kpi.KpiDefinition;
import jp.renkei.warehouse.kpi.KpiSupplement;
import jp.renkei.warehouse.release.Audience;
import jp.renkei.warehouse.rules.DisclosureRules.Content;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;

class DisclosureRulesTest {
  private static final DisclosureRules RULES = DisclosureRules.builtIn();

  /** A new table that somebody outside the secretariat is to have must be classified first. */
  @Test
  void sayWhatEveryTableOfTheOutsideHolds() {
    var outside =
        TableCatalog.builtIn().all().stream()
            .filter(
                table ->
                    table.audiences().stream()
                        .anyMatch(code -> Audience.of(code).isUnderDisclosureControl()))
            .map(table -> table.name())
            .toList();
    assertThat(RULES.contents().keySet()).containsExactlyInAnyOrderElementsOf(outside);
  }

  @Test
  void tellASuppressedRowOfFiguresByItsState() {
    RULES.contents().entrySet().stream()
        .filter(entry -> entry.getValue() == Content.FIGURES)
        .map(entry -> TableCatalog.builtIn().table(entry.getKey()))
        .forEach(table -> assertThat(table.columnNames()).contains("value_state"));
  }

  @Test
  void nameOnlyKpisAndColumnsThatThereAre() {
    assertThat(KpiCatalog.builtIn().all())
        .extracting(KpiDefinition::id)
        .containsAll(RULES.answersOf().keySet())
        .containsAll(RULES.counts());
    RULES
        .answersOf()
        .values()
        .forEach(
            answers ->
                assertThat(TableCatalog.builtIn().table(answers.table()).columnNames())
                    .containsAll(answers.columns())
                    .contains("round_id", "issuer_id"));
  }

  @Test
  void compareOnlyKpisThatThereAre() {
    assertThat(KpiCatalog.builtIn().all())
        .extracting(KpiDefinition::id)
        .containsAll(RULES.sharedCounts().stream().map(one -> one.whole().kpiId()).toList())
        .containsAll(RULES.sharedCounts().stream().map(one -> one.part().kpiId()).toList());
    assertThat(RULES.sharedCounts()).isNotEmpty();
  }

  @Test
  void sayWhatANumberOfAKpiIs() {
    assertThat(SharedCount.Term.of("here", "linked_account_count API numerator"))
        .isEqualTo(
            new SharedCount.Term("linked_account_count", "API", SharedCount.Column.NUMERATOR));
    assertThatThrownBy(() -> SharedCount.Term.of("here", "scraping_share share"))
        .hasMessageContaining("here: found 'scraping_share share', expected a KPI");
  }

  @Test
  void keepOnlySupplementsThatThereAre() {
    assertThat(KpiCatalog.builtIn().all())
        .flatExtracting(KpiDefinition::supplements)
        .extracting(KpiSupplement::figure)
        .containsAll(RULES.keptSupplements());
  }

  @Test
  void takeAKpiThatIsNotNamedForASum() {
    assertThat(RULES.isSum("linked_account_count")).isTrue();
    assertThat(RULES.isSum("a_new_kpi")).isTrue();
    assertThat(RULES.isSum("response_rate")).isFalse();
  }

  /** Who knew the share could narrow a figure down. */
  @Test
  void keepTheShareOfTheRuleOnSumsToThemselves() {
    assertThat(RULES.published().keySet())
        .containsExactly(
            "attacker_interval_percent",
            "fewest_for_median",
            "fewest_for_quartiles",
            "fewest_respondents");
  }

  @Test
  void refuseLimitsThatProtectNobody() {
    assertThatThrownBy(
            () ->
                new DisclosureRules(
                    1,
                    1,
                    5,
                    10,
                    10,
                    10,
                    Set.of(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeSet<>(),
                    new DisclosureRules.KeptSlices(new TreeSet<>(), new TreeSet<>()),
                    List.of(),
                    contents()))
        .hasMessageContaining("out of range in disclosure.yaml");
  }

  private static TreeMap<TableName, Content> contents() {
    var contents = new TreeMap<TableName, Content>();
    List.of("gold.kpi_value").forEach(table -> contents.put(TableName.of(table), Content.FIGURES));
    return contents;
  }
}
