package jp.renkei.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import jp.renkei.jobs.Run;
import jp.renkei.jobs.run.Sessions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Takes new submissions into the tables and makes a draft release.",
    footer = {
      "",
      "Exit codes: 0 a release was made, or nothing is new; 2 no release could be made",
      "(with --strict: or anything was refused); 64 wrong usage; 1 a fault of ours.",
      "",
      "Example: ./renkei run --landing data/landing --warehouse data/warehouse"
    })
final class RunCommand implements Callable<Integer> {
  private static final Pattern MASTER =
      Pattern.compile("local|local(-cluster)?\\[.+]|yarn|spark://.+|k8s://.+");

  @Spec CommandSpec spec;

  @Option(
      names = "--landing",
      paramLabel = "DIR",
      defaultValue = "data/landing",
      description = "The landing folder (default: ${DEFAULT-VALUE}).")
  Path landing;

  @Mixin WarehouseOption warehouse;

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Spark master (default: ${DEFAULT-VALUE}).")
  String master;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "As-of date (default: the newest date among what was accepted).")
  LocalDate asOf;

  @Option(names = "--strict", description = "End with 2 when anything was refused.")
  boolean strict;

  @Option(names = "--json", description = "Tell the outcome as JSON.")
  boolean json;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    requireMaster();
    try (var spark = Sessions.open(master)) {
      var outcome =
          Run.run(
              spark,
              landing,
              warehouse.folder,
              Optional.ofNullable(asOf),
              Clock.systemUTC(),
              message -> {
                err.println(message);
                err.flush();
              });
      var report = new RunReport(outcome, landing, warehouse.folder);
      if (json) {
        out.println(Json.write(report.asMap()));
      } else {
        report.print(out);
      }
      return strict && !outcome.refusals().isEmpty() ? Main.DATA_PROBLEMS : 0;
    }
  }

  private void requireMaster() {
    if (!MASTER.matcher(master).matches()) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for --master: '%s'. Expected local[*], local[N], spark://HOST:PORT, yarn or k8s://URL."
              .formatted(master));
    }
  }
}
