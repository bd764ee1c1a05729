package jp.renkei.jobs.gateway;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.renkei.jobs.gateway.TaskOutcome.End;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Reads the logs of one commit, a Spark task for each part: once for their lines, and once more
 * those that hold accesses of earlier logs.
 */
final class BatchReading {
  private final JavaSparkContext context;
  private final SharedInputs shared;
  private final long largestPart;

  /** What is to be read again, without what others hold. */
  private record Again(LogPart part, DuplicateCheck.Part others) implements Serializable {}

  /**
   * For one commit.
   *
   * @param largestPart in bytes; larger files are read by several tasks
   */
  BatchReading(JavaSparkContext context, SharedInputs shared, long largestPart) {
    this.context = context;
    this.shared = shared;
    this.largestPart = largestPart;
  }

  /**
   * Reads logs.
   *
   * @return one outcome for each of them, and for those of the table whose rows thereby change
   */
  List<TaskOutcome> read(List<GatewayFile> files, DuplicatesAcrossFiles duplicates)
      throws IOException {
    var broadcast = context.broadcast(shared);
    try {
      var parts = new LinkedHashMap<GatewayFile, List<LogPart>>();
      for (var file : files) {
        AccessKeyFolder.of(shared.warehouse(), file).forget(file.file().sha256());
        parts.put(file, parts(file));
      }
      var outcomes = firstTime(parts, broadcast);
      var whole =
          files.stream()
              .filter(file -> outcomes.get(file).stream().allMatch(o -> o.end() == End.WHOLE))
              .toList();
      var merged = new LinkedHashMap<String, TaskOutcome>();
      outcomes.forEach(
          (file, made) -> merged.put(file.file().sha256(), TaskOutcome.merged(file, made)));
      for (var found : found(duplicates.checks(whole))) {
        var file = found.check().file();
        if (outcomes.containsKey(file) ? !found.digest().isEmpty() : duplicates.isNews(found)) {
          merged.put(
              file.file().sha256(),
              again(found, outcomes.getOrDefault(file, List.of()), broadcast));
        }
      }
      return List.copyOf(merged.values());
    } finally {
      broadcast.destroy();
    }
  }

  /** A file that cannot be read is one part: its task says so. */
  private List<LogPart> parts(GatewayFile file) {
    try {
      return LogPart.of(file, largestPart);
    } catch (IOException e) {
      return List.of(LogPart.whole(file));
    }
  }

  private Map<GatewayFile, List<TaskOutcome>> firstTime(
      Map<GatewayFile, List<LogPart>> parts, Broadcast<SharedInputs> broadcast) {
    // The largest first, so that no core waits for one that began late.
    var tasks =
        parts.values().stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparingLong(LogPart::sizeBytes).reversed())
            .toList();
    var outcomes = new LinkedHashMap<GatewayFile, List<TaskOutcome>>();
    parts.forEach((file, all) -> outcomes.put(file, Arrays.asList(new TaskOutcome[all.size()])));
    if (!tasks.isEmpty()) {
      var made =
          context
              .parallelize(tasks, tasks.size())
              .map(part -> GatewayTask.run(part, broadcast.value()))
              .collect();
      for (int index = 0; index < made.size(); index++) {
        var part = tasks.get(index);
        outcomes.get(part.file()).set(part.index(), made.get(index));
      }
    }
    return outcomes;
  }

  private List<DuplicateCheck.Found> found(List<DuplicateCheck> checks) {
    return checks.isEmpty()
        ? List.of()
        : context.parallelize(checks, checks.size()).map(DuplicateCheck::run).collect();
  }

  /**
   * Reads the parts that are hit again.
   *
   * @param known the outcomes of all parts; none for a log of the table, which is read whole
   */
  private TaskOutcome again(
      DuplicateCheck.Found found, List<TaskOutcome> known, Broadcast<SharedInputs> broadcast) {
    var tasks = new ArrayList<Again>();
    for (var part : parts(found.file())) {
      if (known.isEmpty() || found.hits().contains(part.index())) {
        tasks.add(new Again(part, found.check().part(part.index())));
      }
    }
    var made =
        context
            .parallelize(tasks, tasks.size())
            .map(task -> GatewayTask.runAgain(task.part(), task.others(), broadcast.value()))
            .collect();
    var outcomes = new ArrayList<>(known.isEmpty() ? made : known);
    for (int index = 0; index < made.size(); index++) {
      outcomes.set(tasks.get(index).part().index(), made.get(index));
    }
    return TaskOutcome.merged(found.file(), outcomes);
  }
}
