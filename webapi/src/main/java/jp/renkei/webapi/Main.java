package jp.renkei.webapi;

import jp.renkei.webapi.explain.ExplainCommand;
import jp.renkei.webapi.sql.SqlCommand;
import picocli.CommandLine;

/** Starts {@code serve}, {@code sql}, {@code explain} and {@code user}. */
public final class Main {
  /** The command line itself is wrong. */
  static final int WRONG_USAGE = 64;

  /** Something of ours broke. */
  static final int FAULT = 1;

  private Main() {}

  public static void main(String[] arguments) {
    // The server runs on in its own threads: only a finished command ends the process.
    int exitCode = commandLine().execute(arguments);
    System.exit(exitCode);
  }

  static CommandLine commandLine() {
    var line = new CommandLine(new WebCommand());
    line.addSubcommand(new ServeCommand());
    var sql = new CommandLine(new SqlCommand());
    // SQL may begin with a comment, which looks like an option.
    sql.setUnmatchedOptionsArePositionalParams(true);
    line.addSubcommand(sql);
    line.addSubcommand(new ExplainCommand());
    line.addSubcommand(UserCommand.line());
    line.getSubcommands()
        .values()
        .forEach(
            command -> {
              exitCodes(command);
              command.getSubcommands().values().forEach(Main::exitCodes);
            });
    line.getCommandSpec().exitCodeOnInvalidInput(WRONG_USAGE);
    return line;
  }

  private static void exitCodes(CommandLine command) {
    command.getCommandSpec().exitCodeOnInvalidInput(WRONG_USAGE);
    command.getCommandSpec().exitCodeOnExecutionException(FAULT);
  }
}
