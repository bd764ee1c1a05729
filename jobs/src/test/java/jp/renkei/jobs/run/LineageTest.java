package jp.renkei.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.WarehouseFolder;
import jp.renkei.jobs.landing.Landing;
import jp.renkei.warehouse.table.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run's steps read and wrote, as events that OpenLineage's own client understands. */
class LineageTest {
  private static final TableName ISSUER = TableName.of("silver.issuer");
  private static final TableName SUCCESSION = TableName.of("silver.succession");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T01:02:03Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private WarehouseFolder warehouse;
  private Lineage lineage;

  @BeforeEach
  void begin() {
    warehouse = new WarehouseFolder(folder);
    lineage = Lineage.to(warehouse.runs(), CLOCK, "0123456789ab");
  }

  private void run(Step.Body second) {
    var context = new RunContext(warehouse, Landing.EMPTY, Optional.empty(), CLOCK, result -> {});
    new PipelineRun(new Tables(null, warehouse), context, "code", line -> {}, lineage)
        .run(
            List.of(
                new Step(
                        "first",
                        Set.of(),
                        Set.of(ISSUER),
                        any -> "",
                        step -> step.write(ISSUER, List.<List<Object>>of()))
                    .from(Origin.LANDING),
                new Step("second", Set.of(ISSUER), Set.of(SUCCESSION), any -> "", second)));
  }

  private List<String> lines() throws IOException {
    try (Stream<Path> runs = Files.list(warehouse.runs())) {
      Path run = runs.findFirst().orElseThrow();
      assertThat(run.getFileName().toString()).matches("20260601T010203Z-[0-9a-f]{8}");
      return Files.readAllLines(run.resolve("openlineage.jsonl"));
    }
  }

  private List<RunEvent> events() throws IOException {
    var events = new ArrayList<RunEvent>();
    for (String line : lines()) {
      events.add(OpenLineageClientUtils.runEventFromJson(line));
    }
    return events;
  }

  private static List<String> told(List<RunEvent> events) {
    return events.stream().map(one -> one.getEventType() + " " + one.getJob().getName()).toList();
  }

  @Test
  void tellsEachStepWithWhatItReadAndWroteBelowTheRun() throws IOException {
    var whole = lineage.begin();
    run(step -> step.write(SUCCESSION, List.<List<Object>>of()));
    whole.complete(List.of());
    var events = events();
    assertThat(told(events))
        .containsExactly(
            "START run",
            "START run.first",
            "COMPLETE run.first",
            "START run.second",
            "COMPLETE run.second",
            "COMPLETE run");
    assertThat(events.get(1).getInputs())
        .extracting(one -> one.getName())
        .containsExactly("landing");
    var done = events.get(4);
    assertThat(done.getInputs()).extracting(one -> one.getName()).containsExactly("silver.issuer");
    assertThat(done.getInputs().get(0).getFacets().getVersion().getDatasetVersion()).isEqualTo("1");
    var output = done.getOutputs().get(0);
    assertThat(output.getName()).isEqualTo("silver.succession");
    assertThat(output.getFacets().getSchema().getFields())
        .extracting(one -> one.getName())
        .contains("old_id", "new_id");
    assertThat(done.getRun().getFacets().getParent().getRun().getRunId())
        .isEqualTo(events.get(0).getRun().getRunId());
    assertThat(done.getRun().getRunId()).isEqualTo(events.get(3).getRun().getRunId());
    assertThat(events.get(0).getRun().getFacets().getParent()).isNull();
  }

  @Test
  void tellsWhichStepFailed() throws IOException {
    var whole = lineage.begin();
    assertThatThrownBy(
            () ->
                run(
                    step -> {
                      throw new DataProblemException("先の行\n後の行");
                    }))
        .isInstanceOf(DataProblemException.class);
    var events = events();
    assertThat(told(events)).endsWith("START run.second", "FAIL run.second");
    assertThat(events.get(events.size() - 1).getRun().getFacets().getErrorMessage().getMessage())
        .isEqualTo("DataProblemException: 先の行");
    assertThat(whole).isNotNull();
  }

  /** What the client reads and writes again is what was written: it knows every field. */
  @Test
  void saysNothingThatTheSpecificationDoesNotKnow() throws IOException {
    lineage.begin();
    run(step -> step.write(SUCCESSION, List.<List<Object>>of()));
    for (String line : lines()) {
      var event = OpenLineageClientUtils.runEventFromJson(line);
      var again = JSON.readTree(OpenLineageClientUtils.toJson(event));
      var written = JSON.readTree(line);
      assertThat(fields(again)).containsAll(fields(written));
      assertThat(written.get("schemaURL").asText())
          .isEqualTo("https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent");
      assertThat(again.get("run")).isEqualTo(written.get("run"));
      assertThat(again.get("outputs")).isEqualTo(written.get("outputs"));
    }
  }

  private static List<String> fields(JsonNode node) {
    var names = new ArrayList<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
