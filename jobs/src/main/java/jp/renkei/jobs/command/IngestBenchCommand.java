package jp.renkei.jobs.command;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.renkei.jobs.bench.IngestLines;
import jp.renkei.jobs.bench.IngestSides;
import jp.renkei.jobs.gateway.IngestStages.Stage;
import jp.renkei.jobs.landing.LandedFile;
import jp.renkei.jobs.landing.LandingFolder;
import jp.renkei.jobs.run.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code jobs/bench/gateway-ingest} measures with: writes log lines, or takes them in. */
@Command(
    name = "ingest-sides",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Writes made log lines, or takes them in by several ways and tells the times.",
    footer = {"", "Example: ./renkei bench ingest-sides --write 5000000 target/ingest"})
final class IngestBenchCommand implements Callable<Integer> {
  private static final double NANOS = 1e9;

  @Spec CommandSpec spec;

  @Option(
      names = "--write",
      paramLabel = "N",
      defaultValue = "0",
      description = "Write so many lines; without it, take in what is there.")
  int lines;

  @Option(names = "--times", defaultValue = "1", description = "Measure each side so many times.")
  int times;

  @Option(
      names = "--sides",
      split = ",",
      paramLabel = "SIDE",
      description = "Measure these only: ${DEFAULT-VALUE}.",
      defaultValue = "renkei,renkei-quarter,duckdb,spark-json,spark-checked")
  List<String> chosen;

  @Option(
      names = "--stages",
      description =
          "Tell where the time goes of one log in one thread, in seconds of CPU, instead.")
  boolean isByStage;

  @Parameters(paramLabel = "DIR", description = "The landing folder; tables are made beside it.")
  Path landing;

  /** One way of taking lines in. */
  private interface Side {
    long takeIn(Path folder) throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    if (lines > 0) {
      IngestLines.write(landing, lines);
      return 0;
    }
    try (var spark = Sessions.open("local[*]")) {
      var files = LandingFolder.list(landing).files();
      var all = new IngestSides(spark, files);
      if (isByStage) {
        measureStages(all);
        return 0;
      }
      var quarter = new IngestSides(spark, firstQuarter(files));
      Map<String, Side> sides = new LinkedHashMap<>();
      sides.put("renkei", all::renkei);
      sides.put("renkei-quarter", quarter::renkei);
      sides.put("duckdb", all::duckDb);
      sides.put("spark-json", all::sparkJson);
      sides.put("spark-checked", all::sparkChecked);
      sides.keySet().retainAll(chosen);
      // In turn, so that whatever else the machine does falls on all of them.
      for (int time = 0; time < times; time++) {
        for (var side : sides.entrySet()) {
          measure(side.getKey(), side.getValue());
        }
      }
      return 0;
    }
  }

  /** The least of the times of each stage: what else the machine does only ever adds. */
  private void measureStages(IngestSides sides) throws IOException {
    Path folder = landing.resolveSibling("tables-stages");
    var stages = sides.stages(folder);
    var least = new double[Stage.values().length];
    Arrays.fill(least, Double.MAX_VALUE);
    for (int time = 0; time < times; time++) {
      for (var stage : Stage.values()) {
        delete(folder);
        double seconds = stages.cpuSecondsUpTo(stage);
        least[stage.ordinal()] = Math.min(least[stage.ordinal()], seconds);
      }
    }
    delete(folder);
    var out = spec.commandLine().getOut();
    double before = 0;
    for (var stage : Stage.values()) {
      double upTo = Math.max(before, least[stage.ordinal()]);
      out.printf("%s %.3f%n", stage.name().toLowerCase(Locale.ROOT), upTo - before);
      before = upTo;
    }
    out.printf("bytes %d%n", stages.bytes());
    out.flush();
  }

  private void measure(String name, Side side) throws Exception {
    Path folder = landing.resolveSibling("tables-" + name);
    delete(folder);
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    long rows = side.takeIn(folder);
    double seconds = (System.nanoTime() - start) / NANOS;
    var out = spec.commandLine().getOut();
    out.printf(
        "%s %.2f %.2f %d%n", name, seconds, (system.getProcessCpuTime() - cpu) / NANOS, rows);
    out.flush();
    delete(folder);
  }

  /** The feed and two of the eight logs. */
  private static List<LandedFile> firstQuarter(List<LandedFile> files) {
    return files.stream().filter(file -> !file.path().matches(".*/[2-7]\\.jsonl")).toList();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
