package jp.renkei.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.renkei.jobs.Pipeline;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.Test;

class DataFlowDocumentTest {
  private static final Path KEPT = Path.of("../docs/data-flow.md");

  @Test
  void isTheOneInTheDocuments() throws IOException {
    var document = DataFlowDocument.of(Pipeline.steps());
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(KEPT, document);
    }
    assertThat(KEPT)
        .as("docs/data-flow.md; remake it with -Dgolden.update=true")
        .hasContent(document);
  }

  @Test
  void leavesOutAnArrowThatALongerWayMakesNeedless() {
    var document =
        DataFlowDocument.of(
            List.of(
                step("receive", "", "bronze.row"),
                step("clean", "bronze.row", "silver.row"),
                step("count", "bronze.row silver.row", "gold.row")));
    assertThat(document)
        .contains("landing --> s0", "s0 --> s1", "s1 --> s2", "s2 --> check")
        .doesNotContain("s0 --> s2", "s0 --> check")
        .contains("| count | `bronze.row`, `silver.row` | `gold.row` |");
  }

  @Test
  void saysThatAStepWithoutTablesIsMadeOfDefinitions() {
    assertThat(DataFlowDocument.of(List.of(step("policy", "", "gold.policy_event"))))
        .contains("definitions --> s0")
        .contains("| policy | definitions | `gold.policy_event` |");
  }

  private static Step step(String name, String reads, String writes) {
    return new Step(name, tables(reads), tables(writes), context -> "", run -> {});
  }

  private static Set<TableName> tables(String names) {
    return Stream.of(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(TableName::of)
        .collect(Collectors.toSet());
  }
}
