package jp.renkei.jobs.gold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.renkei.warehouse.rules.QualityRule;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;

/** rules/quality.yaml and the SELECT that finds speak of the same findings. */
class QualityRulesTest {
  /** From silver.summary_finding, whose ids are made where summaries are read. */
  private static final TreeSet<String> OF_SUMMARIES =
      new TreeSet<>(
          java.util.List.of(
              "summary_other_registers", "summary_other_software", "summary_unknown_agent"));

  @Test
  void everyFindingHasARuleAndEveryRuleAFinding() {
    var found =
        Pattern.compile("(?m)(?:^  select |if\\(.*?, |^ +)'([a-z]+_[a-z_]+)'(?: as finding_id)?,")
            .matcher(GoldSql.text(TableName.of("gold.data_quality")))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Pattern.compile("if\\([^,]+, '([a-z_]+)', '([a-z_]+)'\\)")
        .matcher(GoldSql.text(TableName.of("gold.data_quality")))
        .results()
        .forEach(
            match -> {
              found.add(match.group(1));
              found.add(match.group(2));
            });
    Arrays.stream(LogFinding.Kind.values()).map(LogFinding.Kind::id).forEach(found::add);
    found.addAll(OF_SUMMARIES);
    assertThat(found).hasSizeGreaterThan(20);
    assertThat(QualityRule.builtIn().stream().map(QualityRule::id).toList())
        .containsExactlyInAnyOrderElementsOf(found);
  }

  @Test
  void aDateAfterTheReceiptKeepsAReleaseFromBeingPublished() {
    assertThat(QualityRule.of("future_date").orElseThrow().severity())
        .isEqualTo(QualityRule.Severity.ERROR);
    assertThat(QualityRule.of("no_such_rule")).isEmpty();
  }
}
