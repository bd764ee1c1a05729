package jp.renkei.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells what each step of a run read and wrote, as OpenLineage events (spec 2-0-2), a line each:
 * START before a step, COMPLETE or FAIL behind it, all of them below one event of the run. A run
 * that was killed leaves a START without an end.
 */
public final class Lineage {
  private static final String SPECIFICATION =
      "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Consumer<String> lines;
  private final Clock clock;
  private final LineageFacets facets;
  private final UUID runId = UUID.randomUUID();

  private Lineage(Consumer<String> lines, Clock clock, String commit) {
    this.lines = lines;
    this.clock = clock;
    this.facets = new LineageFacets(commit);
  }

  /** Tells nobody. */
  public static Lineage none() {
    return new Lineage(line -> {}, Clock.systemUTC(), "unknown");
  }

  /**
   * Writes to {@code <runs>/<time of the run>-<id>/openlineage.jsonl}.
   *
   * @param runs the folder of the runs
   * @param commit of the sources that run
   */
  public static Lineage to(Path runs, Clock clock, String commit) {
    var lineage = new Lineage[1];
    var file = new Path[1];
    lineage[0] = new Lineage(line -> append(file[0], line), clock, commit);
    String name = STAMP.format(clock.instant()) + "-" + lineage[0].runId.toString().substring(0, 8);
    try {
      file[0] = Files.createDirectories(runs.resolve(name)).resolve("openlineage.jsonl");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lineage[0];
  }

  private static void append(Path file, String line) {
    try {
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins the run itself. */
  public Job begin() {
    return new Job(runId, LineageFacets.RUN, "RUN", List.of(), false);
  }

  /**
   * Begins a step.
   *
   * @param inputs as {@link LineageDatasets} makes them
   */
  public Job begin(String step, List<Map<String, Object>> inputs) {
    return new Job(UUID.randomUUID(), LineageFacets.RUN + "." + step, "STEP", inputs, true);
  }

  /** Something that began and has to end. */
  public final class Job {
    private final UUID id;
    private final String name;
    private final String type;
    private final List<Map<String, Object>> inputs;
    private final boolean isStep;

    private Job(
        UUID id, String name, String type, List<Map<String, Object>> inputs, boolean isStep) {
      this.id = id;
      this.name = name;
      this.type = type;
      this.inputs = inputs;
      this.isStep = isStep;
      tell("START", Map.of(), List.of());
    }

    public void complete(List<Map<String, Object>> outputs) {
      tell("COMPLETE", Map.of(), outputs);
    }

    /** Ends it with what went wrong: the first line of the message, which echoes no data. */
    public void fail(Throwable cause) {
      tell("FAIL", Map.of("errorMessage", facets.error(cause)), List.of());
    }

    private void tell(String type, Map<String, Object> more, List<Map<String, Object>> outputs) {
      var runFacets = new LinkedHashMap<String, Object>();
      if (isStep) {
        runFacets.put("parent", facets.parent(runId));
      }
      runFacets.put("processing_engine", facets.engine());
      runFacets.putAll(more);
      var event = new LinkedHashMap<String, Object>();
      event.put("eventType", type);
      event.put("eventTime", clock.instant().atOffset(ZoneOffset.UTC).toString());
      event.put("run", Map.of("runId", id.toString(), "facets", runFacets));
      event.put(
          "job",
          Map.of(
              "namespace",
              LineageFacets.NAMESPACE,
              "name",
              name,
              "facets",
              Map.of("jobType", facets.jobType(this.type))));
      event.put("inputs", inputs);
      event.put("outputs", outputs);
      event.put("producer", facets.producer());
      event.put("schemaURL", SPECIFICATION);
      try {
        lines.accept(JSON.writeValueAsString(event));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The datasets of this lineage's events. */
  public LineageDatasets datasets() {
    return new LineageDatasets(facets);
  }
}
