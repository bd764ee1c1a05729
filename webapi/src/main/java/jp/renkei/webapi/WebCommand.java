package jp.renkei.webapi;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The roof over the commands of the pages. */
@Command(
    name = "renkei",
    description = "The pages and the API, SQL, where figures come from, and who may sign in.",
    mixinStandardHelpOptions = true,
    version = "renkei 0.1.0",
    footer = {"", "Example:", "  ./renkei serve --warehouse data/warehouse --landing data/landing"})
final class WebCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "コマンドを指定してください。Name a command: serve, sql, explain or user.");
  }
}
