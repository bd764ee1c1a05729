package jp.renkei.jobs.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.renkei.jobs.DataProblemException;
import jp.renkei.jobs.sample.SampleOptions;
import jp.renkei.jobs.sample.SampleWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Writes the fictitious sample world（架空データ）as a landing folder.",
    footer = {"", "Example: ./renkei sample --out data/landing --log-lines 200000"})
final class SampleCommand implements Callable<Integer> {
  private static final SampleOptions DEFAULTS = SampleOptions.defaults();

  @Spec CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "An empty folder, or one that is to be made.")
  Path out;

  @Option(names = "--seed", description = "Another seed gives another world.")
  long seed = DEFAULTS.seed();

  @Option(names = "--issuers", description = "Issuers (default: ${DEFAULT-VALUE}).")
  int issuers = DEFAULTS.issuers();

  @Option(names = "--agents", description = "Agents (default: ${DEFAULT-VALUE}).")
  int agents = DEFAULTS.agents();

  @Option(names = "--months", description = "Months of logs (default: ${DEFAULT-VALUE}).")
  int months = DEFAULTS.months();

  @Option(names = "--log-lines", description = "Log lines in all (default: ${DEFAULT-VALUE}).")
  long logLines = DEFAULTS.logLines();

  @Override
  public Integer call() {
    SampleOptions options;
    try {
      options = new SampleOptions(seed, issuers, agents, months, logLines);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
    try {
      var story = SampleWorld.write(out, options);
      spec.commandLine()
          .getOut()
          .printf(
              "架空データを %s に書きました（植え込んだ出来事 %d 種、README.txt に一覧）。%n次は ./renkei run --landing %s%n",
              out, story.planted().size(), out);
      return 0;
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new DataProblemException(e.getMessage());
    }
  }
}
