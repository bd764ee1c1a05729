package jp.renkei.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.renkei.jobs.release.disclosure.SuppressedRows;
import jp.renkei.jobs.run.Step;
import jp.renkei.warehouse.kpi.KpiCatalog;
import jp.renkei.warehouse.table.TableCatalog;
import jp.renkei.warehouse.table.TableDefinition;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;

/** The list of steps flows one way, and each says all that it reads and writes. */
class PipelineTest {
  private static final List<String> LAYERS = List.of("bronze", "silver", "gold");
  private static final Pattern TABLE = Pattern.compile("\\b(?:bronze|silver|gold)\\.[a-z_]+\\b");

  @Test
  void writesEveryTableInOneStep() {
    var written = new ArrayList<TableName>();
    Pipeline.steps().forEach(step -> written.addAll(step.writes()));
    // Two say what a file leaves out, so that they are made with it.
    written.addAll(SuppressedRows.madeWithTheFile());
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            TableCatalog.builtIn().all().stream().map(TableDefinition::name).toList());
  }

  @Test
  void readsOnlyWhatAnEarlierStepWrote() {
    var written = new HashSet<TableName>();
    for (var step : Pipeline.steps()) {
      assertThat(written).as(step.name()).containsAll(step.reads());
      written.addAll(step.writes());
    }
  }

  @Test
  void readsNothingFromALaterLayer() {
    for (var step : Pipeline.steps()) {
      int layer = step.writes().stream().mapToInt(PipelineTest::layer).max().orElse(2);
      assertThat(step.reads())
          .as(step.name())
          .allSatisfy(table -> assertThat(layer(table)).isLessThanOrEqualTo(layer));
    }
  }

  private static int layer(TableName table) {
    return LAYERS.indexOf(table.layer());
  }

  @Test
  void namesEveryStepOnce() {
    assertThat(Pipeline.steps()).extracting(Step::name).doesNotHaveDuplicates();
  }

  @Test
  void readsInTheSelectOfAGoldTableJustWhatItsStepDeclares() throws IOException {
    var selects = new HashMap<String, Set<TableName>>();
    for (var step : Pipeline.steps()) {
      var select = select(step.name());
      if (select.isPresent()) {
        assertThat(new TreeSet<>(step.reads())).as(step.name()).isEqualTo(tables(select.get()));
        selects.put(step.name(), tables(select.get()));
      }
    }
    assertThat(selects).hasSizeGreaterThan(10);
  }

  @Test
  void declaresWhatAnyKpiReads() {
    var kpis = step("gold.kpi_value");
    assertThat(KpiCatalog.builtIn().all())
        .allSatisfy(kpi -> assertThat(kpis.reads()).as(kpi.id()).containsAll(kpi.reads()));
    assertThat(KpiCatalog.builtIn().all())
        .flatExtracting(kpi -> kpi.ofSummaries().stream().toList())
        .isNotEmpty()
        .allSatisfy(kpi -> assertThat(kpis.reads()).as(kpi.id()).containsAll(kpi.reads()));
  }

  private static Step step(String name) {
    return Pipeline.steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<TableName> tables(String sql) {
    var tables = new TreeSet<TableName>();
    var matcher = TABLE.matcher(sql);
    while (matcher.find()) {
      tables.add(TableName.of(matcher.group()));
    }
    return tables;
  }

  private static Optional<String> select(String table) throws IOException {
    try (var stream =
        PipelineTest.class.getResourceAsStream("/gold/" + table.replace("gold.", "") + ".sql")) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
