package jp.renkei.jobs.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.renkei.jobs.sample.FormWorld;
import jp.renkei.jobs.silver.LandedSurveys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code jobs/bench/survey-forms} measures with: writes returned forms, or reads them. */
@Command(
    name = "form-world",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Writes a landing folder of returned forms, or reads and checks those in one.",
    footer = {"", "Example: ./renkei bench form-world --write 250 target/forms"})
final class FormWorldCommand implements Callable<Integer> {
  private static final double MEBIBYTE = 1024.0 * 1024.0;
  private static final double NANOS = 1e9;

  @Spec CommandSpec spec;

  @Option(
      names = "--write",
      paramLabel = "N",
      defaultValue = "0",
      description = "Write two forms each of N card companies; without it, read what is there.")
  int issuers;

  @Parameters(paramLabel = "DIR", description = "The landing folder.")
  Path landing;

  @Override
  public Integer call() throws IOException {
    if (issuers > 0) {
      int forms = FormWorld.write(landing, issuers);
      spec.commandLine().getOut().println(forms + " forms, " + megabytes() + " MiB");
      return 0;
    }
    long start = System.nanoTime();
    var files = new LandedSurveys(landing).files();
    double seconds = (System.nanoTime() - start) / NANOS;
    long accepted =
        files.stream()
            .flatMap(file -> file.units().stream())
            .filter(unit -> unit.isAccepted())
            .count();
    spec.commandLine()
        .getOut()
        .printf("%d %d %.2f %.0f%n", files.size(), accepted, seconds, peakHeapBytes() / MEBIBYTE);
    return 0;
  }

  private long megabytes() throws IOException {
    try (Stream<Path> files = Files.list(landing.resolve("surveys"))) {
      List<Path> all = files.toList();
      long bytes = 0;
      for (Path file : all) {
        bytes += Files.size(file);
      }
      return Math.round(bytes / MEBIBYTE);
    }
  }

  private static long peakHeapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
